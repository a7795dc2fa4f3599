/** Everything that is defined, one line each, for browsing and searching. */

import type { Measure } from "../../domain/measure.ts";
import { dayInWords } from "../../domain/period.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import type { DefinitionKind } from "./kinds.ts";

export type DefinitionListing = {
  readonly kind: DefinitionKind;
  readonly subject: string;
  readonly title: string;
  /** A sentence on it. */
  readonly about: string;
};

/** What is defined, kind by kind, A to Z within each. */
export function listDefinitions(catalogue: Catalogue): readonly DefinitionListing[] {
  return [
    ...byTitle([...catalogue.measures.values()].map(measureListing)),
    ...targetListings(catalogue),
    ...byTitle(
      [...catalogue.scorecards.values()].map(({ id, title, audience, sections }) => {
        const count = sections.flatMap(({ indicators }) => indicators).length;
        return { kind: "scorecard" as const, subject: id, title, about: `${count} indicators, for ${audience}` };
      }),
    ),
    ...byTitle(
      [...catalogue.reconciliation.values()].map(({ id, title, kind }) => {
        return { kind: "rule" as const, subject: id, title, about: RULE_WORDS[kind] ?? kind };
      }),
    ),
    {
      kind: "neighbours",
      subject: "statistical-neighbours",
      title: "Statistical neighbours",
      about: "The authorities ours is compared with, by edition and rank.",
    },
    {
      kind: "population",
      subject: "population",
      title: "Population estimates",
      about: "How many children live here, by age group, year and version.",
    },
    {
      kind: "calendar",
      subject: "bank-holidays",
      title: "Bank holidays of England",
      about: "Days that working days leave out. Terms run September to December, January to March and April to August.",
    },
  ];
}

/** Listings in which every word occurs. */
export function searchListings(
  listings: readonly DefinitionListing[],
  { words, kind }: { readonly words: string; readonly kind: DefinitionKind | null },
): readonly DefinitionListing[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return listings
    .filter((listing) => kind === null || listing.kind === kind)
    .filter(({ title, about, subject }) => {
      const text = `${title} ${about} ${subject}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  "adds-up": "Parts add up to a whole.",
  "stock-and-flow": "What was there, plus what came, less what went, is what is there.",
  "percentage-of": "A percentage is its part of its whole.",
  "same-base": "Percentages rest on one base.",
  "same-population": "Rates divide by one population.",
  "at-most": "Parts are at most the whole.",
  "own-parts": "A figure’s breakdowns make the figure.",
};

function measureListing({ id, title, definition, reviewBy }: Measure): DefinitionListing {
  const review = reviewBy === undefined ? "" : ` To be reviewed by ${dayInWords(reviewBy)}.`;
  return { kind: "measure", subject: id, title, about: `${definition}${review}` };
}

function targetListings({ scorecards, measures }: Catalogue): readonly DefinitionListing[] {
  return [...scorecards.values()].flatMap(({ id, title, sections }) =>
    sections
      .flatMap(({ indicators }) => indicators)
      .map((indicator) => {
        const name = indicator.title ?? measures.get(indicator.measure)?.title ?? indicator.measure;
        const aim = indicator.target?.text;
        const words = aim === undefined ? "No target on the card." : `On the card: ${aim}.`;
        return {
          kind: "target" as const,
          subject: `${id} ${indicator.reference}`,
          title: `${title} ${indicator.reference}: ${name}`,
          about: indicator.bands === undefined ? words : `${words} Rated by bands.`,
        };
      }),
  );
}

function byTitle(listings: readonly DefinitionListing[]): readonly DefinitionListing[] {
  return listings.toSorted((a, b) => a.title.localeCompare(b.title, "en-GB", { numeric: true }));
}

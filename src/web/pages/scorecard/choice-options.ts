/** The lists a scorecard's form offers, with what is chosen marked. */
import { DIRECTION_MEANINGS } from "../../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { monthLabel } from "../../../domain/period.ts";
import { READING_WINDOWS } from "../../../services/card-reading.ts";
import { MEANING_WORDS } from "../../components/direction/direction.tsx";
import type { SelectOption } from "../../components/select/select.tsx";
import { periodOfEdition } from "../../period-of-edition.ts";
import type { ScorecardFigures } from "../../services.ts";
import { longDate, WINDOW_WORDS } from "../../words.ts";
import { type Chosen, type Comparison, SIGNAL_CHOICES, type SignalChoice } from "./choices.ts";
import { sectionId } from "./section-id.ts";

export type CardOptions = {
  readonly lastMonth: readonly SelectOption[];
  readonly window: readonly SelectOption[];
  readonly compare: readonly SelectOption[];
  readonly team: readonly SelectOption[];
  readonly edition: readonly SelectOption[];
  readonly section: readonly SelectOption[];
  readonly rating: readonly SelectOption[];
  readonly direction: readonly SelectOption[];
  readonly signal: readonly SelectOption[];
};

export const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  "previous-period": "The period before",
  "same-period-last-year": "The same period last year",
  target: "The target",
  neighbours: "Statistical neighbours",
  england: "England",
};

const SIGNAL_WORDS: Readonly<Record<SignalChoice, string>> = {
  any: "Anything unusual",
  concern: "Unusual and a concern",
  improvement: "Unusual and better",
  neutral: "Unusual, neither good nor bad",
};

export type OfferedEdition = { readonly id: string; readonly period: string; readonly publishedAt: string };

/** @param teams names of the teams this viewer may see */
export function cardOptions(
  figures: ScorecardFigures,
  chosen: Chosen,
  { teams, editions }: { readonly teams: readonly string[]; readonly editions: readonly OfferedEdition[] },
): CardOptions {
  const isLive = figures.edition === undefined;
  const comparisons = Object.entries(COMPARISON_WORDS).filter(([basis]) => isLive || !basis.includes("period"));
  return {
    lastMonth: figures.lastMonths.map((month) =>
      option(month, monthLabel(month), chosen.lastMonth ?? figures.lastMonths[0]),
    ),
    window: [
      option("", "As placed", chosen.window),
      ...READING_WINDOWS.map((window) => option(window, WINDOW_WORDS[window], chosen.window)),
    ],
    compare: [
      option("", "As the card does", chosen.compare),
      ...comparisons.map(([basis, words]) => option(basis, words, chosen.compare)),
    ],
    team: [option("", "All teams", chosen.team), ...teams.map((name) => option(name, name, chosen.team))],
    edition: editions.map(({ id, period, publishedAt }) =>
      option(id, `${periodOfEdition(period)}, published ${longDate(publishedAt.slice(0, 10))}`, figures.edition?.id),
    ),
    section: [
      option("", "All sections", chosen.section),
      ...figures.sections.map(({ title }) => option(sectionId(title), title, chosen.section)),
    ],
    rating: [
      option("", "Any rating", chosen.rating),
      ...RATING_WORDS.map((word) => option(word, RATING_FACTS[word].label, chosen.rating)),
    ],
    direction: [
      option("", "Any direction", chosen.direction),
      ...DIRECTION_MEANINGS.map((meaning) => option(meaning, MEANING_WORDS[meaning], chosen.direction)),
    ],
    signal: [
      option("", "Usual or not", chosen.signal),
      ...SIGNAL_CHOICES.map((signal) => option(signal, SIGNAL_WORDS[signal], chosen.signal)),
    ],
  };
}

function option(value: string, text: string, chosen: string | null | undefined): SelectOption {
  return { value, text, selected: value === (chosen ?? "") };
}

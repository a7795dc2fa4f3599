/** An imported card as catalogue files: one measure collected by hand for each row, and the scorecard that places them. */

import { stringify } from "yaml";
import type { ComparisonBasis } from "../../domain/judgement/direction.ts";
import { normaliseBands } from "../../domain/judgement/normalise-bands.ts";
import { parsePeriod, type WindowId } from "../../domain/period.ts";
import { readArrow } from "./defects/direction.ts";
import type { ImportedIndicator, ImportedScorecard } from "./imported.ts";

/** Texts by path below a catalogue folder. */
export type CatalogueFiles = Readonly<Record<string, string>>;

/** The rules the card is judged by where the map names none; the only tolerance the known cards state is 15%. */
const DEFAULT_JUDGEMENT = {
  rating: { kind: "relative-tolerance", tolerance: 15, zero_tolerance: 0 },
  direction: { kind: "sign", tolerance: 0 },
};

export type CatalogueOptions = {
  /** The map's own rules, written as in a scorecard file. */
  readonly judgement?: Readonly<Record<string, unknown>>;
  /** Write bands with the mends proposed for them, each with a note of what the file had. */
  readonly isMending?: boolean;
};

/** Every file of the card. */
export function writeCatalogue(
  card: ImportedScorecard,
  { judgement = {}, isMending = false }: CatalogueOptions = {},
): CatalogueFiles {
  const files: Record<string, string> = {};
  for (const indicator of card.sections.flatMap(({ indicators }) => indicators)) {
    files[`measures/${card.id}/${indicator.measure}.yaml`] = yaml(measureOf(card, indicator));
  }
  files[`scorecards/${card.id}.yaml`] = yaml({
    id: card.id,
    title: card.title,
    audience: card.audience,
    period: card.period,
    description: [`Imported from ${card.file}.`, ...card.footnotes].join(" "),
    judgement: { ...DEFAULT_JUDGEMENT, compare: comparisonOf(card), ...judgement },
    sections: card.sections.map(({ title, indicators }) => ({
      title,
      indicators: indicators.map((indicator) => placed(card, indicator, isMending)),
    })),
  });
  return files;
}

/** A card that prints changes from a baseline is read against it; any other against the period before. */
function comparisonOf({ sections }: ImportedScorecard): ComparisonBasis {
  const rows = sections.flatMap(({ indicators }) => indicators);
  const fromBaseline = rows.filter(({ baseline, printedChange }) => baseline !== null && printedChange !== null);
  return fromBaseline.length * 3 > rows.length ? "baseline" : "previous-period";
}

function measureOf(card: ImportedScorecard, indicator: ImportedIndicator) {
  const { reference, title, shows, unit, decimals, polarity, change, basis, row } = indicator;
  return {
    id: indicator.measure,
    title,
    definition: `As the imported card names it: ${title}`,
    shows: shows ?? `What the imported card reports under ${reference}.`,
    why: "The card had it; its history goes on here.",
    source: `${card.file}, row ${row}`,
    unit,
    decimals,
    polarity,
    change,
    collected: "by-hand",
    cadence: card.period,
    basis,
    time_basis: windowsOf(indicator),
    examples: examplesOf(indicator),
  };
}

function windowsOf({ window, figures }: ImportedIndicator): readonly WindowId[] {
  return [...new Set([window, ...figures.map(({ period }) => period.window)])];
}

/** What any measure collected by hand must do, in this one's window and unit. */
function examplesOf({ window, unit }: ImportedIndicator) {
  const isYear = window === "financial-year";
  const period = parsePeriod(isYear ? "2025-26" : "2025-06", window);
  const typed = (start: string, end: string) =>
    unit === "text"
      ? `period_start | period_end | text\n${start} | ${end} | 5-6 months\n`
      : `period_start | period_end | value\n${start} | ${end} | 3\n`;
  const place = { period: period.id, window };
  const isSame = unit === "text" ? { text: "5-6 months" } : { value: 3 };
  return [
    { it: "is what is typed in", ...place, aggregate_input: typed(period.start, period.end), expect: isSame },
    {
      it: "does not take another period's figure",
      ...place,
      aggregate_input: typed("2020-04-01", "2020-04-30"),
      expect: { status: "not-available" },
    },
    { it: "is not available until it is typed in", ...place, expect: { status: "not-available" } },
  ];
}

function placed(card: ImportedScorecard, indicator: ImportedIndicator, isMending: boolean) {
  const { reference, window, target, targetBasis, baseline, links, further, isReferenceMade, row } = indicator;
  const { bands, changes } = bandsOf(indicator, isMending);
  const notes = [
    ...(indicator.note === undefined ? [] : [indicator.note]),
    ...changes,
    ...(isReferenceMade ? [`Row ${row} of the file has no reference of its own.`] : []),
    ...printedWords(card, indicator),
    ...Object.entries(further).map(([heading, text]) => `${heading}: ${text}`),
  ];
  return {
    reference,
    measure: indicator.measure,
    window,
    ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
    ...(target === null ? {} : { target: { text: target, basis: targetBasis } }),
    ...(bands === null ? {} : { bands: bandKeys(bands), rating: { kind: "bands" } }),
    ...(indicator.comparators.length === 0 ? {} : { printedComparators: printedOf(card, indicator) }),
    ...(baseline === null ? {} : { baseline }),
    ...rulesOf(indicator),
  };
}

/** Rules as a scorecard file writes them. */
function rulesOf({ rules }: ImportedIndicator) {
  const rating = rules?.rating;
  if (rating?.kind !== "relative-tolerance") return rules ?? {};
  const { kind, tolerance, zeroTolerance } = rating;
  return { ...rules, rating: { kind, tolerance, zero_tolerance: zeroTolerance } };
}

/** What the card itself said of its last period; rules say it anew, so it is kept as words. */
function printedWords(
  { lastPeriod }: ImportedScorecard,
  { rating, direction, printedChange }: ImportedIndicator,
): readonly string[] {
  const said = [
    ...(rating === null ? [] : [`RAG ${rating}`]),
    ...(direction === null || readArrow(direction) === "broken" ? [] : [`direction ${direction}`]),
    ...(printedChange === null ? [] : [`change ${printedChange}`]),
  ];
  return said.length === 0 ? [] : [`Printed for ${lastPeriod?.label ?? "the last period"}: ${said.join(", ")}`];
}

/** The bands to write, and what was changed in them. */
function bandsOf({ bands, unit, polarity }: ImportedIndicator, isMending: boolean) {
  const mended = isMending && bands !== null ? normaliseBands(bands, { unit, polarity }) : null;
  if (bands === null || mended === null || mended.bands === null) return { bands, changes: [] };
  const changes = mended.changes.map(({ place, from }) => `The file had "${from}" for ${place.replace("-", " ")}.`);
  return { bands: mended.written, changes };
}

function bandKeys(bands: NonNullable<ImportedIndicator["bands"]>) {
  return Object.fromEntries(Object.entries(bands).map(([name, text]) => [name.replaceAll("-", "_"), text]));
}

function printedOf(card: ImportedScorecard, { comparators }: ImportedIndicator) {
  return comparators.map(({ group, label, written, state, value }) => ({
    group,
    label,
    shown: written,
    ...(value === null ? {} : { value }),
    state,
    period: card.lastPeriod?.id ?? "not said",
    edition: card.file,
  }));
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

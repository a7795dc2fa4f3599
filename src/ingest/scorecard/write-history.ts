/** An imported card's history as rows of the canonical table of typed figures, one for each measure and period. */
import { csvText } from "../../domain/csv-text.ts";
import type { ImportedFigure, ImportedScorecard } from "./imported.ts";

const COLUMNS = [
  "measure",
  "area",
  "period",
  "period_start",
  "period_end",
  "numerator",
  "denominator",
  "value",
  "text",
  "state",
  "note",
];

/** The rows as CSV. Cells without a figure are rows too, so that a second import takes away what the first had. */
export function writeHistory(card: ImportedScorecard): string {
  const rows = card.sections
    .flatMap(({ indicators }) => indicators)
    .flatMap((indicator) => indicator.figures.map((figure) => rowOf(indicator.measure, figure)));
  return csvText(rows, COLUMNS, true);
}

function rowOf(measure: string, figure: ImportedFigure): Readonly<Record<string, unknown>> {
  const { period, state, value, numerator, denominator, text, quality, note } = figure;
  const said = state === "value" ? quality : state;
  return {
    measure,
    area: "authority",
    period: period.id,
    period_start: period.start,
    period_end: period.end,
    numerator,
    denominator,
    value,
    text,
    state: said?.replaceAll("-", "_") ?? null,
    note,
  };
}

/** An imported card's history as rows of the canonical table of typed figures, one for each measure and period. */

import { csvText } from "../../domain/csv-text.ts";
import { TYPED_FIGURE_COLUMNS } from "../../domain/tables/aggregate-input.ts";
import type { ImportedFigure, ImportedScorecard } from "./imported.ts";

/** The rows as CSV. Cells without a figure are rows too, so that a second import takes away what the first had. */
export function writeHistory(card: ImportedScorecard): string {
  const rows = card.sections
    .flatMap(({ indicators }) => indicators)
    .flatMap((indicator) => indicator.figures.map((figure) => rowOf(indicator.measure, figure)));
  return csvText(rows, TYPED_FIGURE_COLUMNS, true);
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

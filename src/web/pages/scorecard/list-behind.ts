/** Where the list behind a figure of a scorecard stands. */
import type { ScorecardFigures } from "../../services.ts";

/** `null` when the card has no such row or the row no figure for the period. */
export function listBehind(
  figures: ScorecardFigures,
  { reference, period }: { readonly reference: string; readonly period: string },
  team: string | undefined,
): string | null {
  const row = figures.sections
    .flatMap(({ indicators }) => indicators)
    .find((indicator) => indicator.reference === reference);
  if (row === undefined || !row.figures.some((figure) => figure.period === period)) return null;
  const query = new URLSearchParams({ window: row.window, period, part: "numerator" });
  if (team !== undefined) query.set("by", `team:${team}`);
  return `/measures/${row.measureId}/list?${query}`;
}

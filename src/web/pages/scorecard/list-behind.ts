/** Where the list behind a figure of a scorecard stands. */
import type { ScorecardFigures } from "../../services.ts";

/**
 * `null` when the card has no such row, or the row no figure for the period.
 *
 * @param asked the row and the period: "19a/2026-03"
 */
export function listBehind(figures: ScorecardFigures, asked: string, team: string | null): string | null {
  // A reference may hold a slash; a period never does.
  const cut = asked.lastIndexOf("/");
  const [reference, period] = [asked.slice(0, cut), asked.slice(cut + 1)];
  const rows = figures.sections.flatMap(({ indicators }) => indicators);
  const row = rows.find((indicator) => indicator.reference === reference);
  if (row === undefined || !row.figures.some((figure) => figure.period === period)) return null;
  const query = new URLSearchParams({ window: row.window, period, part: "numerator" });
  if (team !== null) query.set("by", `team:${team}`);
  return `/measures/${row.measureId}/list?${query}`;
}

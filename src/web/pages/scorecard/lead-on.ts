/** Where the short addresses of a scorecard's rows lead: the list behind a figure, writing about it, judging it. */
import type { ScorecardFigures } from "../../services.ts";

export type RowAsked = {
  /** The row and the period of the list wanted: "19a/2026-03". */
  readonly list: string | null;
  /** The reference to write about, or to judge, in the card's last period. */
  readonly write: string | null;
  readonly judge: string | null;
};

/**
 * `null` when nothing was asked, or the card has no such row or figure; whoever answers the address decides who may enter.
 *
 * @param team whose figures the card shows, where that is one team
 */
export function leadOn(
  figures: ScorecardFigures,
  { list, write, judge }: RowAsked,
  team: string | null,
): string | null {
  if (list !== null) return listBehind(figures, list, team);
  const reference = write ?? judge;
  const period = figures.columns.at(-1)?.id;
  if (reference === null || period === undefined || rowOf(figures, reference) === undefined) return null;
  const named = encodeURIComponent(reference);
  return write === null
    ? `/judge/${figures.id}/${period}/${named}`
    : `/comments/${figures.id}/${period}/new?on=${named}`;
}

function listBehind(figures: ScorecardFigures, asked: string, team: string | null): string | null {
  // A reference may hold a slash; a period never does.
  const cut = asked.lastIndexOf("/");
  const period = asked.slice(cut + 1);
  const row = rowOf(figures, asked.slice(0, cut));
  if (row === undefined || !row.figures.some((figure) => figure.period === period)) return null;
  const query = new URLSearchParams({ window: row.window, period, part: "numerator" });
  if (team !== null) query.set("by", `team:${team}`);
  return `/measures/${row.measureId}/list?${query}`;
}

function rowOf(
  { sections }: ScorecardFigures,
  reference: string,
): ScorecardFigures["sections"][number]["indicators"][number] | undefined {
  return sections.flatMap(({ indicators }) => indicators).find((row) => row.reference === reference);
}

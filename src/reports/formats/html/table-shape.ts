/** How much room a table's columns are given, on screen by their words and on paper by their shares of the page. */
import type { ReportColumn, TableBlock } from "../../../domain/report/document.ts";
import { plainInline } from "../../../domain/report/numbering.ts";
import type { Place } from "./place.ts";

/** Tables of so few columns fit every screen, and need no scrolling of their own. */
const MOST_PLAIN_COLUMNS = 3;
/** Above it even a landscape page needs smaller letters. */
const MOST_ORDINARY_COLUMNS = 12;
/** Lengths of text, in letters, from which a column is given room. */
const LONG = 60;
const MIDDLING = 18;
const SHORT = 10;
/** Share of a landscape page, in hundredths, that a letter of a header takes. */
const LETTER = 0.65;
/** All of a printed table's width. */
export const WHOLE = 100;

export type TableSize = "plain" | "wide" | "widest";

/** By its number of columns. */
export function sizeOf({ columns }: Pick<TableBlock, "columns">): TableSize {
  if (columns.length <= MOST_PLAIN_COLUMNS) return "plain";
  return columns.length > MOST_ORDINARY_COLUMNS ? "widest" : "wide";
}

/** Columns of words are given room by their longest text, so that a long comment cannot squeeze the names beside it. */
export function roomOf({ rows }: TableBlock, index: number, { numbering, report }: Place): string {
  const longest = rows.reduce((most, { cells }) => {
    const cell = cells[index];
    if (cell?.kind === "direction") return Math.max(most, cell.label.length);
    return cell?.kind === "text" ? Math.max(most, plainInline(cell.text, numbering, report).length) : most;
  }, 0);
  if (longest > LONG) return "long";
  if (longest > MIDDLING) return "middling";
  return longest > SHORT ? "short" : "";
}

/** Hundredths of a printed table each column takes: its weight, but never so little that its header's words must be broken. */
export function sharesOf(columns: readonly ReportColumn[]): readonly number[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight, header }) => {
    const longest = Math.max(...header.split(/\s+/).map((word) => word.length));
    const share = Math.max((weight / weights) * WHOLE, (longest + 1) * LETTER);
    return Math.min(WHOLE, Math.max(1, Math.round(share)));
  });
}

/** How much room a table's columns are given: on screen by their words, on paper by weight, so that no figure and no ordinary word is cut. */
import type { ReportRow, TableBlock } from "../../../domain/report/document.ts";
import { plainInline } from "../../../domain/report/numbering.ts";
import { fitTable, type TableFit, wordsWidth } from "../paper/column-widths.ts";
import type { PageSize } from "../paper/page-size.ts";
import type { Place } from "./place.ts";

/** Tables of so few columns fit every screen, and need no scrolling of their own. */
const MOST_PLAIN_COLUMNS = 3;
/** Lengths of text, in letters, from which a column is given room. */
const LONG = 120;
const MIDDLING = 18;
const SHORT = 10;
/** Headers of so many letters stand on one line, so that "2025-26" is not broken at its hyphen. */
export const ONE_LINE = 12;
/** Sizes of printed letters tried, in points, largest first; the last for more columns than a page can well hold. */
export const PRINTED_SIZES = [8.5, 8, 7.5, 7, 6.5] as const;
/** Rows that fill more of a page than this may be cut, so that they leave no page empty behind them. */
const TALL = 0.35;
/** A row higher than this share of a page has its words in a column too narrow to be read. */
const TOO_TALL = 1;
const LINE = 1.3;
/** Points between a printed column's edge and its words, as `BODY_STYLE` has them. */
const PADDING = 3;

/** Whether the table needs neither scrolling nor cards. */
export function isPlain({ columns }: Pick<TableBlock, "columns">): boolean {
  return columns.length <= MOST_PLAIN_COLUMNS;
}

/** Columns of words are given room by their longest text, so that a long comment cannot squeeze the names beside it. */
export function roomOf({ rows }: TableBlock, index: number, { numbering, report }: Place): string {
  const longest = rows.reduce((most, { cells }) => {
    const cell = cells[index];
    // A direction may stand on two lines, so it needs little room however long its words are.
    if (cell?.kind === "direction") return Math.max(most, MIDDLING);
    return cell?.kind === "text" ? Math.max(most, plainInline(cell.text, numbering, report).length) : most;
  }, 0);
  if (longest > LONG) return "long";
  if (longest > MIDDLING) return "middling";
  return longest > SHORT ? "short" : "";
}

export type PaperShape = {
  /** One of `PRINTED_SIZES`. */
  readonly size: number;
  /** Thousandths of the table's width, a column each. */
  readonly shares: readonly number[];
  readonly isTall: (row: ReportRow) => boolean;
  /** More columns than the paper holds beside such long words: rows are printed as cards, as on a narrow screen. */
  readonly isTooNarrow: boolean;
};

/** How a wide table stands on its paper. */
export function paperShape(table: TableBlock, place: Place, { body }: PageSize): PaperShape {
  const { size, widths } = fitTable(table, body.width, PRINTED_SIZES);
  const heights = new Map(table.rows.map((row) => [row, heightOf(row, { size, widths }, place)]));
  const isHigher = (row: ReportRow, share: number) => (heights.get(row) ?? 0) > body.height * share;
  const isTooNarrow = table.rows.some((row) => isHigher(row, TOO_TALL));
  return {
    size,
    shares: widths.map((width) => Math.max(1, Math.round((width / body.width) * 1000))),
    isTall: (row) => !isTooNarrow && isHigher(row, TALL),
    isTooNarrow,
  };
}

/** In points, as if every line were filled. */
function heightOf(
  { cells }: ReportRow,
  { size, widths }: Pick<TableFit, "size" | "widths">,
  { numbering, report }: Place,
): number {
  const lines = cells.map((cell, index) => {
    const room = (widths[index] ?? 0) - 2 * PADDING;
    return cell.kind === "text" ? wordsWidth(plainInline(cell.text, numbering, report), size) / room : 1;
  });
  return Math.max(...lines) * size * LINE;
}

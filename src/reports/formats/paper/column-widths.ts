/** How wide a table's columns are and how small its letters: shares by weight, but never so narrow that a figure, a mark or an ordinary word is cut. */
import { FONT_SIZE } from "../../../charts/axes.ts";
import { textWidth } from "../../../charts/text-width.ts";
import type { ReportCell, TableBlock, Text } from "../../../domain/report/document.ts";
import { plainWords } from "./plain-words.ts";

type Columns = Pick<TableBlock, "columns" | "rows">;

export type TableFit = {
  /** In points: the letters' size and each column, cell margins included. */
  readonly size: number;
  readonly widths: readonly number[];
};

/** Less where many columns share the paper. */
const INSET = { few: 4, many: 3 } as const;
const MANY = 16;
const RATING_FRAME = 8;
const TREND_WIDTH = 44;
/** Longer words are hyphenated or broken rather than made room for: as wide as this many ordinary letters, and fewer where room is short. */
const WIDEST_WORD = "reference-".length;
const LEAST_WORD = "target".length;

/**
 * The largest of the sizes at which everything has its room; where nothing has, words give way in the smallest, figures last.
 *
 * @param smaller sizes for tables whose figures have no room in any of `sizes`
 */
export function fitTable(
  table: Columns,
  width: number,
  sizes: readonly number[],
  smaller: readonly number[] = [],
): TableFit {
  const fits = (letters: number) => (one: number) => sum(leastWidths(table, one, letters)) <= width;
  const last = [...sizes.slice(-1), ...smaller];
  const size = sizes.find(fits(WIDEST_WORD)) ?? last.find(fits(LEAST_WORD)) ?? last.at(-1);
  if (size === undefined) throw new RangeError("A table needs a size to be set in.");
  const wanted = leastWidths(table, size, WIDEST_WORD);
  const least = sum(wanted) <= width ? wanted : leastWidths(table, size, LEAST_WORD);
  const needed = sum(least);
  if (needed > width) return { size, widths: least.map((one) => (one / needed) * width) };
  const weights = table.columns.map(({ weight }) => weight);
  return { size, widths: raised(capped(weights, mostWidths(table, size), width), least, width) };
}

/** Points between a column's edge and its words. */
export function insetOf({ columns }: Pick<Columns, "columns">): number {
  return columns.length > MANY ? INSET.many : INSET.few;
}

/** Width of words in points, never too small. */
export function wordsWidth(text: string, size: number, isBold = false): number {
  return (textWidth(text, isBold) * size) / FONT_SIZE;
}

/** What must stay on one line in a header: "2025-26" whole, other words up to their hyphen. */
export function headerPieces(header: string): readonly string[] {
  return header.split(/\s+|(?<=\D[-/])|(?<=[-/])(?=\D)/);
}

/** @param letters of a word that must stay together */
function leastWidths({ columns, rows }: Columns, size: number, letters: number): readonly number[] {
  const inset = insetOf({ columns });
  const widest = wordsWidth("e".repeat(letters), size);
  const upTo = (text: string, isBold = false) => Math.min(widest, wordsWidth(text, size, isBold));
  return columns.map(({ header }, at) => {
    const ofHeader = Math.max(...headerPieces(header).map((piece) => upTo(piece, true)));
    const ofCells = rows.map(({ cells }) => (cells[at] === undefined ? 0 : cellWidth(cells[at], size, upTo)));
    return ofCells.reduce((most, one) => Math.max(most, one), ofHeader) + 2 * inset;
  });
}

function cellWidth(cell: ReportCell, size: number, upTo: (text: string) => number): number {
  switch (cell.kind) {
    case "text":
      return Math.max(noteWidth(cell.text, size), ...plainWords(cell.text).map((word) => upTo(word)));
    case "number":
      return Math.max(...[cell.shown, ...(cell.marks ?? [])].map((one) => wordsWidth(one, size)));
    case "state":
      return wordsWidth(cell.shorthand, size);
    case "rating":
      return wordsWidth(cell.label, size, true) + RATING_FRAME;
    case "direction":
      return wordsWidth(cell.label.split(" ").slice(0, 2).join(" "), size);
    case "trend":
      return TREND_WIDTH;
  }
}

/** A note's mark stays in one piece, whatever its number. */
function noteWidth(text: Text, size: number): number {
  return text.some((part) => typeof part !== "string" && part.kind === "note") ? wordsWidth("[note 99]", size) : 0;
}

/** Widths at which every cell would stand on one line and the header on two: more would be empty paper. */
function mostWidths({ columns, rows }: Columns, size: number): readonly number[] {
  const inset = insetOf({ columns });
  return columns.map(({ header }, at) => {
    const lines = rows.map(({ cells }) => (cells[at] === undefined ? 0 : lineWidth(cells[at], size)));
    return lines.reduce((most, one) => Math.max(most, one), wordsWidth(header, size, true) / 2) + 2 * inset;
  });
}

function lineWidth(cell: ReportCell, size: number): number {
  if (cell.kind === "text") return wordsWidth(plainWords(cell.text).join(" "), size);
  if (cell.kind === "number") return wordsWidth([cell.shown, ...(cell.marks ?? [])].join(" "), size);
  if (cell.kind === "direction") return wordsWidth(cell.label, size);
  return cell.kind === "trend" ? 2 * TREND_WIDTH : 0;
}

/** Shares by weight; a column that would have more than its most gets that, and the others share the rest. */
function capped(weights: readonly number[], most: readonly number[], width: number): readonly number[] {
  const held = new Set<number>();
  while (held.size < weights.length) {
    const free = width - sum([...held].map((at) => most[at] ?? 0));
    const total = sum(weights.filter((_, at) => !held.has(at)));
    const widths = weights.map((weight, at) => (held.has(at) ? (most[at] ?? 0) : (weight / total) * free));
    const wide = widths.findIndex((one, at) => !held.has(at) && one > (most[at] ?? 0));
    if (wide < 0) return widths;
    held.add(wide);
  }
  return weights.map((weight) => (weight / sum(weights)) * width);
}

/** Shares as given; a column below its least gets that, and the others share what is left. */
function raised(shares: readonly number[], least: readonly number[], width: number): readonly number[] {
  const held = new Set<number>();
  for (;;) {
    const free = width - sum([...held].map((at) => least[at] ?? 0));
    const total = sum(shares.filter((_, at) => !held.has(at)));
    const widths = shares.map((share, at) => (held.has(at) ? (least[at] ?? 0) : (share / total) * free));
    const narrow = widths.findIndex((one, at) => !held.has(at) && one < (least[at] ?? 0) - 1e-6);
    if (narrow < 0) return widths;
    held.add(narrow);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

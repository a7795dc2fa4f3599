/** Widths of a table's columns: shares of the page, but never so narrow that an ordinary word of a header or figure is cut. */
import type { ReportCell, TableBlock } from "../../../domain/report/document.ts";

/** A bold letter's usual width as a share of its size; digits and capitals are wider than the average. */
const LETTER = 0.64;
/** Left and right margins of a cell, in twentieths of a point. */
const CELL_MARGINS = 150;
/** Longer words than this are broken rather than made room for. */
const LONGEST = 14;
/** Headers no longer than this stand on one line: "Q4 2025-26". */
const WHOLE = 11;

/**
 * Columns in twentieths of a point, together the width given.
 *
 * @param points size of the letters
 */
export function columnWidths(block: TableBlock, width: number, points: number): readonly number[] {
  const least = leastWidths(block, points);
  const needed = sum(least);
  if (needed >= width)
    return whole(
      least.map((one) => (one / needed) * width),
      width,
    );
  const weights = block.columns.map(({ weight }) => weight);
  return whole(shared(weights, least, width), width);
}

/** The width at which no ordinary word is cut. */
export function neededWidth(block: TableBlock, points: number): number {
  return sum(leastWidths(block, points));
}

function leastWidths({ columns, rows }: TableBlock, points: number): readonly number[] {
  return columns.map(({ header }, index) => {
    const named = header.length <= WHOLE ? header.length : longest(header);
    const held = rows.reduce((most, { cells }) => Math.max(most, longestWord(cells[index])), 0);
    return Math.ceil(Math.min(LONGEST, Math.max(named, held)) * LETTER * points * 20) + CELL_MARGINS;
  });
}

/** Shares by weight; columns that would be below their least get it, and the others share what is left. */
function shared(weights: readonly number[], least: readonly number[], width: number): readonly number[] {
  const held = new Set<number>();
  for (;;) {
    const free = width - sum([...held].map((index) => least[index] ?? 0));
    const total = sum(weights.filter((_, index) => !held.has(index)));
    const widths = weights.map((weight, index) => (held.has(index) ? (least[index] ?? 0) : (weight / total) * free));
    const narrow = widths.findIndex((one, index) => !held.has(index) && one < (least[index] ?? 0));
    if (narrow < 0) return widths;
    held.add(narrow);
  }
}

/** Whole twentieths that add up: the last column takes what rounding leaves. */
function whole(widths: readonly number[], width: number): readonly number[] {
  const floors = widths.map(Math.floor);
  return floors.map((one, index) => (index === floors.length - 1 ? one + width - sum(floors) : one));
}

function longestWord(cell: ReportCell | undefined): number {
  if (cell === undefined || cell.kind === "trend") return 0;
  if (cell.kind === "text")
    return Math.max(0, ...cell.text.map((part) => (typeof part === "string" ? ordinary(part) : 0)));
  if (cell.kind === "number") return longest([cell.shown, ...(cell.marks ?? [])].join(" "));
  return longest(cell.kind === "state" ? cell.shorthand : cell.label);
}

/** Words beyond the longest are awkward ones, and no reason to take room from the other columns. */
function ordinary(text: string): number {
  return Math.max(0, ...text.split(/[\s/-]+/).map(({ length }) => (length > LONGEST ? 0 : length)));
}

function longest(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(({ length }) => length));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

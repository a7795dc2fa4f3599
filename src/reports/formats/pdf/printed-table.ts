/** A table as the Typst text reads it: columns in points, cells in words, and which rows stay together. */
import { blocksOf, type ReportCell, type TableBlock } from "../../../domain/report/document.ts";
import { fitTable, headerPieces, insetOf, type TableFit, wordsWidth } from "../paper/column-widths.ts";
import type { PageSize } from "../paper/page-size.ts";
import { plainWords } from "../paper/plain-words.ts";
import { breakable, printedText, type TextPress } from "./printed-text.ts";

export type TablePress = TextPress & {
  readonly picture: (svg: string) => string;
  /** Widths already reckoned, by page and columns. */
  readonly fits: Map<string, Fit>;
};

type Fit = TableFit & { readonly inset: number };

/** Sizes of letters tried, largest first; eight points is the least that is read with ease. */
const SIZES = { narrow: [9.5, 9, 8.5, 8], wide: [8.5, 8] } as const;
/** Where a paper has too many columns for that, small letters are better than letters over one another. */
const SMALL = [7, 6, 5] as const;
const A4_WIDTH = 600;
/** Height of a line and of a cell's margins, in letters. */
const LINE = 1.4;
/** Rows nearer to a whole page than this may be cut: the height is only reckoned. */
const MOST_OF_PAGE = 0.7;
/** A short table stays whole; a long one never leaves one row alone before or after a break. */
const WHOLE = 6;
const PAIR = 2;

/** @param page what the section is printed on */
export function printedTable(block: TableBlock, press: TablePress, page: PageSize): object {
  const fit = fitAlike(block, press, page);
  const tallest = page.body.height * MOST_OF_PAGE;
  const heights = block.rows.map(({ cells }) => rowHeight(cells, fit));
  const room = (from: number, to?: number) => heights.slice(from, to).reduce((sum, one) => sum + one, 0) < tallest;
  const isWhole = block.rows.length <= WHOLE && room(0);
  const first = isWhole ? block.rows.length : PAIR;
  return {
    kind: "table",
    id: block.id,
    caption: breakable(`${press.numbering.labels.get(block.id)}: ${block.caption}`),
    size: fit.size,
    widths: fit.widths,
    inset: fit.inset,
    columns: block.columns.map(({ header, align }, at) => ({
      header: breakable(header, lettersIn(fit, at)),
      align,
      isTight: headerPieces(header).some((piece) => wordsWidth(piece, fit.size, true) > roomIn(fit, at)),
    })),
    rows: block.rows.map(({ cells }, row) => ({
      isLong: (heights[row] ?? 0) >= tallest,
      cells: cells.map((cell, at) => ({
        ...printedCell(cell, press, lettersIn(fit, at)),
        isTight: isTight(cell, at, fit),
      })),
    })),
    first: room(0, first) ? first : 0,
    last: !isWhole && block.rows.length > 2 * PAIR && room(-PAIR) ? PAIR : 0,
    source: block.source === undefined ? "" : breakable(`Source: ${block.source}`),
  };
}

/** Tables with the same columns have the same widths, so that the eye finds them again. */
function fitAlike({ columns }: TableBlock, { report, fits }: TablePress, { body }: PageSize): Fit {
  const key = JSON.stringify([body.width, columns]);
  const known = fits.get(key);
  if (known !== undefined) return known;
  const named = JSON.stringify(columns);
  const rows = blocksOf(report).flatMap((one) =>
    one.kind === "table" && JSON.stringify(one.columns) === named ? one.rows : [],
  );
  const sizes = body.width > A4_WIDTH ? SIZES.wide : SIZES.narrow;
  const fit = { ...fitTable({ columns, rows }, body.width, sizes, SMALL), inset: insetOf({ columns }) };
  fits.set(key, fit);
  return fit;
}

function printedCell(cell: ReportCell, press: TablePress, letters: number): object {
  switch (cell.kind) {
    case "text":
      return { kind: "text", text: printedText(cell.text, press, letters) };
    case "number":
      return { kind: "shown", shown: [cell.shown, ...(cell.marks ?? [])].join(" ") };
    case "state":
      return { kind: "shown", shown: cell.shorthand };
    case "rating":
      return { kind: "rating", word: cell.word, ...shaped(cell.label) };
    case "direction":
      return { kind: "direction", ...shaped(cell.label) };
    case "trend":
      return { kind: "trend", image: press.picture(cell.svg), alt: cell.alt };
  }
}

/** "■ Red" as its shape, which is seen and not read out, and its word. */
function shaped(label: string): { readonly shape: string; readonly words: string } {
  const [, shape = "", words = label] = /^(\P{L}+?)\s+(.+)$/u.exec(label) ?? [];
  return { shape, words };
}

/** How many ordinary letters a line of the column holds. */
function lettersIn(fit: Fit, at: number): number {
  return Math.max(1, Math.floor(roomIn(fit, at) / wordsWidth("e", fit.size)));
}

function roomIn({ widths, inset }: Fit, at: number): number {
  return (widths[at] ?? 0) - 2 * inset;
}

/** Whether a word must be hyphenated to stay in its column. */
function isTight(cell: ReportCell, at: number, fit: Fit): boolean {
  return cell.kind === "text" && plainWords(cell.text).some((word) => wordsWidth(word, fit.size) > roomIn(fit, at));
}

/** Reckoned from above: a line is taken to be filled to four fifths. */
function rowHeight(cells: readonly ReportCell[], fit: Fit): number {
  const lines = cells.map((cell, at) => {
    if (cell.kind !== "text") return 2;
    const words = plainWords(cell.text).join(" ");
    const breaks = cell.text.join("").split("\n").length;
    return Math.ceil(wordsWidth(words, fit.size) / (roomIn(fit, at) * 0.8)) + breaks;
  });
  return Math.max(...lines) * fit.size * LINE + 8;
}

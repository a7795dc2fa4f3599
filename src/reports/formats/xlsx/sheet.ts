/** A sheet of a workbook as data: what stands above its one table, its header, its rows. The bytes are made of this and nothing else. */
import type { NumberFormat, ReportColumn } from "../../../domain/report/document.ts";

/** Everything but a number is text and is written as text, so that nothing is ever run. */
export type SheetCell =
  | string
  /** `null` format: as it comes, exact. */
  | { readonly value: number; readonly format: NumberFormat | null }
  /** Leads to cell A1 of another sheet of the workbook. */
  | { readonly text: string; readonly toSheet: string };

export type SheetColumn = {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly align: "start" | "end";
};

export type Sheet = {
  /** At most 31 signs, unlike every other sheet's, without the signs Excel forbids. */
  readonly name: string;
  /** Column A, a row each: the title, then how many tables there are, notes, shorthand, source. */
  readonly above: readonly string[];
  /** `null` on the cover, which has no table. */
  readonly table: SheetTable | null;
};

export type SheetTable = {
  /** Excel's name of the table: letters, digits and underscores, unlike every other's. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** At least one, each as long as the header, no cell empty. */
  readonly rows: readonly (readonly SheetCell[])[];
};

/** A sheet with what its columns hold in words, for the sheet that describes them all. */
export type DescribedSheet = Sheet & { readonly described: readonly Pick<ReportColumn, "header" | "words">[] };

/** Stands where there is nothing to say: an empty cell would have to be explained. */
export const NOTHING = "None";

const LONGEST_NAME = 31;
const LONGEST_TABLE_NAME = 250;
const NARROWEST = 10;
const SHORT_HEADER = 14;
const WIDE = 60;
const WIDEST = 120;
/** A row is at most 409 points high, some 25 lines: longer texts need wider columns. */
const MOST_LINES = 20;

/** A column as wide as its longest text, within reason; longer ones are wrapped, in as many lines as a row can show. */
export function sheetColumn(
  header: string,
  cells: readonly SheetCell[],
  align: SheetColumn["align"] = "start",
): SheetColumn {
  const texts = cells.map(cellText);
  const longest = Math.max(...texts.map((text) => text.length), 0);
  const line = Math.max(...texts.flatMap((text) => text.split("\n")).map(({ length }) => length), 0);
  // A short header stands in one line; a longer one is wrapped at its words.
  const parts = header.length <= SHORT_HEADER ? [header] : header.split(/\s+/);
  const word = Math.max(...parts.map(({ length }) => length + 3));
  const most = Math.min(WIDEST, Math.max(WIDE, Math.ceil(longest / MOST_LINES)));
  return { header, width: Math.min(most, Math.max(NARROWEST, word, line + 2)), align };
}

/** Lines a text takes in a column: programs that do not measure text themselves are told how high a row is. */
export function linesIn(text: string, width: number): number {
  // Letters are a little narrower on average than the digits a column's width is counted in.
  const room = Math.max(1, Math.floor((width - 1) * 1.05));
  return text.split("\n").reduce((lines, part) => lines + wrapped(part, room), 0);
}

function wrapped(part: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of part.split(" ")) {
    if (used > 0 && used + 1 + length > room) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    lines += Math.ceil(used / room) - 1;
    used = used > room ? used % room : used;
  }
  return Math.max(1, lines);
}

/** Rows of plain text under their headers. */
export function textTable(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): SheetTable {
  const filled = rows.length === 0 ? [headers.map(() => NOTHING)] : rows;
  return {
    name,
    columns: headers.map((header, index) =>
      sheetColumn(
        header,
        filled.map((row) => row[index] ?? NOTHING),
      ),
    ),
    rows: filled,
  };
}

/** Names Excel takes for sheets, each once, in the order of those wanted. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => once(legalName(name), taken, " "));
}

/** Sheets whose tables have names Excel takes, each once. */
export function withTableNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    if (sheet.table === null) return sheet;
    const name = sheet.table.name.replace(/\W+/g, "_").replace(/^(?=\d)/, "_");
    return { ...sheet, table: { ...sheet.table, name: once(name, taken, "_") } };
  });
}

/** What a cell shows, near enough to measure it. */
export function cellText(cell: SheetCell): string {
  if (typeof cell === "string") return cell;
  return "text" in cell ? cell.text : cell.value.toFixed(cell.format?.decimals ?? 0);
}

/** Excel forbids seven signs, an apostrophe at either end, and the name History. */
function legalName(name: string): string {
  const plain = [...name.replace(/[[\]:*?/\\'\p{Cc}]+/gu, " ").replace(/\s+/g, " ")].join("").trim();
  return plain === "" || /^history$/i.test(plain) ? `Sheet ${plain}`.trim() : plain;
}

function once(wanted: string, taken: Set<string>, joint: string): string {
  const longest = joint === " " ? LONGEST_NAME : LONGEST_TABLE_NAME;
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `${joint}${number}`;
    const name = `${cut(wanted, longest - ending.length)}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Whole words where possible, and never half of a sign that takes two places. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const short = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  const words = text[short.length] === " " ? short : short.replace(/\s+\S*$/, "");
  const whole = words.replace(/([\s,;:.]|\s(a|and|at|by|for|from|in|its|of|on|or|that|the|their|to|who|with))+$/i, "");
  return (whole.length * 2 > longest ? whole : short).trim();
}

/** What a row of a scorecard is: a measure, a section's name, headings again, a note, or a note that runs on from the row above. */
import type { Column } from "./layout.ts";
import type { TableRow } from "./source-table.ts";

export type RowKind =
  | "title"
  | "measure"
  | "comment"
  | "section"
  | "heading"
  | "footnote"
  | "notice"
  | "continuation"
  | "unread";

const NOTICE = /^this page (is|has been)( been)? (intentionally|deliberately) (left )?blank\.?$/i;
const FOOTNOTE =
  /^(\*+|†|‡|note\b|notes\b|n\.?b\.?\b|source\b|key\b|\[?note \d|please note|data (is|are)|figures (are|in))/i;
/** A section's name is short; a longer single cell is a note. */
const LONGEST_SECTION = 160;

/** Tells a row from its cells alone; `headings` are those in force. */
export function rowKind(row: TableRow, columns: readonly Column[], headings: readonly string[]): RowKind {
  const filled = row.cells.filter((cell) => cell !== "");
  const first = filled[0] ?? "";
  if (filled.every((cell) => NOTICE.test(cell))) return "notice";
  if (isRepeatedHeading(row, headings)) return "heading";
  const at = (role: Column["role"]): string =>
    columns
      .filter((column) => column.role === role)
      .map(({ index }) => row.cells[index] ?? "")
      .find((cell) => cell !== "") ?? "";
  const measure = at("measure");
  const reference = at("reference");
  if (FOOTNOTE.test(first) && filled.length === 1) return "footnote";
  if (!columns.some(({ role }) => role === "measure"))
    return reference !== "" && at("comment") !== "" ? "comment" : filled.length === 1 ? "section" : "unread";
  if (measure !== "" && (filled.length > 1 || reference !== "")) return "measure";
  if (isAlone(filled, at("section")) && !isLateWords(row, columns))
    return first.length <= LONGEST_SECTION ? "section" : "footnote";
  if (reference !== "" && FOOTNOTE.test(reference)) return "footnote";
  const isWords = reference === "" && filled.every((cell) => /[a-z]{2}/i.test(cell));
  if (!isWords) return "unread";
  // Words under the periods are a second row of headings or a note on them; elsewhere they run on from the row above.
  const isUnderPeriods = columns.some(({ role, index }) => role === "period" && (row.cells[index] ?? "") !== "");
  return isUnderPeriods ? "footnote" : "continuation";
}

/** One cell, or one beside a section's cell that says the same. */
function isAlone(filled: readonly string[], section: string): boolean {
  const others = filled.filter((cell) => cell !== section);
  return filled.length === 1 || others.length === 0;
}

/** A single cell under the comments, or any column of words after the measure's, belongs to the row above. */
function isLateWords(row: TableRow, columns: readonly Column[]): boolean {
  const place = row.cells.findIndex((cell) => cell !== "");
  const measure = columns.find(({ role }) => role === "measure")?.index ?? 0;
  const role = columns.find(({ index }) => index === place)?.role;
  return place > measure && role !== "period" && role !== "section";
}

/** Half of the cells or more are the headings above them. */
function isRepeatedHeading(row: TableRow, headings: readonly string[]): boolean {
  const filled = row.cells.filter((cell) => cell !== "").length;
  const same = row.cells.filter(
    (cell, index) => cell !== "" && cell.toLowerCase() === (headings[index] ?? "").toLowerCase(),
  ).length;
  return same >= 2 && same * 2 >= filled;
}

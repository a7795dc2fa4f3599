/** What reading one spelling yields. Each distinct spelling is read once, by plain TypeScript, and joined back to every row that has it. */
import type { IssueCode } from "../issue-codes.ts";

export type Reading = {
  /** The value as canonical text (YYYY-MM-DD, true, 12.5, a code), or `null` when it could not be read. */
  readonly value: string | null;
  readonly issue?: IssueCode;
  /** The kind of thing the spelling was, never the spelling itself. */
  readonly valueClass?: string;
};

export type Reader = (text: string) => Reading;

/** Looks a spelling up in a code list as it stood in a collection year. */
export type ReadCode = (list: string, text: string, year: number | undefined) => Reading;

/** Spreadsheet errors: the cell's formula failed. */
const ERROR_CELLS = new Set(["#n/a", "#na", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#error!"]);

/** Words people and systems write for nothing. */
const WORDS_FOR_NOTHING = new Set(["null", "n/a", "na", "none", "nil", "-", "--", ".", "nan", "nat", "not applicable"]);

/** Reads a cell that says only that there is nothing in it; `null` when it says something. */
export function readNothing(text: string): Reading | null {
  const word = text.trim().toLowerCase();
  if (word === "") return { value: null };
  if (ERROR_CELLS.has(word)) return { value: null, issue: "ERROR_CELL", valueClass: "spreadsheet error" };
  if (WORDS_FOR_NOTHING.has(word)) return { value: null, issue: "WORD_FOR_NOTHING", valueClass: "word for nothing" };
  return null;
}

/** One spelling of a code to the code, by a code list: the code itself, "a) CODE: words", "CODE - words", the words, then the list's own spellings. */
import { foldName } from "../formats/csv-header.ts";
import { type Reading, readNothing } from "./reading.ts";

/** A code list as the catalogue holds it, ready for looking up. */
export type CodeBook = {
  /** By code in capitals. */
  readonly codes: ReadonlyMap<string, { readonly code: string; readonly from?: number; readonly to?: number }>;
  /** Code by words, and by spelling, folded. */
  readonly words: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly code: string }[];
};

const LETTER = /^[a-z]\)\s*/i;

/** Reads a spelling. A code of another year is kept and said so; without a year every code is in force. */
export function readCode(book: CodeBook, spelling: string, year?: number): Reading {
  const text = spelling.trim();
  const exact = inYear(book, text.toUpperCase(), year);
  if (exact !== null) return exact;
  const nothing = readNothing(text);
  if (nothing !== null) return nothing;
  const bare = text.replace(LETTER, "");
  const found =
    inYear(book, bare.toUpperCase().replace(/\.0$/, ""), year) ??
    inYear(book, (bare.split(/\s*[:–-]\s*|\s+/)[0] ?? "").toUpperCase(), year) ??
    inYear(book, book.words.get(foldName(text)) ?? book.words.get(foldName(bare)) ?? "", year) ??
    inYear(book, book.patterns.find(({ pattern }) => pattern.test(text))?.code ?? "", year);
  return found ?? { value: null, issue: "CODE_UNKNOWN", valueClass: "unknown code" };
}

function inYear({ codes }: CodeBook, code: string, year: number | undefined): Reading | null {
  const known = codes.get(code);
  if (known === undefined) return null;
  const isIn = year === undefined || ((known.from ?? year) <= year && year <= (known.to ?? year));
  return isIn
    ? { value: known.code }
    : { value: known.code, issue: "CODE_NOT_IN_YEAR", valueClass: "code of another year" };
}

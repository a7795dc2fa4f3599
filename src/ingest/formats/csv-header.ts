/** The header of a CSV file: its names, delimiter and encoding, found from the file's first bytes. */

import type { Issue } from "../../domain/issue.ts";
import type { CsvOptions, SourceFile } from "../contract.ts";
import { decodeHead, detectEncoding } from "../encoding.ts";
import { type IssueCode, issueOf } from "../issue-codes.ts";
import { LIMITS, type Limits } from "../limits.ts";

export type CsvHeader = {
  readonly encoding: CsvOptions["encoding"];
  readonly delimiter: string;
  /** Names as they stand, trimmed. */
  readonly names: readonly string[];
  /** Row the header stands in, from 1: blank lines before it count. */
  readonly row: number;
};

export type CsvHeaderFault = { readonly fault: IssueCode; readonly limit?: number };

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Reads the header, or says why the file has none. */
export function readCsvHeader(file: SourceFile, limits: Limits = LIMITS): CsvHeader | CsvHeaderFault {
  const { encoding } = detectEncoding(file.head);
  const text = decodeHead(file.head);
  const start = text.search(/[^\s]/);
  if (start < 0) return { fault: "FILE_EMPTY" };
  const record = firstRecord(text.slice(start));
  if (record.length > limits.headerCharacters) return { fault: "HEADER_TOO_LONG", limit: limits.headerCharacters };
  const delimiter = sniffDelimiter(record);
  // A NUL would end the name where it stands as a column's in SQL.
  const names = splitRecord(record, delimiter).map((name) => name.replaceAll("\0", "").trim());
  if (names.length > limits.columns) return { fault: "TOO_MANY_COLUMNS", limit: limits.columns };
  return { encoding, delimiter, names, row: lineOf(text, start) };
}

/** Whether a header was read. */
export function isHeader(header: CsvHeader | CsvHeaderFault): header is CsvHeader {
  return "names" in header;
}

/** Folds a name so that spellings alike to a person are alike: case, blanks and punctuation do not count. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/**
 * Names for staging: each header cell that folds to a known name gets that name, others keep their own, made unique.
 * Names standing twice are reported; a cell with no name becomes "column 5".
 */
export function stagedNames(
  names: readonly string[],
  known: readonly string[],
  file: string,
  issue: (issue: Issue) => void,
): readonly string[] {
  const byFold = new Map(known.map((name) => [foldName(name), name]));
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = name === "" ? `column ${index + 1}` : (byFold.get(foldName(name)) ?? name);
    if (!taken.has(wanted.toLowerCase())) {
      taken.add(wanted.toLowerCase());
      return wanted;
    }
    issue(issueOf("COLUMN_TWICE", { file, row: 1, column: wanted }));
    let copy = 2;
    while (taken.has(`${wanted} ${copy}`.toLowerCase())) copy++;
    taken.add(`${wanted} ${copy}`.toLowerCase());
    return `${wanted} ${copy}`;
  });
}

/** Text up to the first line end outside quotes. */
function firstRecord(text: string): string {
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === "\n" || character === "\r")) return text.slice(0, at);
  }
  return text;
}

/** The delimiter that cuts the record into most cells; a comma when none does. */
function sniffDelimiter(record: string): string {
  let best = ",";
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const cells = splitRecord(record, delimiter).length;
    if (cells > most) {
      best = delimiter;
      most = cells;
    }
  }
  return best;
}

function splitRecord(record: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  for (const character of record) {
    if (character === '"') inQuotes = !inQuotes;
    else if (character === delimiter && !inQuotes) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}

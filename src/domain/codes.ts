/** Code lists: what a code means, the years it is in force, and which code a spelling stands for. Pure; reading the files is ingest's. */

export type Code = {
  readonly code: string;
  readonly words: string;
  /** First and last collection year it is in force; left out when it always was or still is. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** A wider class several codes share: White, residential, special guardianship … */
  readonly class?: string;
  /** The code it is kept as, where another stands in its place today and means the same. */
  readonly becomes?: string;
};

/** A way of writing a code: spellings that match stand for `code`, in which $1 is what the first group caught. */
export type CodePattern = { readonly match: RegExp; readonly code: string };

export type CodeList = {
  readonly name: string;
  readonly source: string;
  /** By code as written in the list. */
  readonly codes: ReadonlyMap<string, Code>;
  /** Code by folded code, then by folded words, then by other folded spelling. */
  readonly byFold: ReadonlyMap<string, string>;
  readonly patterns: readonly CodePattern[];
};

const LETTER = /^[a-z]{1,2}\)\s*/i;
const CODE_THEN_WORDS = /^\(?([a-z0-9_]+)\)?\s*(?:[:;,\-\u2013\u2014]|\s-)/i;

/** Folds a spelling so that spellings alike to a person are alike: case, accents, blanks and punctuation do not count. */
export function foldSpelling(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]/g, "");
}

/** The code a spelling stands for: `K2`, `k2`, `p) K2: Children's homes`, `K2 - Children's homes`, the words alone, or a listed spelling. */
export function findCode(list: CodeList, text: string): Code | undefined {
  const plain = text.trim().replace(LETTER, "").trim();
  const named = codeOf(list, text.trim()) ?? codeOf(list, plain) ?? codeOf(list, CODE_THEN_WORDS.exec(plain)?.[1]);
  if (named !== undefined) return named;
  const afterWords = codeOf(list, plain.replace(CODE_THEN_WORDS, "").trim());
  return afterWords ?? patternOf(list, plain.toLowerCase());
}

/** The code as it is kept: itself, or the one that stands in its place today. */
export function keptCode({ code, becomes }: Code): string {
  return becomes ?? code;
}

/** Whether a code is in force in a collection year. */
export function isInForce({ fromYear, toYear }: Code, year: number): boolean {
  return (fromYear === undefined || year >= fromYear) && (toYear === undefined || year <= toYear);
}

function codeOf(list: CodeList, text: string | undefined): Code | undefined {
  if (text === undefined || text === "") return undefined;
  const exact = list.codes.get(text) ?? list.codes.get(text.toUpperCase());
  if (exact !== undefined) return exact;
  const code = list.byFold.get(foldSpelling(text));
  return code === undefined ? undefined : list.codes.get(code);
}

function patternOf(list: CodeList, text: string): Code | undefined {
  for (const { match, code } of list.patterns) {
    const found = match.exec(text);
    if (found === null) continue;
    const known = codeOf(list, code.replace("$1", found[1] ?? ""));
    if (known !== undefined) return known;
  }
  return undefined;
}

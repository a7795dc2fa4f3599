/** The header DfE's XML returns share: which collection it is, of what year, at what day, and what in it is not as it should be. */
import { type IsoDate, isIsoDate } from "../../domain/dates.ts";
import type { Issue } from "../../domain/issue.ts";
import { issueOf } from "../issue-codes.ts";

export type XmlHeader = { readonly year?: number; readonly asAt?: IsoDate; readonly issues: readonly Issue[] };

export type HeaderRules = {
  readonly file: string;
  readonly collection: string;
  /** Whether a year is one the collection can have. */
  readonly firstYear: number;
  /** The reference date of a collection year, and how to say it. */
  readonly referenceDate: (year: number) => { readonly isRight: (date: IsoDate) => boolean; readonly words: string };
};

/**
 * Reads year and reference date. A reference date that is not the collection's own is believed all the same (councils make extracts
 * between collections), with a warning; a year that is missing is taken from the reference date.
 */
export function readXmlHeader(header: ReadonlyMap<string, string>, rules: HeaderRules): XmlHeader {
  const issues: Issue[] = [];
  const odd = (column: string, expects: string) =>
    issues.push(issueOf("HEADER_VALUE_ODD", { file: rules.file, sheet: "Header", column }, { expects }));
  const missing = (column: string) =>
    issues.push(issueOf("HEADER_MISSING", { file: rules.file, sheet: "Header", column }));

  const collection = header.get("Collection");
  if (collection === undefined) missing("Collection");
  else if (collection.toUpperCase() !== rules.collection) odd("Collection", rules.collection);
  if (!/^\d{3}$/.test(header.get("LEA") ?? "")) odd("LEA", "three digits");

  const saidYear = header.get("Year");
  const year = readYear(saidYear, rules.firstYear);
  if (saidYear === undefined) missing("Year");
  else if (year === undefined) odd("Year", `a year from ${rules.firstYear}`);

  const saidDate = header.get("ReferenceDate")?.slice(0, 10);
  const asAt = saidDate !== undefined && isIsoDate(saidDate) ? saidDate : undefined;
  const reference = year === undefined ? undefined : rules.referenceDate(year);
  if (saidDate === undefined) missing("ReferenceDate");
  else if (asAt === undefined) odd("ReferenceDate", "a date, yyyy-mm-dd");
  else if (reference && !reference.isRight(asAt)) odd("ReferenceDate", reference.words);

  const yearFromDate = asAt === undefined ? undefined : Number(asAt.slice(0, 4));
  const known = year ?? yearFromDate;
  return { ...(known === undefined ? {} : { year: known }), ...(asAt === undefined ? {} : { asAt }), issues };
}

function readYear(text: string | undefined, firstYear: number): number | undefined {
  const year = /^\d{4}$/.test(text ?? "") ? Number(text) : Number.NaN;
  return year >= firstYear && year <= firstYear + 100 ? year : undefined;
}

/** The year a file's first bytes say it is of, or "" when they do not. */
export function headerYear(headText: string): string {
  return /<(?:[\w.-]+:)?Year>\s*(\d{4})\s*</.exec(headText)?.[1] ?? "";
}

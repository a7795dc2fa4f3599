/** Every issue a load can report: how grave it is, what is wrong and what to do. The one list; readers add a line here. */
import type { Issue, Severity } from "../domain/issue.ts";
import { FILE_ISSUE_CODES } from "./file-issue-codes.ts";
import { type IssueWords, issueCodes } from "./issue-words.ts";

export const ISSUE_CODES = issueCodes({
  ...FILE_ISSUE_CODES,
  // Values
  TWO_DIGIT_YEAR: {
    severity: "warning",
    message: "The date in {column} has a two-digit year, which could be of either century; it was left blank.",
    remedy: "Write the year with four digits.",
  },
  DATE_IMPOSSIBLE: {
    severity: "warning",
    message: "The date in {column} does not exist; it was left blank.",
    remedy: "Correct the date at its source.",
  },
  DATE_AMBIGUOUS: {
    severity: "warning",
    message: "The date in {column} has its month and day the American way round; it was left blank.",
    remedy: "Write dates as dd/mm/yyyy or yyyy-mm-dd.",
  },
  DATE_OUT_OF_RANGE: {
    severity: "warning",
    message: "The date in {column} is before 1900 or after 2100; it was left blank.",
    remedy: "Correct the date at its source.",
  },
  DATE_UNREADABLE: {
    severity: "warning",
    message: "The value in {column} is not a date; it was left blank.",
    remedy: "Write dates as dd/mm/yyyy or yyyy-mm-dd.",
  },
  PERIOD_UNREADABLE: {
    severity: "warning",
    message: "The value in {column} is not a period.",
    remedy: "Write a month (2025-06), quarter (2025-26-Q1), year (2025-26 or 2025) or day.",
  },
  NUMBER_UNREADABLE: {
    severity: "warning",
    message: "The value in {column} is not a number; it was left blank.",
    remedy: "Write a plain number.",
  },
  NUMBER_OUT_OF_RANGE: {
    severity: "warning",
    message: "The number in {column} is outside what the return allows; it was left blank.",
    remedy: "Correct the number at its source.",
  },
  NUMBER_NOT_WHOLE: {
    severity: "warning",
    message: "The number in {column} is not whole; it was left blank.",
    remedy: "Write a whole number.",
  },
  ERROR_CELL: {
    severity: "warning",
    message: "The cell in {column} holds a spreadsheet error and was taken as blank.",
    remedy: "Mend the formula behind it.",
  },
  WORD_FOR_NOTHING: {
    severity: "info",
    message: "The cell in {column} holds a word for nothing (NULL, n/a) and was taken as blank.",
    remedy: "Nothing; leave such cells blank if you can.",
  },
  YES_NO_UNREADABLE: {
    severity: "warning",
    message: "The value in {column} is neither yes nor no; it was left blank.",
    remedy: "Write Y or N.",
  },
  CODE_UNKNOWN: {
    severity: "warning",
    message: "The value in {column} is not a code or spelling Waymark knows; it was left blank.",
    remedy: "Correct it at its source, or add the spelling to the code list.",
  },
  CODE_NOT_IN_YEAR: {
    severity: "warning",
    message: "The code in {column} was not in force in the year of the return; it was kept.",
    remedy: "Check the year, or correct the code at its source.",
  },
  VALUE_UNKNOWN: {
    severity: "warning",
    message: "The value in {column} is not one of those expected; it was left blank.",
    remedy: "Correct it at its source.",
  },
  VALUE_COARSE: {
    severity: "info",
    message: "The value in {column} names a class and no single code; the code was left blank.",
    remedy: "Nothing; export the code itself where a measure needs it.",
  },
  // Rows
  ROW_WITHOUT_KEY: {
    severity: "error",
    message: "{column} is blank, and a row of {table} cannot be kept without it.",
    remedy: "Fill it in at its source.",
  },
  FACTS_DIFFER: {
    severity: "warning",
    message: "The {column} of this {table} differs from an earlier row with the same id; the earlier was kept.",
    remedy: "Correct one of the two at its source.",
  },
  KEY_TWICE: {
    severity: "warning",
    message: "An earlier row of {table} has the same id; the two were read as one, the earlier first.",
    remedy: "Give each its own id, or remove one.",
  },
  ROW_TWICE: {
    severity: "warning",
    message: "The row says the same as an earlier one and was read once.",
    remedy: "Remove one of the two.",
  },
  // Published figures
  AREA_LEVEL_NOT_KEPT: {
    severity: "info",
    message: "The row is of another kind of place than England, a region or a local authority, and was not kept.",
    remedy: "Nothing.",
  },
  ROW_WITHOUT_FIGURES: {
    severity: "info",
    message: "The row holds no figure.",
    remedy: "Nothing, unless the file should have held one.",
  },
  EDITION_NOT_STATED: {
    severity: "warning",
    message: "Neither the file nor its name says which edition the neighbours are of.",
    remedy: "Load it again with --year, or put the edition in the file's name: statistical-neighbours-2025-05.csv.",
  },
  // Checks across rows
  END_BEFORE_START: {
    severity: "warning",
    message: "{column} of the {table} is before the day it started.",
    remedy: "Correct one of the two dates at its source.",
  },
  EVENT_BEFORE_BIRTH: {
    severity: "warning",
    message: "{column} of the {table} is before the child was born.",
    remedy: "Correct the date, or the date of birth.",
  },
  DATE_AFTER_AS_AT: {
    severity: "warning",
    message: "{column} of the {table} is after the last day the return speaks for.",
    remedy: "Correct the date at its source, or name the right date with --as-at.",
  },
  PERSON_WITHOUT_RECORD: {
    severity: "warning",
    message: "The child of this row has no record of their own in the return, so age and sex are not known.",
    remedy: "Export the children's own table (header) for every child.",
  },
  TABLE_PASSED_OVER: {
    severity: "info",
    message: "The table {table} is the extract's own housekeeping and was passed over.",
    remedy: "Nothing.",
  },
  ROW_WITHOUT_PARENT: {
    severity: "error",
    message: "The row of {table} belongs to nothing in {parent}; it was not used.",
    remedy: "Export both tables at the same time and in full.",
  },
  PERSON_WITHOUT_BIRTH_DATE: {
    severity: "warning",
    message: "The child has neither a date of birth nor an expected one, so age is not known.",
    remedy: "Fill in the date of birth at its source.",
  },
  EPISODES_OVERLAP: {
    severity: "warning",
    message: "The episode starts before the child's earlier one ended.",
    remedy: "Correct the dates of one of the two.",
  },
  EPISODES_START_TOGETHER: {
    severity: "warning",
    message: "The child has another episode that starts on the same day.",
    remedy: "Keep the one that is right.",
  },
  EPISODE_WITHOUT_REASON_CEASED: {
    severity: "warning",
    message: "The episode has an end and no reason it ceased, or the other way round.",
    remedy: "Fill in the missing one.",
  },
  EARLIER_EPISODE_MISSING: {
    severity: "warning",
    message:
      "The episode says that it follows another (its reason is not S), which should have ended in this year and is not here.",
    remedy: "Check that all of the child's episodes were exported.",
  },
} satisfies Record<string, IssueWords>);

export type IssueCode = keyof typeof ISSUE_CODES;

type IssuePlace = Pick<Issue, "file" | "sheet" | "row" | "column" | "valueClass" | "count">;

/** An issue of the list, its words filled in from where it is and from `fill`. */
export function issueOf(
  code: IssueCode,
  place: IssuePlace,
  fill: Readonly<Record<string, string | number>> = {},
  severity: Severity = ISSUE_CODES[code].severity,
): Issue {
  return {
    severity,
    code,
    ...place,
    ...issueWords(code, { ...(place.column ? { column: place.column } : {}), ...fill }),
  };
}

/** The message and remedy of a code, with the names in braces filled in. */
export function issueWords(
  code: IssueCode,
  fill: Readonly<Record<string, string | number>>,
): { readonly message: string; readonly remedy: string } {
  const words: IssueWords = ISSUE_CODES[code];
  return { message: filled(words.message, fill), remedy: filled(words.remedy, fill) };
}

/** Whether an issue of this code means that the load is refused whole. */
export function refusesLoad(code: string): boolean {
  return code in ISSUE_CODES && (ISSUE_CODES[code as IssueCode] as IssueWords).refuses === true;
}

function filled(template: string, fill: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole));
}

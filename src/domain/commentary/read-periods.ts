/** Reads the periods a comment names, as a person in that month would mean them: "quarter 2", "May", "2014-15", "last year", "19th October 2015". */
import { addDays, addMonths, isoDate, monthOf } from "../dates.ts";
import { financialYearOf, periodContaining, type ReportingPeriod } from "../period.ts";
import { blank } from "./not-claims.ts";
import type { Span } from "./sentences.ts";

export type PeriodMention = Span & {
  readonly text: string;
  /** "day" and "month" are of the calendar; "relative" is "last year", "this quarter". */
  readonly kind: "day" | "month" | "quarter" | "year" | "relative";
  /** First and last day meant, both inclusive. */
  readonly from: string;
  readonly to: string;
};

type Reader = readonly [
  PeriodMention["kind"],
  RegExp,
  (match: RegExpExecArray, card: ReportingPeriod) => readonly [string, string] | null,
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const YEAR = "(?:\\s*,?\\s*'?(20\\d{2}|[12]\\d)(?!\\d|%|[.,/-]\\d))?";

/** In this order: what an earlier one has read, a later one no longer sees. */
const READERS: readonly Reader[] = [
  [
    "day",
    /\b(\d{1,2})\/(\d{1,2})\/((?:20)?\d{2})\b/g,
    ([, day, month, year]) => oneDay(fullYear(year), Number(month), Number(day)),
  ],
  [
    "day",
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH_NAME})\\b${YEAR}`, "g"),
    ([, day, month = "", year], card) => {
      const number = monthNumber(month);
      return oneDay(year === undefined ? yearOfMonth(number, card) : fullYear(year), number, Number(day));
    },
  ],
  [
    "quarter",
    /\b(?:(?:q|qu|qtr)\.?|quarter)\s?([1-4])(?:\s+(?:of\s+)?(20\d{2})\s?[-/]\s?(?:20)?\d{2})?(?!\d)/gi,
    ([, quarter, year], card) => quarterSpan(Number(quarter), year, card),
  ],
  [
    "quarter",
    /\b(first|second|third|fourth|final)\s+quarter\b/gi,
    ([, word = ""], card) =>
      quarterSpan(["first", "second", "third", "fourth"].indexOf(word.toLowerCase()) + 1 || 4, undefined, card),
  ],
  ["year", /\b(20\d{2})\s?[-–/]\s?(?:20)?(\d{2})\b/g, ([, first, second]) => yearSpan(Number(first), Number(second))],
  [
    "year",
    /(?<![\d/-])([12]\d)[-/]([1-3]\d)\b(?!\s*(?:%|year|yr|\/))/g,
    ([, first, second]) => yearSpan(2000 + Number(first), Number(second)),
  ],
  ["month", new RegExp(`\\b(${MONTH_NAME})\\b${YEAR}`, "g"), monthSpan],
  [
    "relative",
    /\b(?:this|the) time last year\b|\bsame (?:period|time|month|quarter) (?:of |in )?(?:the )?(?:last|previous) year\b/gi,
    (_, card) => [addMonths(card.start, -12), monthOf(addMonths(card.end, -12)).end],
  ],
  [
    "relative",
    /\b(?:last|previous|prior|preceding) (year|quarter|month)\b(?!\s+(?:of|to))/gi,
    ([, unit = ""], card) => earlier(unit.toLowerCase(), card),
  ],
];

/** Every period named, in order. A bare month is the latest such month the card's period has reached. */
export function readPeriods(text: string, card: ReportingPeriod): readonly PeriodMention[] {
  let left = text;
  const mentions: PeriodMention[] = [];
  for (const [kind, pattern, read] of READERS) {
    for (const match of left.matchAll(pattern)) {
      const span = read(match, card);
      // A sentence may begin with May; "may" in the middle is a verb and is never capital.
      if (span === null || isVerbMay(match, text)) continue;
      mentions.push({
        kind,
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
        from: span[0],
        to: span[1],
      });
    }
    left = blank(left, pattern);
  }
  return mentions.toSorted((one, other) => one.start - other.start);
}

/** The quarter a day falls in, 1 to 4 from April. */
export function quarterOf(day: string): ReportingPeriod {
  return periodContaining("quarter", day);
}

function quarterSpan(quarter: number, year: string | undefined, card: ReportingPeriod): readonly [string, string] {
  const start = year === undefined ? financialYearOf(card.end) : Number(year);
  const { start: from, end } = quarterOf(addMonths(isoDate(start, 4, 1), (quarter - 1) * 3));
  return [from, end];
}

function monthSpan([, name = "", year]: RegExpExecArray, card: ReportingPeriod): readonly [string, string] {
  const number = monthNumber(name);
  const { start, end } = monthOf(isoDate(year === undefined ? yearOfMonth(number, card) : fullYear(year), number, 1));
  return [start, end];
}

function yearSpan(first: number, second: number): readonly [string, string] | null {
  if ((first + 1) % 100 !== second) return null;
  const { start, end } = periodContaining("financial-year", isoDate(first, 4, 1));
  return [start, end];
}

function earlier(unit: string, { start, end, window }: ReportingPeriod): readonly [string, string] {
  if (unit === "month") return [monthOf(addMonths(end, -1)).start, monthOf(addMonths(end, -1)).end];
  if (unit === "quarter") {
    const before = quarterOf(addDays(quarterOf(end).start, -1));
    return [before.start, before.end];
  }
  const year = periodContaining("financial-year", addMonths(end, -12));
  return window === "financial-year" ? [addMonths(start, -12), year.end] : [year.start, year.end];
}

function oneDay(year: number, month: number, day: number): readonly [string, string] | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const { end } = monthOf(isoDate(year, month, 1));
  if (day > Number(end.slice(8))) return null;
  const only = isoDate(year, month, day);
  return [only, only];
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function yearOfMonth(month: number, { end }: ReportingPeriod): number {
  return Number(end.slice(0, 4)) - (month > Number(end.slice(5, 7)) ? 1 : 0);
}

function fullYear(text = ""): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function isVerbMay(match: RegExpExecArray, text: string): boolean {
  if (match[0] !== "May") return false;
  return /^\s+(?:be|have|not|also|need|well|lead|include|reflect)\b/.test(text.slice(match.index + 3));
}

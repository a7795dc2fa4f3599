/** Windows of time and the reporting periods in them: one definition of month, quarter, year to date, rolling months, years, term and fortnight. */
import { addDays, addMonths, daysBetween, type IsoDate, isIsoDate, isoDate, monthOf } from "./dates.ts";
import { AppError } from "./errors.ts";

export const WINDOWS = [
  "in-month",
  "quarter",
  "year-to-date",
  "rolling-3-months",
  "rolling-12-months",
  "financial-year",
  "academic-year",
  "calendar-year",
  "term",
  "fortnight",
] as const;

/** A way of cutting time. Quarters and years to date are of the financial year (April to March). */
export type WindowId = (typeof WINDOWS)[number];

/** The dates a result covers, both ends inclusive. `id` names it within its window; `lastMonth` is the month it ends in, YYYY-MM. */
export type ReportingPeriod = {
  readonly window: WindowId;
  readonly id: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly label: string;
};

const ALIASES: Readonly<Record<string, WindowId>> = {
  month: "in-month",
  monthly: "in-month",
  snapshot: "in-month",
  ytd: "year-to-date",
  "rolling-3": "rolling-3-months",
  "rolling-12": "rolling-12-months",
  year: "financial-year",
};

/** A Monday: fortnights are counted from it, before and after. */
const FIRST_FORTNIGHT = "2018-01-01";
const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Reads a window's name; `month`, `ytd`, `rolling-12` and `year` are understood too. */
export function parseWindow(text: string): WindowId {
  const name = text.trim().toLowerCase();
  const window = WINDOWS.find((id) => id === name) ?? ALIASES[name];
  if (window === undefined)
    throw new AppError("PERIOD_INVALID", `"${text}" is not a window.`, `Use one of: ${WINDOWS.join(", ")}.`);
  return window;
}

/** The period of a window that a day falls in; for windows that end every month, the one that ends with the day's month. */
export function periodContaining(window: WindowId, day: IsoDate): ReportingPeriod {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const { start, end } = monthOf(day);
  const financialYear = month >= 4 ? year : year - 1;
  const academicYear = month >= 9 ? year : year - 1;
  switch (window) {
    case "in-month":
      return make(window, day.slice(0, 7), start, end, monthLabel(day));
    case "quarter": {
      const quarter = Math.floor(((month + 8) % 12) / 3) + 1;
      const first = isoDate(quarter === 4 ? financialYear + 1 : financialYear, ((quarter * 3) % 12) + 1, 1);
      return make(
        window,
        `${yearPair(financialYear)}-Q${quarter}`,
        first,
        monthOf(addMonths(first, 2)).end,
        `Quarter ${quarter} ${yearPair(financialYear)}`,
      );
    }
    case "year-to-date":
      return make(
        window,
        day.slice(0, 7),
        isoDate(financialYear, 4, 1),
        end,
        `April ${financialYear} to ${monthLabel(day)}`,
      );
    case "rolling-3-months":
    case "rolling-12-months": {
      const months = window === "rolling-3-months" ? 3 : 12;
      return make(window, day.slice(0, 7), addMonths(start, 1 - months), end, `${months} months to ${monthLabel(day)}`);
    }
    case "financial-year":
      return make(
        window,
        yearPair(financialYear),
        isoDate(financialYear, 4, 1),
        isoDate(financialYear + 1, 3, 31),
        `Year ${yearPair(financialYear)}`,
      );
    case "academic-year":
      return make(
        window,
        yearPair(academicYear),
        isoDate(academicYear, 9, 1),
        isoDate(academicYear + 1, 8, 31),
        `Academic year ${yearPair(academicYear)}`,
      );
    case "calendar-year":
      return make(window, String(year), isoDate(year, 1, 1), isoDate(year, 12, 31), String(year));
    case "term":
      return termContaining(month, academicYear);
    case "fortnight": {
      const first = addDays(FIRST_FORTNIGHT, Math.floor(daysBetween(FIRST_FORTNIGHT, day) / 14) * 14);
      return make(window, first, first, addDays(first, 13), `Fortnight from ${first}`);
    }
  }
}

/** Every period of a window whose last day lies between two days, in order. */
export function periodsBetween(window: WindowId, from: IsoDate, to: IsoDate): readonly ReportingPeriod[] {
  const periods: ReportingPeriod[] = [];
  let period = periodContaining(window, from);
  while (period.end <= to) {
    if (period.end >= from) periods.push(period);
    period = periodContaining(window, addDays(period.end, 1));
  }
  return periods;
}

/**
 * Reads what a person wrote for a period: 2025-06, 2025-26-Q1, 2025-26, 2025-26-autumn, 2025 or a day.
 *
 * @returns the first and last day it names; the meaning of 2025-26 follows the window (academic years run from September)
 */
export function parsePeriodSpan(text: string, window: WindowId): { readonly start: IsoDate; readonly end: IsoDate } {
  const value = text.trim();
  const span = readSpan(value, window);
  if (span === null) {
    throw new AppError(
      "PERIOD_INVALID",
      `"${text}" is not a period.`,
      "Write a month (2025-06), quarter (2025-26-Q1), year (2025-26 or 2025), term (2025-26-autumn) or day (2025-06-30).",
    );
  }
  return span;
}

/** The one period of a window that the text names: the one that ends with it or holds its last day. */
export function parsePeriod(text: string, window: WindowId): ReportingPeriod {
  return periodContaining(window, parsePeriodSpan(text, window).end);
}

/** April of 2025 is in financial year 2025: the calendar year it starts in. */
export function financialYearOf(day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}

/** 2025 is written 2025-26. */
export function yearPair(startYear: number): string {
  return `${startYear}-${String((startYear + 1) % 100).padStart(2, "0")}`;
}

/** "June 2025" of any day or month in it. */
export function monthLabel(day: string): string {
  return `${MONTH_NAMES[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** "21 November 2026" of an ISO day or moment. */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthLabel(day)}`;
}

function readSpan(value: string, window: WindowId): { readonly start: IsoDate; readonly end: IsoDate } | null {
  if (isIsoDate(value)) return { start: value, end: value };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value);
  // 2010-11 is a month and a year: a year only for the windows that are years.
  const pair = /^(\d{4})[-/](\d{2})(?:-(Q[1-4]|autumn|spring|summer))?$/i.exec(value);
  const isPair = pair !== null && (Number(pair[1]) + 1) % 100 === Number(pair[2]);
  const wantsYear = window === "financial-year" || window === "academic-year";
  if (month !== null && !(isPair && wantsYear)) return monthOf(`${value}-01`);
  if (isPair) return spanOfPair(Number(pair[1]), pair[3]?.toLowerCase(), window);
  if (/^\d{4}$/.test(value)) return { start: `${value}-01-01`, end: `${value}-12-31` };
  return null;
}

function spanOfPair(
  year: number,
  part: string | undefined,
  window: WindowId,
): { readonly start: IsoDate; readonly end: IsoDate } {
  if (part?.startsWith("q"))
    return periodContaining("quarter", addMonths(isoDate(year, 4, 1), (Number(part[1]) - 1) * 3));
  if (part !== undefined)
    return periodContaining(
      "term",
      part === "autumn" ? isoDate(year, 9, 1) : isoDate(year + 1, part === "spring" ? 1 : 4, 1),
    );
  return window === "academic-year" || window === "term"
    ? periodContaining("academic-year", isoDate(year, 9, 1))
    : periodContaining("financial-year", isoDate(year, 4, 1));
}

/** Terms run September to December, January to March and April to August, so that three make the academic year. */
function termContaining(month: number, academicYear: number): ReportingPeriod {
  if (month >= 9)
    return make(
      "term",
      `${yearPair(academicYear)}-autumn`,
      isoDate(academicYear, 9, 1),
      isoDate(academicYear, 12, 31),
      `Autumn term ${yearPair(academicYear)}`,
    );
  if (month <= 3)
    return make(
      "term",
      `${yearPair(academicYear)}-spring`,
      isoDate(academicYear + 1, 1, 1),
      isoDate(academicYear + 1, 3, 31),
      `Spring term ${yearPair(academicYear)}`,
    );
  return make(
    "term",
    `${yearPair(academicYear)}-summer`,
    isoDate(academicYear + 1, 4, 1),
    isoDate(academicYear + 1, 8, 31),
    `Summer term ${yearPair(academicYear)}`,
  );
}

function make(window: WindowId, id: string, start: IsoDate, end: IsoDate, label: string): ReportingPeriod {
  return { window, id, start, end, label };
}

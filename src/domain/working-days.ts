/** Working days of England: Monday to Friday without bank holidays. The start day is day 0, as in the DfE's bands ("same day", "1-10" …). */
import { type IsoDate, toEpochDay } from "./dates.ts";

/** Bank holidays of whole calendar years, as epoch days in order, none at a weekend. */
export type BankHolidays = {
  readonly days: readonly number[];
  /** First and last year the table speaks for; working days outside them are not known. */
  readonly firstYear: number;
  readonly lastYear: number;
};

/** 1970-01-01 was a Thursday, the fourth day of its week. */
const WEEKDAY_OF_EPOCH = 3;

/** Bank holidays from their dates; a day at a weekend is no working day anyway and is left out. The years covered run from the first date's to the last's. */
export function bankHolidaysOf(dates: readonly IsoDate[]): BankHolidays {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const days = [...new Set(dates.map(toEpochDay))].filter((day) => weekdayOf(day) < 5).sort((a, b) => a - b);
  return { days, firstYear: Math.min(...years), lastYear: Math.max(...years) };
}

/**
 * Working days after `start`, up to and including `end`. 0 when they are the same day, also when nothing but days off lies between;
 * the negative of the other way round when `end` is earlier. `null` when either day is in a year the table does not cover.
 */
export function workingDaysBetween(start: IsoDate, end: IsoDate, holidays: BankHolidays): number | null {
  const first = workingDayNumber(start, holidays);
  const last = workingDayNumber(end, holidays);
  return first === null || last === null ? null : last - first;
}

/** For each day from `from` to `to`, both included, a cumulative number whose differences are working days; `null` outside the years covered. */
export function workingDayNumbers(from: IsoDate, to: IsoDate, holidays: BankHolidays): readonly (number | null)[] {
  const start = toEpochDay(from);
  const count = Math.max(0, toEpochDay(to) - start + 1);
  const firstCovered = toEpochDay(`${holidays.firstYear}-01-01`);
  const lastCovered = toEpochDay(`${holidays.lastYear}-12-31`);
  return Array.from({ length: count }, (_, offset) => {
    const day = start + offset;
    return day < firstCovered || day > lastCovered ? null : numberOf(day, holidays);
  });
}

function workingDayNumber(date: IsoDate, holidays: BankHolidays): number | null {
  const year = Number(date.slice(0, 4));
  return year < holidays.firstYear || year > holidays.lastYear ? null : numberOf(toEpochDay(date), holidays);
}

/** Weekdays up to and including a day, counted from the Monday before 1970, less the bank holidays up to it. */
function numberOf(day: number, { days }: BankHolidays): number {
  const sinceMonday = day + WEEKDAY_OF_EPOCH;
  const weekdays = Math.floor(sinceMonday / 7) * 5 + Math.min(weekdayOf(day) + 1, 5);
  return weekdays - countUpTo(days, day);
}

/** Monday is 0, Sunday 6. */
function weekdayOf(day: number): number {
  return (((day + WEEKDAY_OF_EPOCH) % 7) + 7) % 7;
}

/** How many of the sorted days are no later than the day. */
function countUpTo(sorted: readonly number[], day: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Working days, counted by walking the calendar one day at a time. */
import { fromEpochDay, type IsoDate, toEpochDay } from "../../src/domain/dates.ts";

const walked = new Map<string, number | null>();

/**
 * Working days from a to b; a is day 0, and backwards they count down. `null` outside the years whose bank holidays are known.
 */
export function workingDays(a: IsoDate, b: IsoDate, holidays: ReadonlySet<IsoDate>): number | null {
  if (b < a) {
    const forwards = workingDays(b, a, holidays);
    return forwards === null ? null : 0 - forwards;
  }
  const key = `${a} ${b}`;
  const known = walked.get(key);
  if (known !== undefined) return known;
  const counted = isCovered(a, holidays) && isCovered(b, holidays) ? walk(a, b, holidays) : null;
  walked.set(key, counted);
  return counted;
}

/** The day that is a number of working days after another. */
export function afterWorkingDays(from: IsoDate, days: number, holidays: ReadonlySet<IsoDate>): IsoDate | null {
  let day = toEpochDay(from);
  for (let left = days; left > 0; ) {
    day += 1;
    if (!isCovered(fromEpochDay(day), holidays)) return null;
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return fromEpochDay(day);
}

function walk(a: IsoDate, b: IsoDate, holidays: ReadonlySet<IsoDate>): number {
  let days = 0;
  for (let day = toEpochDay(a) + 1; day <= toEpochDay(b); day += 1) if (isWorkingDay(day, holidays)) days += 1;
  return days;
}

function isWorkingDay(day: number, holidays: ReadonlySet<IsoDate>): boolean {
  const date = fromEpochDay(day);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

function isCovered(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  const years = [...holidays].map((holiday) => holiday.slice(0, 4)).sort();
  const year = day.slice(0, 4);
  return year >= (years[0] ?? "9999") && year <= (years.at(-1) ?? "0000");
}

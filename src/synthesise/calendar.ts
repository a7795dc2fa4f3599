/** Days as whole numbers since 1970-01-01: working days of England, months, birthdays, seasons and how each format writes a date. */
import { addMonths, fromEpochDay, type IsoDate, isoDate, toEpochDay } from "../domain/dates.ts";
import type { Random } from "./prng.ts";

/** Days since 1970-01-01. */
export type Day = number;

const FIRST_YEAR = 1985;
const LAST_YEAR = 2060;

/** Days that are bank holidays by proclamation, or that moved, besides the yearly rules (GOV.UK bank holidays, England and Wales). */
const ADDED = [
  "2011-04-29",
  "2012-06-04",
  "2012-06-05",
  "2020-05-08",
  "2022-06-02",
  "2022-06-03",
  "2022-09-19",
  "2023-05-08",
];
const REMOVED = new Set(["2012-05-28", "2020-05-04", "2022-05-30"]);

/** How busy each month is at the front door: schools report, so August and December are quiet. */
const MONTH_WEIGHT = [1.04, 0.99, 1.1, 0.92, 1.05, 1.08, 1.06, 0.72, 0.98, 1.06, 1.12, 0.82];

type Calendar = {
  readonly first: Day;
  readonly working: Uint8Array;
  /** Working days up to and including each day. */
  readonly upTo: Int32Array;
  readonly workingDays: Int32Array;
  readonly iso: readonly string[];
  readonly uk: readonly string[];
};

let made: Calendar | undefined;

/** The date written YYYY-MM-DD. */
export function isoText(day: Day): IsoDate {
  const { iso, first } = calendar();
  return iso[day - first] ?? fromEpochDay(day);
}

/** The date written dd/mm/yyyy, as the SSDA903 and Annex A have it. */
export function ukText(day: Day): string {
  const { uk, first } = calendar();
  return uk[day - first] ?? ukOf(fromEpochDay(day));
}

/** Whether the day is neither at a weekend nor a bank holiday. */
export function isWorkingDay(day: Day): boolean {
  const { working, first } = calendar();
  return working[day - first] === 1;
}

/** The working day that many working days after a day; the day itself is day 0. */
export function addWorkingDays(day: Day, days: number): Day {
  if (days === 0) return day;
  const { upTo, workingDays, first } = calendar();
  return workingDays[(upTo[day - first] ?? 0) + days - 1] ?? day + Math.round(days * 1.4);
}

/** Working days from one day to a later one: the start is day 0. */
export function workingDaysBetween(from: Day, to: Day): number {
  const { upTo, first } = calendar();
  return (upTo[to - first] ?? 0) - (upTo[from - first] ?? 0);
}

/** The same working day or the next one. */
export function onWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** The same day of the month a number of months later, or that month's last day. */
export function monthsLater(day: Day, months: number): Day {
  return toEpochDay(addMonths(isoText(day), months));
}

/** The day someone born on `born` becomes that old. Born on 29 February, it is 1 March where there is no 29th. */
export function birthday(born: Day, years: number): Day {
  const text = isoText(born);
  const year = Number(text.slice(0, 4)) + years;
  return Math.round(Date.UTC(year, Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86_400_000);
}

/** Completed years on a day; negative before birth. */
export function ageOn(born: Day, day: Day): number {
  const from = isoText(born);
  const on = isoText(day);
  const years = Number(on.slice(0, 4)) - Number(from.slice(0, 4));
  return on.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The collection year a day falls in: 1 April 2024 to 31 March 2025 is 2025. */
export function collectionYear(day: Day): number {
  const text = isoText(day);
  return Number(text.slice(0, 4)) + (text.slice(5) >= "04-01" ? 1 : 0);
}

/** A day between two, both included, as likely as children's services are busy on it. */
export function seasonalDay(random: Random, from: Day, to: Day): Day {
  for (let attempt = 0; attempt < 20; attempt++) {
    const day = random.int(from, to);
    const busy = (MONTH_WEIGHT[Number(isoText(day).slice(5, 7)) - 1] ?? 1) * (isWorkingDay(day) ? 1 : 0.12);
    if (random.next() * 1.2 < busy) return day;
  }
  return random.int(from, to);
}

function calendar(): Calendar {
  made ??= makeCalendar();
  return made;
}

function makeCalendar(): Calendar {
  const first = toEpochDay(isoDate(FIRST_YEAR, 1, 1));
  const days = toEpochDay(isoDate(LAST_YEAR, 12, 31)) - first + 1;
  const iso = Array.from({ length: days }, (_, place) => fromEpochDay(first + place));
  const holidays = new Set(ADDED);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) for (const day of holidaysOf(year)) holidays.add(day);

  const working = new Uint8Array(days);
  const upTo = new Int32Array(days);
  const list: Day[] = [];
  for (let place = 0; place < days; place++) {
    const weekday = (first + place + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
    if (weekday !== 0 && weekday !== 6 && !holidays.has(iso[place] ?? "")) {
      working[place] = 1;
      list.push(first + place);
    }
    upTo[place] = list.length;
  }
  return { first, working, upTo, workingDays: Int32Array.from(list), iso, uk: iso.map(ukOf) };
}

function ukOf(iso: IsoDate): string {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

/** The yearly rules: Easter, first and last Mondays, and substitutes for the three that fall on fixed dates. */
function holidaysOf(year: number): readonly IsoDate[] {
  const easter = easterSunday(year);
  const newYear = toEpochDay(isoDate(year, 1, 1));
  const christmas = toEpochDay(isoDate(year, 12, 25));
  const weekday = (christmas + 4) % 7;
  const boxing = weekday === 5 ? christmas + 3 : weekday === 6 ? christmas + 3 : christmas + 1;
  const days = [
    onMondayIfWeekend(newYear),
    easter - 2,
    easter + 1,
    mondayOnOrAfter(toEpochDay(isoDate(year, 5, 1))),
    mondayOnOrAfter(toEpochDay(isoDate(year, 5, 25))),
    mondayOnOrAfter(toEpochDay(isoDate(year, 8, 25))),
    weekday === 6 || weekday === 0 ? christmas + 2 : christmas,
    boxing,
  ];
  return days.map(fromEpochDay).filter((day) => !REMOVED.has(day));
}

function onMondayIfWeekend(day: Day): Day {
  const weekday = (day + 4) % 7;
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

function mondayOnOrAfter(day: Day): Day {
  return day + ((8 - ((day + 4) % 7)) % 7);
}

/** Easter Sunday by the anonymous Gregorian rule. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return toEpochDay(isoDate(year, Math.floor(f / 31), (f % 31) + 1));
}

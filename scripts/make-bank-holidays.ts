/**
 * Writes catalogue/reference/bank-holidays.csv: England's bank holidays by rule, with the days that were added or moved.
 * Run: node --import tsx scripts/make-bank-holidays.ts
 */
import { writeFileSync } from "node:fs";
import { addDays, fromEpochDay, type IsoDate, isoDate, toEpochDay } from "../src/domain/dates.ts";

export type Holiday = { readonly date: IsoDate; readonly name: string };

export const FIRST_YEAR = 2005;
export const LAST_YEAR = 2035;

const FILE = "catalogue/reference/bank-holidays.csv";

/** Days in place of the yearly ones (Banking and Financial Dealings Act 1971 s.1(2), by royal proclamation; GOV.UK bank holidays). */
const MOVED: Readonly<Record<string, Holiday>> = {
  "2012-05-28": { date: "2012-06-04", name: "Spring bank holiday (moved for the Diamond Jubilee)" },
  "2020-05-04": { date: "2020-05-08", name: "Early May bank holiday (moved to VE Day)" },
  "2022-05-30": { date: "2022-06-02", name: "Spring bank holiday (moved for the Platinum Jubilee)" },
};

/** Days besides the yearly ones (s.1(3) of the same Act; GOV.UK bank holidays). */
const ADDED: readonly Holiday[] = [
  { date: "2011-04-29", name: "Royal wedding" },
  { date: "2012-06-05", name: "Diamond Jubilee" },
  { date: "2022-06-03", name: "Platinum Jubilee" },
  { date: "2022-09-19", name: "State funeral of Queen Elizabeth II" },
  { date: "2023-05-08", name: "Coronation of King Charles III" },
];

/** England's bank holidays of a year in order. */
export function bankHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const yearly: readonly Holiday[] = [
    { date: onMonday(isoDate(year, 1, 1)), name: "New Year's Day" },
    { date: addDays(easter, -2), name: "Good Friday" },
    { date: addDays(easter, 1), name: "Easter Monday" },
    { date: firstMonday(year, 5), name: "Early May bank holiday" },
    { date: lastMonday(year, 5), name: "Spring bank holiday" },
    { date: lastMonday(year, 8), name: "Summer bank holiday" },
    ...christmas(year),
  ];
  return [
    ...yearly.map((day) => MOVED[day.date] ?? day),
    ...ADDED.filter(({ date }) => date.startsWith(`${year}`)),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Christmas Day and Boxing Day; one that falls at a weekend is kept on the next working day that the other does not take. */
function christmas(year: number): readonly Holiday[] {
  const day = isoDate(year, 12, 25);
  const weekday = weekdayOf(day);
  const [shift, boxingShift] = weekday === 5 ? [2, 3] : weekday === 6 ? [2, 1] : weekday === 4 ? [0, 3] : [0, 1];
  return [
    { date: addDays(day, shift), name: "Christmas Day" },
    { date: addDays(day, boxingShift), name: "Boxing Day" },
  ];
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Monday is 0. */
function weekdayOf(date: IsoDate): number {
  return (((toEpochDay(date) + 3) % 7) + 7) % 7;
}

function onMonday(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  return weekday < 5 ? date : addDays(date, 7 - weekday);
}

function firstMonday(year: number, month: number): IsoDate {
  const first = isoDate(year, month, 1);
  return addDays(first, (7 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): IsoDate {
  const last = fromEpochDay(toEpochDay(isoDate(year, month + 1, 1)) - 1);
  return addDays(last, -weekdayOf(last));
}

/** The whole file. */
export function bankHolidaysCsv(): string {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const rows = years.flatMap(bankHolidays).map(({ date, name }) => `${date},${name}`);
  return `${["date,name", ...rows].join("\n")}\n`;
}

if (import.meta.main) writeFileSync(FILE, bankHolidaysCsv());

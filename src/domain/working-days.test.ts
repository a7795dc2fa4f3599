import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { fromEpochDay, type IsoDate, toEpochDay } from "./dates.ts";
import { bankHolidaysOf, workingDayNumbers, workingDaysBetween } from "./working-days.ts";

const dates = readFileSync("catalogue/reference/bank-holidays.csv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.slice(0, 10));
const holidays = bankHolidaysOf(dates);

const cases = [
  // start, end, working days
  ["2025-06-02", "2025-06-02", 0],
  ["2025-06-02", "2025-06-03", 1],
  ["2025-06-06", "2025-06-09", 1],
  ["2025-06-07", "2025-06-08", 0],
  ["2025-06-07", "2025-06-09", 1],
  ["2025-04-17", "2025-04-22", 1], // Good Friday, the weekend and Easter Monday are not counted
  ["2025-12-24", "2026-01-02", 4], // Christmas Day, Boxing Day and New Year's Day are not
  ["2025-04-04", "2025-06-12", 45],
  ["2025-06-03", "2025-06-02", -1],
  ["2024-02-28", "2024-03-01", 2],
] as const;

for (const [start, end, expected] of cases)
  test(`there are ${expected} working days from ${start} to ${end}`, () => {
    assert.equal(workingDaysBetween(start, end, holidays), expected);
  });

test("working days of a year no table covers are not known", () => {
  assert.equal(workingDaysBetween("2035-12-28", "2036-01-03", holidays), null);
  assert.equal(workingDaysBetween("2004-12-31", "2005-01-04", holidays), null);
  assert.deepEqual(workingDayNumbers("2035-12-30", "2036-01-02", holidays).slice(2), [null, null]);
});

const FIRST = toEpochDay("2005-01-01");
const LAST = toEpochDay("2035-12-31");
const day = fc.integer({ min: FIRST, max: LAST }).map(fromEpochDay);
const free = new Set<IsoDate>(dates);

/** One day at a time, by JavaScript's own weekdays. */
function countSlowly(start: IsoDate, end: IsoDate): number {
  let count = 0;
  for (let at = toEpochDay(start) + 1; at <= toEpochDay(end); at++) {
    const weekday = new Date(`${fromEpochDay(at)}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !free.has(fromEpochDay(at))) count++;
  }
  return count;
}

test("working days are those counted one day at a time, and the other way round their negative", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (start, length) => {
      const end = fromEpochDay(Math.min(toEpochDay(start) + length, LAST));
      const counted = workingDaysBetween(start, end, holidays) ?? Number.NaN;
      assert.equal(counted, countSlowly(start, end));
      assert.equal(workingDaysBetween(end, start, holidays), 0 - counted);
    }),
  );
});

test("differences of the calendar's numbers are working days", () => {
  const numbers = workingDayNumbers(fromEpochDay(FIRST), fromEpochDay(LAST), holidays);
  fc.assert(
    fc.property(day, day, (start, end) => {
      const difference = Number(numbers[toEpochDay(end) - FIRST]) - Number(numbers[toEpochDay(start) - FIRST]);
      assert.equal(difference, workingDaysBetween(start, end, holidays));
    }),
  );
});

/** Tests of calendar dates. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  ageInYears,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  isIsoDate,
  monthOf,
  toEpochDay,
} from "./dates.ts";

const anyDay = fc.integer({ min: -25_000, max: 40_000 }).map(fromEpochDay);

test("a date survives being counted in days and back", () => {
  fc.assert(fc.property(anyDay, (day) => assert.equal(fromEpochDay(toEpochDay(day)), day)));
});

test("adding days and counting them agree", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) =>
      assert.equal(daysBetween(day, addDays(day, n)), n),
    ),
  );
});

const months = [
  ["2025-01-31", 1, "2025-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2025-03-31", -1, "2025-02-28"],
  ["2025-03-31", -13, "2024-02-29"],
  ["2025-01-15", -1, "2024-12-15"],
  ["2025-12-31", 0, "2025-12-31"],
] as const;
for (const [from, n, to] of months)
  test(`${from} and ${n} months is ${to}`, () => assert.equal(addMonths(from, n), to));

test("months later is never in the wrong month and never a later day of it", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
      const moved = addMonths(day, n);
      const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      assert.equal(index(moved) - index(day), n);
      assert.ok(Number(moved.slice(8)) <= Number(day.slice(8)));
    }),
  );
});

const ages = [
  ["2007-06-15", "2025-06-14", 17],
  ["2007-06-15", "2025-06-15", 18],
  ["2008-02-29", "2025-02-28", 16],
  ["2008-02-29", "2025-03-01", 17],
  ["2008-02-29", "2024-02-29", 16],
  ["2025-06-15", "2025-06-15", 0],
  ["2025-06-15", "2025-06-14", -1],
] as const;
for (const [dob, on, age] of ages) test(`born ${dob}, ${age} on ${on}`, () => assert.equal(ageInYears(dob, on), age));

test("only dates that exist are dates", () => {
  for (const real of ["2024-02-29", "2000-02-29", "2025-12-31"]) assert.equal(isIsoDate(real), true, real);
  for (const unreal of [
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-1-1",
    "31/12/2025",
    "",
  ])
    assert.equal(isIsoDate(unreal), false, unreal);
});

test("a month's first and last day hold every day of it", () => {
  assert.deepEqual(monthOf("2024-02-10"), { start: "2024-02-01", end: "2024-02-29" });
  assert.equal(daysInMonth(2023, 2), 28);
});

/** Tests of windows and reporting periods. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween, fromEpochDay } from "./dates.ts";
import { AppError } from "./errors.ts";
import { parsePeriod, parseWindow, periodContaining, periodsBetween, WINDOWS } from "./period.ts";

const anyDay = fc.integer({ min: 14_000, max: 25_000 }).map(fromEpochDay);
const partitions = [
  "in-month",
  "quarter",
  "financial-year",
  "academic-year",
  "calendar-year",
  "term",
  "fortnight",
] as const;

test("a day is in the period that contains it, first and last day included", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...WINDOWS), (day, window) => {
      const period = periodContaining(window, day);
      assert.ok(period.start <= day && day <= period.end);
    }),
  );
});

test("months, quarters, years, terms and fortnights follow each other with neither gap nor overlap", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...partitions), (day, window) => {
      const period = periodContaining(window, day);
      const next = periodContaining(window, addDays(period.end, 1));
      assert.equal(next.start, addDays(period.end, 1));
      assert.deepEqual(periodContaining(window, period.start), period);
      assert.deepEqual(periodContaining(window, period.end), period);
    }),
  );
});

test("a period's name leads back to it", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...WINDOWS), (day, window) => {
      const period = periodContaining(window, day);
      assert.deepEqual(parsePeriod(period.id, window), period);
    }),
  );
});

const known = [
  ["quarter", "2025-04-01", "2025-26-Q1", "2025-04-01", "2025-06-30"],
  ["quarter", "2026-03-31", "2025-26-Q4", "2026-01-01", "2026-03-31"],
  ["year-to-date", "2026-03-31", "2026-03", "2025-04-01", "2026-03-31"],
  ["year-to-date", "2025-04-30", "2025-04", "2025-04-01", "2025-04-30"],
  ["rolling-12-months", "2024-02-29", "2024-02", "2023-03-01", "2024-02-29"],
  ["rolling-3-months", "2025-01-31", "2025-01", "2024-11-01", "2025-01-31"],
  ["academic-year", "2025-08-31", "2024-25", "2024-09-01", "2025-08-31"],
  ["term", "2025-12-31", "2025-26-autumn", "2025-09-01", "2025-12-31"],
  ["term", "2026-01-01", "2025-26-spring", "2026-01-01", "2026-03-31"],
  ["calendar-year", "2025-12-31", "2025", "2025-01-01", "2025-12-31"],
] as const;
for (const [window, day, id, start, end] of known) {
  test(`${day} is in the ${window} ${id}, ${start} to ${end}`, () => {
    const period = periodContaining(window, day);
    assert.deepEqual([period.id, period.start, period.end], [id, start, end]);
  });
}

test("a year of each window has as many periods as it should", () => {
  const counts = WINDOWS.map((window) => [window, periodsBetween(window, "2025-04-01", "2026-03-31").length]);
  assert.deepEqual(Object.fromEntries(counts), {
    "in-month": 12,
    quarter: 4,
    "year-to-date": 12,
    "rolling-3-months": 12,
    "rolling-12-months": 12,
    "financial-year": 1,
    "academic-year": 1,
    "calendar-year": 1,
    term: 3,
    fortnight: 26,
  });
});

test("2010-11 is November as a month and a year as a year", () => {
  assert.equal(parsePeriod("2010-11", "in-month").end, "2010-11-30");
  assert.equal(parsePeriod("2010-11", "financial-year").end, "2011-03-31");
});

test("every month of a fortnight's year has its fortnights of 14 days", () => {
  for (const period of periodsBetween("fortnight", "2025-01-01", "2025-12-31"))
    assert.equal(daysBetween(period.start, period.end), 13);
});

test("windows have the names people say", () => {
  assert.equal(parseWindow("Month"), "in-month");
  assert.equal(parseWindow("ytd"), "year-to-date");
  assert.throws(
    () => parseWindow("weekly"),
    (fault: AppError) => fault.code === "PERIOD_INVALID" && fault.remedy.includes("fortnight"),
  );
});

test("what is not a period is refused with what to write", () => {
  for (const text of ["June 2025", "2025-13", "2025-27", "25-26", ""])
    assert.throws(() => parsePeriod(text, "in-month"), AppError, text);
});

/** Dates: every spelling seen in returns is read, and nothing is guessed. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { fromEpochDay, toEpochDay } from "../../domain/dates.ts";
import { readDate } from "./read-date.ts";

const READ = [
  // spelling, date
  ["2025-01-31", "2025-01-31"],
  ["2025-01-31 00:00:00", "2025-01-31"],
  ["2025-01-31 00:00:00.000", "2025-01-31"],
  ["2025-01-31T23:59:59Z", "2025-01-31"],
  ["2025-01-31T00:00:00+01:00", "2025-01-31"],
  ["31/01/2025", "2025-01-31"],
  ["1/2/2025", "2025-02-01"],
  ["01/02/2025 09:30", "2025-02-01"],
  ["31-01-2025", "2025-01-31"],
  ["31.01.2025", "2025-01-31"],
  ["2025/01/31", "2025-01-31"],
  ["20250131", "2025-01-31"],
  ["31 Mar 2025", "2025-03-31"],
  ["31-Mar-2025", "2025-03-31"],
  ["31st March 2025", "2025-03-31"],
  ["Mon 31 March 2025", "2025-03-31"],
  ["March 31, 2025", "2025-03-31"],
  ["1 Sept 2024", "2024-09-01"],
  ["29/02/2024", "2024-02-29"],
  ["45688", "2025-01-31"],
  ["45688.5", "2025-01-31"],
  ["  31/01/2025  ", "2025-01-31"],
] as const;

for (const [spelling, date] of READ)
  test(`"${spelling}" is ${date}`, () => assert.deepEqual(readDate(spelling), { value: date }));

const REFUSED = [
  // spelling, issue
  ["31/01/25", "TWO_DIGIT_YEAR"],
  ["1-Jan-25", "TWO_DIGIT_YEAR"],
  ["31/02/2025", "DATE_IMPOSSIBLE"],
  ["29/02/2023", "DATE_IMPOSSIBLE"],
  ["2025-02-30", "DATE_IMPOSSIBLE"],
  ["2025-13-01", "DATE_IMPOSSIBLE"],
  ["00/01/2025", "DATE_IMPOSSIBLE"],
  ["32/01/2025", "DATE_IMPOSSIBLE"],
  ["03/31/2025", "DATE_AMBIGUOUS"],
  ["01/01/1899", "DATE_OUT_OF_RANGE"],
  ["9999-12-31", "DATE_OUT_OF_RANGE"],
  ["01/01/20255", "DATE_UNREADABLE"],
  ["zz/08/2015", "DATE_UNREADABLE"],
  ["last Tuesday", "DATE_UNREADABLE"],
  ["2025", "DATE_UNREADABLE"],
  ["123", "DATE_UNREADABLE"],
  ["31 Foo 2025", "DATE_UNREADABLE"],
  ["#N/A", "ERROR_CELL"],
  ["NULL", "WORD_FOR_NOTHING"],
] as const;

for (const [spelling, issue] of REFUSED)
  test(`"${spelling}" is not taken for a date: ${issue}`, () => {
    const reading = readDate(spelling);
    assert.equal(reading.value, null);
    assert.equal(reading.issue, issue);
  });

test("blank is no date and no fault", () => assert.deepEqual(readDate("  "), { value: null }));

const days = fc.integer({ min: toEpochDay("1900-03-01"), max: toEpochDay("2100-12-31") }).map(fromEpochDay);
const pad = (number: number) => String(number).padStart(2, "0");

test("a date written in any of the accepted ways is read back as the same day", () => {
  fc.assert(
    fc.property(days, (date) => {
      const [year, month, day] = date.split("-").map(Number) as [number, number, number];
      const name = new Date(`${date}T00:00:00Z`).toLocaleString("en-GB", { month: "long", timeZone: "UTC" });
      const spellings = [
        date,
        `${date}T12:00:00`,
        `${date} 00:00:00.000`,
        `${pad(day)}/${pad(month)}/${year}`,
        `${day}/${month}/${year}`,
        `${pad(day)}-${pad(month)}-${year} 10:15:00`,
        `${day} ${name} ${year}`,
        `${pad(day)}-${name.slice(0, 3)}-${year}`,
        `${year}${pad(month)}${pad(day)}`,
      ];
      for (const spelling of spellings) assert.equal(readDate(spelling).value, date, spelling);
    }),
  );
});

test("an Excel serial of five digits is the day Excel shows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 73_000 }), (serial) => {
      assert.equal(readDate(String(serial)).value, fromEpochDay(toEpochDay("1899-12-30") + serial));
    }),
  );
});

test("whatever the text, the answer is a real day from 1900 to 2100 or none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- ]{0,12}$/)), (text) => {
      const { value } = readDate(text);
      if (value !== null) assert.equal(fromEpochDay(toEpochDay(value)), value);
    }),
  );
});

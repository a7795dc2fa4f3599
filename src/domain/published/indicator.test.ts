import assert from "node:assert/strict";
import test from "node:test";
import type { WindowId } from "../period.ts";
import { type Covers, coveredBy, timeBasisNote } from "./indicator.ts";
import { foldArea, readPrinted } from "./observation.ts";

const covered = [
  // what it covers, printed, last day, words
  ["year", "2025", "2025-03-31", "2024-25"],
  ["year", "202425", "2025-03-31", "2024-25"],
  ["31-march", "2025", "2025-03-31", "31 March 2025"],
  ["calendar-year", "2024", "2024-12-31", "2024"],
  ["academic-year", "2022/23", "2023-08-31", "academic year 2022-23"],
  ["academic-year", "202223", "2023-08-31", "academic year 2022-23"],
  ["year-to-september", "2025", "2025-09-30", "year to 30 September 2025"],
  ["december-to-february", "2024", "2024-02-29", "December 2023 to February 2024"],
] as const;

for (const [covers, printed, end, label] of covered)
  test(`${printed} of a figure that covers ${covers} is ${label}`, () => {
    assert.deepEqual(coveredBy(covers, printed), { end, label });
  });

test("a period that is no year covers nothing", () => assert.equal(coveredBy("year", "Week 5"), null));

const notes: readonly (readonly [Covers, WindowId, boolean, string])[] = [
  ["year", "financial-year", false, "Published for 2024-25 (year)."],
  ["year", "rolling-12-months", false, "Published for 2024-25 (year)."],
  ["year", "in-month", false, "Published for 2024-25 (year). The figure beside it is of one month."],
  ["year", "year-to-date", false, "Published for 2024-25 (year). The figure beside it is of part of a year."],
  ["31-march", "in-month", true, "Published as at 31 March 2025."],
];

for (const [covers, window, isSnapshot, note] of notes)
  test(`one published figure beside a figure ${window} says what each is of (requirement 148): ${note}`, () => {
    const stretch = coveredBy(covers, "2025");
    assert.ok(stretch !== null);
    assert.equal(timeBasisNote(covers, stretch, window, isSnapshot), note);
  });

const symbols = [
  // printed, digits, state
  ["1,234", "1234", "value"],
  ["22.6%", "22.6", "value"],
  ["0", "0", "value"],
  ["low", "0", "value"],
  ["k", "0", "value"],
  ["c", null, "suppressed"],
  ["z", null, "no-cohort"],
  ["x", null, "not-available"],
  ["u", null, "not-available"],
  ["-", null, "not-available"],
] as const;

for (const [printed, digits, state] of symbols)
  test(`a cell that prints ${printed} is ${state}${digits === null ? ", and no number" : `, ${digits}`}`, () => {
    assert.deepEqual(readPrinted(printed), { digits, state });
  });

test("a region is one region however a publication writes its name", () => {
  assert.equal(foldArea("London (Outer)"), foldArea("Outer London"));
  assert.equal(foldArea("Yorkshire and the Humber"), foldArea("Yorkshire and The Humber"));
  assert.notEqual(foldArea("London (Outer)"), foldArea("London (Inner)"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readPeriodHeading } from "./period-heading.ts";

const cases = [
  ["Apr-24", { kind: "month", month: 4, calendarYear: 2024 }],
  ["February 2025", { kind: "month", month: 2, calendarYear: 2025 }],
  ["Sept", { kind: "month", month: 9, calendarYear: null }],
  ["2025-02", { kind: "month", month: 2, calendarYear: 2025 }],
  ["2025-02-28", { kind: "month", month: 2, calendarYear: 2025 }],
  ["Q1", { kind: "quarter", quarter: 1, year: null, damage: null }],
  ["Qu 3", { kind: "quarter", quarter: 3, year: null, damage: null }],
  ["Qu 2 16-17", { kind: "quarter", quarter: 2, year: 2016, damage: null }],
  ["Quarter 4 2015/16", { kind: "quarter", quarter: 4, year: 2015, damage: null }],
  ["2023-24 Q2", { kind: "quarter", quarter: 2, year: 2023, damage: null }],
  ["Qu 3 18", { kind: "quarter", quarter: 3, year: null, damage: "18" }],
  ["Yr. end 14-15", { kind: "year", year: 2014 }],
  ["Annual Figure 2015-2016", { kind: "year", year: 2015 }],
  ["16-17 Year End", { kind: "year", year: 2016 }],
  ["Outturn 2022/23", { kind: "year", year: 2022 }],
  ["Year end", { kind: "year", year: null }],
  ["Measure", null],
  ["Comments", null],
  ["Mayor", null],
  ["15-17", null],
] as const;

for (const [heading, meant] of cases) {
  test(`the heading "${heading}" is ${meant === null ? "no period" : `read as ${JSON.stringify(meant)}`}`, () => {
    assert.deepEqual(readPeriodHeading(heading), meant);
  });
}

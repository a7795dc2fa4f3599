/** Which days the periods named in a comment mean, on a card for March 2026. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePeriod } from "../period.ts";
import { readPeriods } from "./read-periods.ts";

const card = parsePeriod("2026-03", "in-month");
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["in March 2025.", ["2025-03-01 to 2025-03-31"]],
  ["in March.", ["2026-03-01 to 2026-03-31"]],
  ["in April, as in Feb", ["2025-04-01 to 2025-04-30", "2026-02-01 to 2026-02-28"]],
  ["Sept 24 to Mar 25", ["2024-09-01 to 2024-09-30", "2025-03-01 to 2025-03-31"]],
  ["quarter 2 and Q4", ["2025-07-01 to 2025-09-30", "2026-01-01 to 2026-03-31"]],
  ["the final quarter of the year", ["2026-01-01 to 2026-03-31"]],
  ["quarter 2 of 2018-19", ["2018-07-01 to 2018-09-30"]],
  ["2024-25, 23/24", ["2024-04-01 to 2025-03-31", "2023-04-01 to 2024-03-31"]],
  ["on 19th October 2025", ["2025-10-19 to 2025-10-19"]],
  ["at 31/3/2026", ["2026-03-31 to 2026-03-31"]],
  ["30 February 2026", []],
  ["last month", ["2026-02-01 to 2026-02-28"]],
  ["last quarter", ["2025-10-01 to 2025-12-31"]],
  ["last year", ["2024-04-01 to 2025-03-31"]],
  ["this time last year", ["2025-03-01 to 2025-03-31"]],
  ["Performance may march on. May be better", []],
  ["the last quarter of a century", []],
  ["15-20% of 16-17 year olds", []],
];

for (const [text, expected] of cases)
  test(`"${text}" names ${expected.length === 0 ? "no period" : expected.join(" and ")}`, () => {
    assert.deepEqual(
      readPeriods(text, card).map(({ from, to }) => `${from} to ${to}`),
      expected,
    );
  });

/** The latest schooling of a child, and plans and statements of special educational need. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("an education record holds from the last day it covers to the next one's, twelve months at the most", async () => {
  const rows = await runView("education_latest", ["person_id", "start", "end", "sessions_attended"], {
    education_record: `
      child | period  | from_date  | to_date    | sessions_possible | sessions_missed
      A     | 2023-24 | 2023-09-04 | 2024-07-19 | 380               | 20
      A     | 2024-25 | 2024-09-03 | 2025-07-22 | 380               | 0
      B     | 2024-25 | 2024-09-03 | 2025-07-22 | 380               |
      C     | 2024-25 |            |            | 380               | 10`,
  });
  assert.deepEqual(rows, [
    "A | 2024-07-19 | 2025-07-19 | 360",
    "A | 2025-07-22 | 2026-07-22 | 380",
    "B | 2025-07-22 | 2026-07-22 | -",
  ]);
});

test("of a year and a month that end on one day the year stands", async () => {
  const rows = await runView("education_latest", ["person_id", "start", "from_date"], {
    education_record: `
      child | period  | from_date  | to_date
      A     | 2025-07 | 2025-07-01 | 2025-07-22
      A     | 2024-25 | 2024-09-03 | 2025-07-22`,
  });
  assert.deepEqual(rows, ["A | 2025-07-22 | 2024-09-03"]);
});

test("a transfer is a statement until the plan starts, and a plan from then on", async () => {
  const rows = await runView("plan_or_statement", ["person_id", "kind", "start", "end"], {
    ehcp_case: `
      child | request_date | plan_start | plan_cease | transfer
      A     | 2015-10-01   | 2016-02-01 | 2020-07-31 | true
      B     | 2015-10-01   |            |            | true
      C     | 2015-10-01   | 2016-02-01 |            |
      D     | 2015-10-01   |            |            |`,
  });
  assert.deepEqual(rows, [
    "A | plan | 2016-02-01 | 2020-07-31",
    "A | statement | 2015-10-01 | 2016-02-01",
    "B | statement | 2015-10-01 | -",
    "C | plan | 2016-02-01 | -",
  ]);
});

/** Reviews owed to children looked after: when each was due and whether it was held. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const SHOWN = ["person_id", "due", "held", "is_stated"] as const;
const IN_CARE = "child | start | end | legal_status\nA | 2025-01-06 | | V2";

test("first 20 working days, then three months after it, then six, each from the day of the one before", async () => {
  const rows = await runView("care_review_due", SHOWN, {
    care_episode: IN_CARE,
    review: "child | kind | date\nA | cla | 2025-01-31\nA | cla | 2025-05-06\nA | cp | 2025-06-06",
  });
  assert.deepEqual(rows, [
    "A | 2025-02-03 | 2025-01-31 | false",
    "A | 2025-04-30 | 2025-05-06 | false",
    "A | 2025-11-06 | - | false",
  ]);
});

test("three months after 30 November is the last of February", async () => {
  const rows = await runView("care_review_due", SHOWN, {
    care_episode: "child | start | legal_status\nA | 2023-11-06 | V2",
    review: "child | kind | date\nA | cla | 2023-11-30",
  });
  assert.deepEqual(rows, ["A | 2023-12-04 | 2023-11-30 | false", "A | 2024-02-29 | - | false"]);
});

test("the day the record states goes before the day worked out, also for one never held", async () => {
  const rows = await runView("care_review_due", SHOWN, {
    care_episode: IN_CARE,
    review: `
      child | kind | due        | date       | cancelled
      A     | cla  | 2025-02-01 | 2025-02-02 |
      A     | cla  | 2025-05-01 |            |
      A     | cla  | 2025-06-01 | 2025-05-30 |
      A     | cla  | 2025-07-01 |            | true
      A     | cla  | 2025-11-20 |            |`,
  });
  assert.deepEqual(rows, [
    "A | 2025-02-01 | 2025-02-02 | true",
    "A | 2025-05-01 | - | true",
    "A | 2025-06-01 | 2025-05-30 | true",
    "A | 2025-11-20 | - | true",
  ]);
});

test("nothing is owed to a child who left on or before the day, nor for short breaks", async () => {
  const rows = await runView("care_review_due", SHOWN, {
    care_episode: `
      child | start      | end        | legal_status
      A     | 2025-01-06 | 2025-02-03 | V2
      B     | 2025-01-06 | 2025-02-04 | V2
      C     | 2025-01-06 |            | V4`,
  });
  assert.deepEqual(rows, ["B | 2025-02-03 | - | false"]);
});

test("two records of one review are one review", async () => {
  const rows = await runView("care_review_due", SHOWN, {
    care_episode: "child | start | end | legal_status\nA | 2025-01-06 | 2025-02-20 | V2",
    review: "child | kind | due | date\nA | cla | | 2025-01-31\nA | cla | 2025-02-01 | 2025-01-31",
  });
  assert.deepEqual(rows, ["A | 2025-02-01 | 2025-01-31 | true"]);
});

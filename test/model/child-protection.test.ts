/** The views of child protection: `repeat_plan`, `review_step` and `strategy_discussion`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("a repeat plan knows the latest end of an earlier plan, however the plans are ordered", async () => {
  const rows = await runView("repeat_plan", ["person_id", "start", "previous_end"], {
    cp_plan: `
      child | start      | end
      A     | 2025-05-01 |
      A     | 2015-01-01 | 2016-01-01
      A     | 2023-01-01 | 2024-06-01
      B     | 2025-05-01 |`,
  });
  assert.deepEqual(rows, [
    "A | 2015-01-01 | -",
    "A | 2023-01-01 | 2016-01-01",
    "A | 2025-05-01 | 2024-06-01",
    "B | 2025-05-01 | -",
  ]);
});

test("a plan that ends the day the next starts came before it; one still open then did not end before it", async () => {
  const rows = await runView("repeat_plan", ["person_id", "start", "previous_end"], {
    cp_plan: `
      child | start      | end
      A     | 2024-01-01 | 2025-05-01
      A     | 2025-05-01 |
      B     | 2024-01-01 |
      B     | 2025-05-01 |`,
  });
  assert.deepEqual(rows, [
    "A | 2024-01-01 | -",
    "A | 2025-05-01 | 2025-05-01",
    "B | 2024-01-01 | -",
    "B | 2025-05-01 | -",
  ]);
});

test("the first review is due three months after the start and each later one six months after the one held", async () => {
  const rows = await runView("review_step", ["plan_id", "from_date", "due", "held"], {
    cp_plan: `
      id | child | start
      p1 | A     | 2024-11-30`,
    review: `
      child | kind | subject_id | date
      A     | cp   | p1         | 2025-02-28
      A     | cp   | p1         | 2025-08-31`,
  });
  assert.deepEqual(rows, [
    "p1 | 2024-11-30 | 2025-02-28 | 2025-02-28",
    "p1 | 2025-02-28 | 2025-08-28 | 2025-08-31",
    "p1 | 2025-08-31 | 2026-02-28 | -",
  ]);
});

test("reviews belong to the plan open that day when they name no plan that is known; cancelled ones and other kinds are not held", async () => {
  const rows = await runView("review_step", ["plan_id", "from_date", "held"], {
    cp_plan: `
      id | child | start      | end
      p1 | A     | 2024-01-10 | 2024-06-10
      p2 | A     | 2025-01-10 |`,
    review: `
      child | kind | subject_id | date       | cancelled
      A     | cp   |            | 2024-04-10 |
      A     | cp   | elsewhere  | 2025-04-10 |
      A     | cp   | p2         | 2025-05-10 | true
      A     | cla  | p2         | 2025-05-11 |
      B     | cp   | p2         | 2025-05-12 |`,
  });
  assert.deepEqual(rows, [
    "p1 | 2024-01-10 | 2024-04-10",
    "p1 | 2024-04-10 | -",
    "p2 | 2025-01-10 | 2025-04-10",
    "p2 | 2025-04-10 | -",
  ]);
});

test("a strategy discussion follows the referral it names, else the child's latest one up to that day", async () => {
  const rows = await runView("strategy_discussion", ["person_id", "date", "referral_id", "referral_date", "place"], {
    referral: `
      referral_id | child | date
      r1          | A     | 2025-01-10
      r2          | A     | 2025-06-10
      r3          | B     | 2025-06-20`,
    s47_enquiry: `
      child | referral_id | strategy_date
      A     | r1          | 2025-06-12
      A     |             | 2025-06-13
      B     |             | 2025-06-12
      C     |             | 2025-06-12`,
  });
  assert.deepEqual(rows, [
    "A | 2025-06-12 | r1 | 2025-01-10 | 1",
    "A | 2025-06-13 | r2 | 2025-06-10 | 1",
    "B | 2025-06-12 | - | - | -",
    "C | 2025-06-12 | - | - | -",
  ]);
});

test("discussions after one referral are numbered in order, two of a day alike; an enquiry without a discussion is left out", async () => {
  const rows = await runView("strategy_discussion", ["date", "place"], {
    referral: `
      referral_id | child | date
      r1          | A     | 2025-06-10`,
    s47_enquiry: `
      child | referral_id | strategy_date | start
      A     | r1          | 2025-06-11    |
      A     | r1          | 2025-06-11    | 2025-06-11
      A     | r1          | 2025-07-01    |
      A     | r1          |               | 2025-07-02`,
  });
  assert.deepEqual(rows, ["2025-06-11 | 1", "2025-06-11 | 1", "2025-07-01 | 2"]);
});

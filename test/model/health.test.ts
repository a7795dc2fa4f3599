/** Health records and the first assessment of those who come into care. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("a check is done when it has a day and nothing says it was not", async () => {
  const rows = await runView("health_record", ["person_id", "kind", "start", "end", "is_done", "is_year_statement"], {
    health_check: `
      child | kind   | date       | due        | status
      A     | dental | 2025-01-10 |            |
      A     | dental | 2025-06-10 |            | refused
      A     | rha    | 2025-03-10 | 2025-03-01 | completed
      B     | dental |            | 2025-05-01 | refused
      B     | rha    |            | 2025-08-01 | planned
      B     | rha    |            | 2025-09-01 |`,
  });
  assert.deepEqual(rows, [
    "A | dental | 2025-01-10 | 2025-06-10 | true | false",
    "A | dental | 2025-06-10 | - | false | false",
    "A | rha | 2025-03-10 | - | true | false",
    "B | dental | 2025-05-01 | - | false | false",
  ]);
});

test("the yearly return says done without a day: it stands on 31 March and is marked, unless a real check has that day", async () => {
  const rows = await runView("health_record", ["person_id", "start", "is_done", "is_year_statement"], {
    health_check: `
      child | kind | date       | due        | status
      A     | rha  |            | 2025-03-31 | done
      B     | rha  |            | 2025-03-31 | not_done
      C     | rha  |            | 2025-03-31 | done
      C     | rha  | 2025-03-31 |            | completed`,
  });
  assert.deepEqual(rows, [
    "A | 2025-03-31 | true | true",
    "B | 2025-03-31 | false | false",
    "C | 2025-03-31 | true | false",
  ]);
});

const ENTRY = ["person_id", "start", "request_date", "due", "done"] as const;

test("the first assessment is due on the twentieth working day, Christmas and New Year not counted", async () => {
  const rows = await runView("entry_health", ENTRY, {
    care_episode: "child | start | legal_status\nA | 2025-12-15 | V2\nB | 2025-06-01 | V2",
    health_check: `
      child | kind | request_date | date
      A     | iha  | 2025-12-16   | 2026-01-15
      A     | iha  | 2026-02-01   | 2026-03-01
      B     | rha  | 2025-06-02   | 2025-06-20`,
  });
  assert.deepEqual(rows, [
    "A | 2025-12-15 | 2025-12-16 | 2026-01-15 | 2026-01-15",
    "B | 2025-06-01 | - | 2025-06-27 | -",
  ]);
});

test("an assessment belongs to the period of care it was made in, and a refusal is not one", async () => {
  const rows = await runView("entry_health", ENTRY, {
    care_episode: `
      child | start      | end        | legal_status
      A     | 2025-01-06 | 2025-02-10 | V2
      A     | 2025-06-02 |            | V2
      B     | 2025-06-02 |            | V2`,
    health_check: `
      child | kind | request_date | date       | status
      A     | iha  | 2025-06-03   | 2025-06-20 | completed
      B     | iha  | 2025-06-03   | 2025-06-20 | refused`,
  });
  assert.deepEqual(rows, [
    "A | 2025-01-06 | - | 2025-02-03 | -",
    "A | 2025-06-02 | 2025-06-03 | 2025-06-30 | 2025-06-20",
    "B | 2025-06-02 | 2025-06-03 | 2025-06-30 | -",
  ]);
});

/** What is known of care leavers: for which days a statement is the latest. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const SHOWN = ["person_id", "start", "end", "stated_on", "activity"] as const;

test("a statement holds until the next one and at the most twelve months", async () => {
  const rows = await runView("care_leaver_latest", SHOWN, {
    care_leaver: `
      child | as_at      | activity
      A     | 2024-01-10 | F2
      A     | 2024-07-01 | G5
      A     | 2026-01-01 | P4
      B     | 2024-02-29 | F1`,
  });
  assert.deepEqual(rows, [
    "A | 2024-01-10 | 2024-07-01 | 2024-01-10 | F2",
    "A | 2024-07-01 | 2025-07-01 | 2024-07-01 | G5",
    "A | 2026-01-01 | 2027-01-01 | 2026-01-01 | P4",
    "B | 2024-02-29 | 2025-02-28 | 2024-02-29 | F1",
  ]);
});

test("it does not hold while the young person is looked after, and holds again from the day of leaving", async () => {
  const rows = await runView("care_leaver_latest", SHOWN, {
    care_leaver: `
      child | as_at      | activity
      A     | 2025-01-10 | F2
      B     | 2025-01-10 | F2
      C     | 2025-01-10 | F2
      D     | 2025-01-10 | F2`,
    care_episode: `
      child | start      | end        | legal_status
      A     | 2020-01-10 | 2025-03-01 | C2
      B     | 2025-02-01 | 2025-03-01 | V2
      C     | 2020-01-10 |            | C2
      D     | 2020-01-10 | 2025-01-10 | C2`,
  });
  assert.deepEqual(rows, [
    "A | 2025-03-01 | 2026-01-10 | 2025-01-10 | F2",
    "B | 2025-01-10 | 2025-02-01 | 2025-01-10 | F2",
    "B | 2025-03-01 | 2026-01-10 | 2025-01-10 | F2",
    "D | 2025-01-10 | 2026-01-10 | 2025-01-10 | F2",
  ]);
});

/** Periods of care: which episodes belong together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const SHOWN = ["person_id", "start", "end", "first_legal_status", "last_rec"] as const;

test("episodes that follow on the same day are one period; a day between makes two", async () => {
  const rows = await runView("period_of_care", SHOWN, {
    care_episode: `
      child | start      | end        | legal_status | rec
      A     | 2025-01-10 | 2025-02-10 | L1           | X1
      A     | 2025-02-10 | 2025-03-10 | C1           | E4A
      B     | 2025-01-10 | 2025-02-10 | V2           | E4A
      B     | 2025-02-11 |            | V2           |`,
  });
  assert.deepEqual(rows, [
    "A | 2025-01-10 | 2025-03-10 | L1 | E4A",
    "B | 2025-01-10 | 2025-02-10 | V2 | E4A",
    "B | 2025-02-11 | - | V2 | -",
  ]);
});

test("short breaks are left out and do not join two periods", async () => {
  const rows = await runView("period_of_care", SHOWN, {
    care_episode: `
      child | start      | end        | legal_status | rec
      A     | 2025-01-10 | 2025-02-10 | V2           | E4A
      A     | 2025-02-10 | 2025-02-20 | V4           |
      A     | 2025-02-20 | 2025-03-10 | V2           | E4A
      B     | 2025-01-10 |            | V3           |`,
  });
  assert.deepEqual(rows, ["A | 2025-01-10 | 2025-02-10 | V2 | E4A", "A | 2025-02-20 | 2025-03-10 | V2 | E4A"]);
});

test("episodes that overlap by mistake are one period, which lasts as long as any of them", async () => {
  const rows = await runView("period_of_care", SHOWN, {
    care_episode: `
      child | start      | end        | legal_status | rec
      A     | 2025-01-10 | 2025-06-10 | C2           | E4A
      A     | 2025-02-10 | 2025-03-10 | C2           | X1
      A     | 2025-05-10 | 2025-05-20 | C2           | X1
      B     | 2025-01-10 |            | C2           |
      B     | 2025-03-10 |            | C2           |`,
  });
  assert.deepEqual(rows, ["A | 2025-01-10 | 2025-06-10 | C2 | E4A", "B | 2025-01-10 | - | C2 | -"]);
});

test("a child of another authority with the same id is another child", async () => {
  const rows = await runView(
    "period_of_care",
    SHOWN,
    { care_episode: "child | start | end | legal_status\nA | 2025-01-10 | 2025-02-10 | C2" },
    { care_episode: "child | start | end | legal_status\nA | 2025-02-10 | 2025-03-10 | C2" },
  );
  assert.deepEqual(rows, ["A | 2025-01-10 | 2025-02-10 | C2 | -"]);
});

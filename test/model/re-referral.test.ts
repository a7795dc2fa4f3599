/** The view `re_referral`: the referral before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const COLUMNS = ["person_id", "date", "previous_date"];

test("a first referral has none before it; a later one has the latest earlier day", async () => {
  const rows = await runView("re_referral", COLUMNS, {
    referral: `
      child | date
      A     | 2024-01-10
      A     | 2025-02-01
      A     | 2025-06-10
      B     | 2025-06-11`,
  });
  assert.deepEqual(rows, [
    "A | 2024-01-10 | -",
    "A | 2025-02-01 | 2024-01-10",
    "A | 2025-06-10 | 2025-02-01",
    "B | 2025-06-11 | -",
  ]);
});

test("two referrals of one day are both kept and neither comes before the other", async () => {
  const rows = await runView("re_referral", COLUMNS, {
    referral: `
      child | date
      A     | 2024-12-01
      A     | 2025-06-10
      A     | 2025-06-10`,
  });
  assert.deepEqual(rows, ["A | 2024-12-01 | -", "A | 2025-06-10 | 2024-12-01", "A | 2025-06-10 | 2024-12-01"]);
});

test("a child of the same id in another authority is another child", async () => {
  const rows = await runView(
    "re_referral",
    COLUMNS,
    { referral: "child | date\nA | 2025-06-10" },
    { referral: "child | date\nA | 2025-01-10" },
  );
  assert.deepEqual(rows, ["A | 2025-06-10 | -"]);
});

/** Stability: since when a child counts as settled. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("a child is settled from the first day of the placement, or of the one before it when placed for adoption", async () => {
  const rows = await runView("stability", ["person_id", "start", "settled_since"], {
    care_episode: `
      child | start      | end        | legal_status | rne | place
      A     | 2022-01-10 | 2023-05-01 | C2           | S   | U6
      A     | 2023-05-01 | 2025-03-10 | E1           | B   | U6
      A     | 2025-03-10 |            | E1           | P   | A6
      B     | 2025-03-10 |            | E1           | S   | A4`,
  });
  assert.deepEqual(rows, [
    "A | 2022-01-10 | 2022-01-10",
    "A | 2023-05-01 | 2023-05-01",
    "A | 2025-03-10 | 2023-05-01",
    "B | 2025-03-10 | 2025-03-10",
  ]);
});

/** Compulsory school age: from the term after the fifth birthday to the last Friday in June. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("begins on the first 31 August, 31 December or 31 March on or after the fifth birthday", async () => {
  const rows = await runView("compulsory_school_age", ["person_id", "start"], {
    person: `
      child | dob
      A     | 2019-08-31
      B     | 2019-09-01
      C     | 2020-01-01
      D     | 2020-03-31
      E     | 2020-04-01
      F     | 2020-02-29`,
  });
  assert.deepEqual(rows, [
    "A | 2024-08-31",
    "B | 2024-12-31",
    "C | 2025-03-31",
    "D | 2025-03-31",
    "E | 2025-08-31",
    "F | 2025-03-31",
  ]);
});

test("lasts to the last Friday in June of the school year of the sixteenth birthday", async () => {
  const rows = await runView("compulsory_school_age", ["person_id", "end"], {
    person: `
      child | dob
      A     | 2009-08-31
      B     | 2009-09-01
      C     | 2010-08-31
      D     | 2008-01-15`,
  });
  // 27 June 2025, 26 June 2026 and 28 June 2024 are Fridays; the end is the day after.
  assert.deepEqual(rows, ["A | 2025-06-28", "B | 2026-06-27", "C | 2026-06-27", "D | 2024-06-29"]);
});

test("an unborn child has none", async () => {
  const rows = await runView("compulsory_school_age", ["person_id"], {
    person: "child | expected_dob\nA | 2025-09-01",
  });
  assert.deepEqual(rows, []);
});

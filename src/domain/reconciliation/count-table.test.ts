/** Count tables of the published scorecards add up; one that does not is told (requirements 128, 129, 138). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { countTableFault } from "./count-table.ts";

test("the published rating and direction tables total 104 and 69", () => {
  assert.equal(countTableFault({ red: 7, amber: 29, green: 37, "not rated": 31 }, 104), null);
  assert.equal(countTableFault({ red: 10, amber: 16, green: 25, "not rated": 18 }, 69), null);
  assert.equal(countTableFault({ worse: 7, improving: 31, similar: 42, "not compared": 24 }, 104), null);
});

test("a table that does not add up says by how much", () => {
  assert.deepEqual(countTableFault({ red: 7, amber: 29, green: 36 }, 73), {
    sentence: "7 red + 29 amber + 36 green make 72, not 73.",
    difference: -1,
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readValueCell } from "./read-value-cell.ts";

const values = [
  ["1,036", 1036, 0, false],
  ["80%", 80, 0, true],
  ["97.80%", 97.8, 2, true],
  ["100.8r", 100.8, 1, false],
  ["-14.3", -14.3, 1, false],
  ["0", 0, 0, false],
  ["350.0", 350, 1, false],
] as const;
for (const [written, value, decimals, isPercent] of values) {
  test(`"${written}" is ${value}`, () => {
    const cell = readValueCell(written);
    assert.deepEqual(
      [cell?.state, cell?.value, cell?.decimals, cell?.isPercent],
      ["value", value, decimals, isPercent],
    );
  });
}

const states = [
  ["", "not-available"],
  ["supressed", "suppressed"],
  ["Suppressed", "suppressed"],
  ["NA", "no-cohort"],
  ["N/A", "not-meaningful"],
  ["NYC", "not-yet-collected"],
  ["Not reported", "not-available"],
  ["data not yet released", "not-released"],
  ["New", "new"],
] as const;
for (const [written, state] of states) {
  test(`"${written}" stands for ${state}, never for nought`, () => {
    const cell = readValueCell(written);
    assert.equal(cell?.state, state);
    assert.equal(cell?.value, null);
  });
}

test("a percentage with the count behind it gives both", () => {
  assert.deepEqual([readValueCell("92% (11)")?.value, readValueCell("92% (11)")?.bracket], [92, 11]);
  assert.deepEqual([readValueCell("19 (86%)")?.value, readValueCell("19 (86%)")?.numerator], [86, 19]);
});

test("a span of time stays words", () => {
  assert.equal(readValueCell("5-6 months")?.text, "5-6 months");
  assert.equal(readValueCell("3 working days")?.text, "3 working days");
});

test("prose is no figure", () => {
  for (const text of ["Process commenced in quarter 2", "of whom", "see note"]) assert.equal(readValueCell(text), null);
});

/** Rough words: true to the figure, plain, and never a small number. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { UNITS, type Unit } from "../measure.ts";
import { roughWords } from "./rough-words.ts";

const cases: readonly (readonly [number | null, number | null, Unit, string])[] = [
  [71.4, 200, "percentage", "About 7 in every 10."],
  [50.2, 200, "percentage", "About half."],
  [97, 200, "percentage", "All, or nearly all."],
  [94.9, 200, "percentage", "About 9 in every 10."],
  [3, 200, "percentage", "Very few, or none."],
  [50, 9, "percentage", "Too few children to give a number."],
  [248, null, "count", "About 250."],
  [1036, null, "count", "About 1,000."],
  [37, null, "count", "About 35."],
  [9, null, "count", "There were very few, or none."],
  [0, null, "count", "There were very few, or none."],
  [96.2, null, "rate-per-10000", "About 95 in every 10,000 children."],
  [426, 30, "average-days", "About 14 months."],
  [34, 30, "average-days", "About 35 days."],
  [34, 3, "average-days", "Too few children to give a number."],
  [null, null, "text", ""],
];
for (const [value, denominator, unit, words] of cases)
  test(`${value} of ${denominator ?? "no denominator"} as ${unit} reads: ${words === "" ? "nothing" : words}`, () => {
    assert.equal(roughWords({ value, numerator: null, denominator }, unit), words);
  });

test("no count below ten, no share of fewer than ten, and no rate of fewer than ten is ever told", () => {
  const few = fc.integer({ min: 0, max: 9 });
  assert.doesNotMatch(roughWords({ value: 40.3, numerator: 8, denominator: 1987 }, "rate-per-10000"), /\d/);
  fc.assert(
    fc.property(few, fc.double({ min: 0, max: 100, noNaN: true }), (small, share) => {
      assert.doesNotMatch(roughWords({ value: small, numerator: small, denominator: null }, "count"), /\d/);
      assert.doesNotMatch(roughWords({ value: share, numerator: null, denominator: small }, "percentage"), /\d/);
    }),
  );
});

test("every unit has words, one sentence each", () => {
  for (const unit of UNITS) {
    const words = roughWords({ value: 123.4, numerator: 61, denominator: 500 }, unit);
    assert.match(words, unit === "text" ? /^$/ : /^[A-Z].*\.$/, unit);
  }
});

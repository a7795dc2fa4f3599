import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { ordinal, quarterOf, standingOf } from "./standing.ts";

const cases = [
  // value, others, polarity, words
  [90, [80, 85, 95], "high-is-good", "2nd of 4, best first"],
  [90, [80, 85, 95], "low-is-good", "3rd of 4, best first"],
  [90, [80, 85, 95], "neutral", "2nd of 4, highest first"],
  [90, [90, 95, 80], "high-is-good", "joint 2nd of 4, best first"],
  [90, [], "high-is-good", "1st of 1, best first"],
] as const;

for (const [value, others, polarity, words] of cases)
  test(`${value} beside ${others.join(", ") || "nothing"} is ${words} when polarity is ${polarity}`, () => {
    assert.equal(standingOf(value, others, polarity).words, words);
  });

test("ranks of figures that all differ are the places 1 to n, each once", () => {
  const values = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.constantFrom("high-is-good" as const, "low-is-good" as const), (all, polarity) => {
      const ranks = all.map((value, index) => standingOf(value, all.toSpliced(index, 1), polarity).rank);
      assert.deepEqual(
        ranks.toSorted((a, b) => a - b),
        all.map((_, index) => index + 1),
      );
    }),
  );
});

const eight = [10, 20, 30, 40, 50, 60, 70, 80];

test("quarters are cut at the quartiles, interpolated, and the best comes first", () => {
  // Quartiles of the eight: 27.5, 45, 62.5.
  assert.equal(quarterOf(27.5, eight, "low-is-good")?.quarter, 1);
  assert.equal(quarterOf(27.6, eight, "low-is-good")?.quarter, 2);
  assert.equal(quarterOf(62.6, eight, "low-is-good")?.words, "in the worst quarter of 8 authorities");
  assert.equal(quarterOf(80, eight, "high-is-good")?.words, "in the best quarter of 8 authorities");
  assert.equal(quarterOf(80, eight, "neutral")?.words, "in the highest quarter of 8 authorities");
});

test("fewer than eight figures have no quarters", () => assert.equal(quarterOf(1, eight.slice(1), "neutral"), null));

test("11th to 13th are not 1st to 3rd", () =>
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), [
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "112th",
  ]));

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ChangeWording, Unit } from "../measure.ts";
import { changeWords } from "./change-words.ts";

const cases: readonly (readonly [string, number, number, Unit, number, ChangeWording, string])[] = [
  ["points are never a percentage", 50, 75, "percentage", 1, "percentage-points", "up 25 percentage points"],
  [
    "a percentage changes in points even where its measure says absolute",
    50,
    75,
    "percentage",
    1,
    "absolute",
    "up 25 percentage points",
  ],
  ["one point", 50, 51, "percentage", 1, "percentage-points", "up 1 percentage point"],
  ["item 22: 4.0 in points", 17.6, 21.6, "percentage", 1, "percentage-points", "up 4 percentage points"],
  ["item 22: -3.1 of a rate", 43.1, 40, "rate-per-10000", 1, "absolute", "down 3.1 per 10,000"],
  ["item 22: 5.7 relative", 488.9, 517, "rate-per-10000", 1, "relative", "up 5.7%"],
  ["item 23: over 100%", 2, 9, "count", 0, "relative", "up 350%"],
  ["nothing in per cent from nought", 0, 5, "count", 0, "relative", "up 5 from 0"],
  ["days", 592, 545, "average-days", 0, "absolute", "down 47 days"],
  ["working days", 5, 4, "maximum-working-days", 0, "absolute", "down 1 working day"],
  ["a large count", 7497, 9842, "count", 0, "absolute", "up 2,345"],
  ["no movement", 12.5, 12.5, "percentage", 1, "percentage-points", "no change"],
  [
    "a movement too small to print is not none",
    50,
    50.04,
    "percentage",
    1,
    "percentage-points",
    "up less than 0.1 percentage points",
  ],
  ["binary dust does not show", 0.1, 0.3, "average", 1, "absolute", "up 0.2"],
];

for (const [why, from, to, unit, decimals, change, words] of cases)
  test(`${from} to ${to} is "${words}": ${why}`, () => {
    assert.equal(changeWords(from, to, { unit, decimals, change }), words);
  });

test("the way back is worded as the way there, with up and down exchanged", () => {
  const value = fc.integer({ min: 0, max: 100_000 }).map((tenths) => tenths / 10);
  const facts = { unit: "percentage", decimals: 1, change: "percentage-points" } as const;
  fc.assert(
    fc.property(value, value, (from, to) => {
      const turned = changeWords(to, from, facts).replace(/^(up|down)/, (way) => (way === "up" ? "down" : "up"));
      assert.equal(changeWords(from, to, facts), turned);
    }),
  );
});

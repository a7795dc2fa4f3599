import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Figure } from "../figure.ts";
import { judgePromise, type PromiseInput } from "./judge-promise.ts";

const measure = {
  id: "assessments-within-45-working-days",
  unit: "percentage",
  decimals: 1,
  polarity: "high-is-good",
  change: "percentage-points",
} as const;

function figure(period: string, value: number): Figure {
  return {
    authority: "Wexcombe",
    measure: measure.id,
    window: "quarter",
    period,
    by: null,
    breakdown: null,
    numerator: value,
    denominator: 100,
    value,
    shown: `${value}%`,
    status: "value",
  };
}

function asked(parts: Partial<PromiseInput>): PromiseInput {
  return {
    expects: { kind: "improve" },
    measure,
    made: figure("2025-26-Q2", 70),
    came: figure("2025-26-Q3", 75),
    rating: null,
    isDue: true,
    when: "quarter 3 of 2025-26",
    ...parts,
  };
}

const cases: readonly (readonly [string, Partial<PromiseInput>, string, RegExp])[] = [
  ["an improvement that came", {}, "kept", /^Kept: an improvement was promised .*up 5 percentage points from 70%/],
  ["an improvement that did not come", { came: figure("2025-26-Q3", 70) }, "not-kept", /no change from 70%/],
  ["a fall that came", { expects: { kind: "fall" }, came: figure("2025-26-Q3", 60) }, "kept", /a fall was promised/],
  ["a rise that was a fall", { expects: { kind: "rise" }, came: figure("2025-26-Q3", 60) }, "not-kept", /a rise/],
  ["a level just reached", { expects: { kind: "reach-level", level: 75 } }, "kept", /75% was promised .* it was 75%/],
  ["a level just missed", { expects: { kind: "reach-level", level: 75.1 } }, "not-kept", /75.1% was promised/],
  [
    "a target met",
    { expects: { kind: "reach-target" }, rating: { word: "green", sentence: "Green." } },
    "kept",
    /rated green/,
  ],
  ["a target nobody set", { expects: { kind: "reach-target" } }, "not-measurable", /no target could be read/],
  ["a period that is not in", { came: null, isDue: false }, "waiting", /when quarter 3 of 2025-26 is in/],
  ["a period with no figure", { came: null }, "not-measurable", /no figure for quarter 3/],
  ["no figure when it was promised", { made: null }, "not-measurable", /when it was promised/],
  [
    "an improvement of what is neither good nor bad",
    { measure: { ...measure, polarity: "neutral" } },
    "not-measurable",
    /neither high nor low/,
  ],
];
for (const [story, parts, word, words] of cases)
  test(`a promise of ${story} is ${word}`, () => {
    const judged = judgePromise(asked(parts));
    assert.equal(judged.word, word);
    assert.match(judged.sentence, words);
  });

test("a promised improvement is kept where high is good exactly when a promised rise is, and where low is good when a fall is", () => {
  const value = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(value, value, (before, after) => {
      const parts = { made: figure("2025-26-Q2", before), came: figure("2025-26-Q3", after) };
      const word = (kind: "improve" | "rise" | "fall", polarity: "high-is-good" | "low-is-good"): string =>
        judgePromise(asked({ ...parts, expects: { kind }, measure: { ...measure, polarity } })).word;
      assert.equal(word("improve", "high-is-good"), word("rise", "high-is-good"));
      assert.equal(word("improve", "low-is-good"), word("fall", "low-is-good"));
      assert.equal(word("rise", "high-is-good") === "kept", after > before);
    }),
  );
});

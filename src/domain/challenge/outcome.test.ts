import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Figure } from "../figure.ts";
import type { Polarity } from "../measure.ts";
import { type OutcomeInput, outcomeOf } from "./outcome.ts";

const measure = {
  id: "visits-in-time",
  unit: "percentage",
  decimals: 1,
  polarity: "high-is-good",
  change: "percentage-points",
} as const;

function figure(period: string, numerator: number, denominator = 20): Figure {
  const value = (100 * numerator) / denominator;
  return {
    authority: "Wexcombe",
    measure: measure.id,
    window: "in-month",
    period,
    by: "team",
    breakdown: "Harbour",
    numerator,
    denominator,
    value,
    shown: `${value}%`,
    status: "value",
  };
}

function asked(parts: Partial<OutcomeInput>): OutcomeInput {
  return {
    measure,
    rule: { kind: "sign", tolerance: 0 },
    agreed: figure("2025-12", 10),
    atDue: null,
    now: figure("2026-03", 16),
    ...parts,
  };
}

test("an action worked when the latest figure is better than the one it was agreed on", () => {
  const { word, sentence } = outcomeOf(asked({}));
  assert.equal(word, "worked");
  assert.equal(
    sentence,
    "Worked: 80% (March 2026) now, 50% (December 2025) when agreed: up 30 percentage points (high is good).",
  );
});

test("the same movement is worse where low is good", () => {
  assert.equal(outcomeOf(asked({ measure: { ...measure, polarity: "low-is-good" } })).word, "worse");
});

test("a movement within the direction rule's tolerance has not worked yet", () => {
  const rule = { kind: "sign", tolerance: 5 } as const;
  assert.equal(outcomeOf(asked({ rule, now: figure("2026-03", 11) })).word, "not-yet");
  assert.equal(outcomeOf(asked({ rule, now: figure("2026-03", 12) })).word, "worked");
});

test("no movement has not worked yet, even under a rule with no third state", () => {
  assert.equal(outcomeOf(asked({ rule: { kind: "two-state" }, now: figure("2026-03", 10) })).word, "not-yet");
});

test("a gain at the due date that is gone now is told as one that did not last", () => {
  const { word, sentence } = outcomeOf(asked({ atDue: figure("2026-01", 15), now: figure("2026-03", 10) }));
  assert.equal(word, "not-yet");
  assert.match(sentence, /At its due date: 75% \(January 2026\); the gain did not last\./);
});

test("fewer than ten cases are said to be few", () => {
  assert.match(outcomeOf(asked({ now: figure("2026-03", 5, 9) })).sentence, /one child moves it much/);
  assert.doesNotMatch(outcomeOf(asked({ now: figure("2026-03", 5, 10) })).sentence, /one child/);
});

const untold: readonly (readonly [string, Partial<OutcomeInput>, RegExp])[] = [
  ["no later figure", { now: figure("2025-12", 16) }, /no figure after 50% \(December 2025\) yet/],
  ["no figure when agreed", { agreed: null }, /no figure when it was agreed/],
  ["neither high nor low is good", { measure: { ...measure, polarity: "neutral" } }, /neither high nor low/],
  ["nobody to count now", { now: { ...figure("2026-03", 0), status: "no-cohort", value: null } }, /latest figure is/],
  [
    "a count of the year to date",
    {
      measure: { ...measure, unit: "count" },
      agreed: { ...figure("2025-12", 3), window: "year-to-date" },
      now: { ...figure("2026-03", 9), window: "year-to-date" },
    },
    /only grows/,
  ],
];
for (const [story, parts, words] of untold)
  test(`it cannot be told whether an action worked: ${story}`, () => {
    const { word, sentence } = outcomeOf(asked(parts));
    assert.equal(word, "cannot-be-told");
    assert.match(sentence, words);
  });

test("what worked for a measure where high is good is worse where low is good, and what has not moved is neither", () => {
  const cases = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(cases, cases, fc.integer({ min: 0, max: 20 }), (before, after, tolerance) => {
      const judged = (polarity: Polarity): string =>
        outcomeOf(
          asked({
            measure: { ...measure, polarity },
            rule: { kind: "sign", tolerance },
            agreed: figure("2025-12", before, 40),
            now: figure("2026-03", after, 40),
          }),
        ).word;
      const points = ((after - before) * 100) / 40;
      const expected = points > tolerance ? "worked" : points < -tolerance ? "worse" : "not-yet";
      const turned = { worked: "worse", worse: "worked", "not-yet": "not-yet" } as const;
      assert.equal(judged("high-is-good"), expected);
      assert.equal(judged("low-is-good"), turned[expected]);
    }),
  );
});

/** Short sentences for members and plain ones for young people: complete, and silent about what is hidden. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type MadeUpValue, madeUpIndicator } from "../../../../test/reports/made-up-card.ts";
import { sectionSentences } from "./plain-members.ts";
import { youngWords } from "./plain-young-people.ts";

const one = (...values: readonly MadeUpValue[]) =>
  madeUpIndicator({ values, target: "at least 80%", denominator: 200 });

test("a part is told in three to six whole sentences whose numbers add up", () => {
  const indicators = [
    one(90, 95),
    one(90, 60),
    one(78, 78),
    one(90, "suppressed"),
    madeUpIndicator({ values: [1, 2] }),
  ];
  const sentences = sectionSentences(indicators);
  assert.ok(sentences.length >= 3 && sentences.length <= 6);
  assert.deepEqual(sentences, [
    "This part has 5 measures.",
    "1 is rated green, 1 amber and 1 red; 2 are not rated.",
    "Against the time before, 2 are better, 1 is worse and 1 is about the same.",
    "1 cannot be compared with the time before.",
    "1 figure is hidden because it could tell of a person.",
  ]);
});

test("a part where nothing is rated says so instead of counting nought three times", () => {
  assert.equal(sectionSentences([madeUpIndicator({ values: [1, 2] })])[1], "None is rated.");
});

test("a young person reads a rough figure, whether it is good enough, and whether it is better", () => {
  assert.deepEqual(youngWords(one(78, 71.4)), [
    "About 7 in every 10.",
    "This is not good enough.",
    "It is worse than last time.",
  ]);
});

test("nothing is told of a hidden figure but that it is hidden, and why", () => {
  assert.deepEqual(youngWords(one(90, "suppressed")), [
    "We do not give a number here, so that no one can be picked out.",
  ]);
});

test("without a figure nothing is said of better or worse", () => {
  assert.deepEqual(youngWords(one(90, "no-cohort")), ["We do not have a number yet."]);
});

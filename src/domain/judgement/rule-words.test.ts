/** How the help page says a scorecard rates and compares. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { directionWords, ratingWords } from "./rule-words.ts";

const ratings = [
  [
    { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 0 },
    "Green meets the target. Amber misses it by at most 15% of the target. Red misses it by more. A target of nothing is missed by anything.",
  ],
  [
    { kind: "relative-tolerance", tolerance: 10, zeroTolerance: 2 },
    "Green meets the target. Amber misses it by at most 10% of the target. Red misses it by more. A target of nothing may be missed by 2.",
  ],
  [{ kind: "monitor" }, "Indicators are watched and not rated."],
  [undefined, "Each indicator says how it is rated."],
] as const;
for (const [rule, words] of ratings) {
  test(`a rule of ${JSON.stringify(rule) ?? "nothing"} reads: ${words}`, () => assert.equal(ratingWords(rule), words));
}

const directions = [
  [
    { direction: { kind: "sign", tolerance: 0 }, compare: "previous-period" },
    "Compared with the period before. Any movement counts.",
  ],
  [
    { direction: { kind: "sign", tolerance: 2 }, compare: "baseline" },
    "Compared with the baseline. A change of at most 2 counts as similar.",
  ],
  [{}, ""],
] as const;
for (const [rules, words] of directions) {
  test(`comparing by ${JSON.stringify(rules)} reads: ${words}`, () => assert.equal(directionWords(rules), words));
}

/** How a measure counts and how a figure came out, in sentences an auditor can check. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../../../domain/figure.ts";
import type { Cohort } from "../../../domain/measure.ts";
import { SAMPLE_MEASURE } from "../../sample/measure.ts";
import { equationWords, ruleWords } from "./rule-words.ts";

const cohort: Cohort = {
  table: "care_episode",
  timing: { kind: "snapshot", start: "start", end: "end" },
  where: null,
  count: "children",
  lag: 0,
};
const [base] = SAMPLE_MEASURE.figures;
const figure = (numerator: number, denominator: number, value: number, shown: string): Figure => ({
  ...(base as Figure),
  numerator,
  denominator,
  value,
  shown,
});

const SUMS = [
  // unit, shape, figure, words
  [
    "percentage",
    SAMPLE_MEASURE.measure.shape,
    figure(90, 98, (90 * 100) / 98, "91.8%"),
    "90 ÷ 98 × 100 = 91.836735…, printed as 91.8%.",
  ],
  ["percentage", SAMPLE_MEASURE.measure.shape, figure(1, 2, 50, "50.0%"), "1 ÷ 2 × 100 = 50, printed as 50.0%."],
  [
    "rate-per-10000",
    { kind: "rate", cohort, ageGroup: "0-17", per: 10_000 },
    figure(1133, 75_100, (1133 * 10_000) / 75_100, "150.9"),
    "1,133 ÷ 75,100 × 10,000 = 150.865513…, printed as 150.9.",
  ],
] as const;
for (const [unit, shape, one, words] of SUMS) {
  test(`${one.shown} as a ${unit} came out so: ${words}`, () => {
    assert.equal(equationWords({ unit, shape }, one), words);
  });
}

test("nought of nought is no figure, and why is said", () => {
  const none: Figure = { ...figure(0, 0, 0, "[z]"), value: null, status: "no-cohort" };
  assert.match(equationWords(SAMPLE_MEASURE.measure, none), /^There was nothing to count: the denominator is 0/);
});

test("a snapshot of children says both", () => {
  assert.deepEqual(ruleWords({ unit: "count", shape: { kind: "count", cohort } }), [
    "It counts different children among the records of “care episode” that are open at the end of the period’s last day.",
  ]);
});

test("a flow says that both ends of the period are in it", () => {
  assert.match(
    ruleWords(SAMPLE_MEASURE.measure)[0] ?? "",
    /whose authorised date lies in the period, first and last day included/,
  );
});

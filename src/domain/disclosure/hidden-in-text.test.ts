import assert from "node:assert/strict";
import { test } from "node:test";
import { hiddenNumbersIn, hiddenNumbersOf } from "./hidden-in-text.ts";

const told = (text: string, value: number, isPercentage = false): readonly string[] =>
  hiddenNumbersIn(text, [{ key: "1.6", value, isPercentage }]).map(({ quote }) => quote);

const telling = [
  // text, hidden number, what tells it; the first is requirements 158
  ["There are 6 individuals waiting.", 6, "6"],
  ["There are six individuals waiting.", 6, "six"],
  ["Half a dozen children were moved.", 6, "Half a dozen"],
  ["A single child was placed far away.", 1, "single"],
  ["one looked after child went missing", 1, "one"],
  ["Both young people have returned.", 2, "Both"],
  ["Twenty-one families, a rise.", 21, "Twenty-one"],
  ["In all 1,036 contacts came.", 1036, "1,036"],
  ["Three of the five in custody", 3, "Three"],
  ["(4)", 4, "4"],
] as const;
for (const [text, value, quote] of telling) {
  test(`"${text}" tells ${value}`, () => assert.deepEqual(told(text, value), [quote]));
}

const silent = [
  ["There are 16 individuals, sixteen in all.", 6],
  ["Visits within 6 weeks; six months on; a rise of 6 percentage points.", 6],
  ["On 6 June 2025, and June 6, see ID 6, measure 1.6 and quarter 6.", 6],
  ["The 6th month; 6.5 children a worker; 2025/6; 6%", 6],
  ["One of the reasons is that both teams changed.", 1],
  ["Children aged 6 to 8 years", 6],
] as const;
for (const [text, value] of silent) {
  test(`"${text}" does not tell ${value}`, () => assert.deepEqual(told(text, value), []));
}

test("a hidden percentage is told by any rounding of it", () => {
  assert.deepEqual(told("At 43%, or 42.9 per cent to be exact, not 42%.", 300 / 7, true), ["43%", "42.9 per cent"]);
});

test("each find points at its words", () => {
  const text = "Of 40 moved, six moved twice.";
  const [find] = hiddenNumbersIn(text, [{ key: "a", value: 6 }]);
  assert.equal(text.slice(find?.start, find?.end), "six");
});

test("a hidden figure's numerator, denominator and value are all secret; a nought is not", () => {
  const figure = {
    authority: "Wexcombe",
    measure: "share",
    window: "quarter",
    period: "2025-26-Q1",
    by: null,
    breakdown: null,
    numerator: 0,
    denominator: 4,
    value: 0,
    shown: "0%",
    status: "value",
  } as const;
  const secrets = hiddenNumbersOf([figure, { ...figure, numerator: 3, value: 75, shown: "75%" }], () => "k");
  assert.deepEqual(
    secrets.map(({ value, isPercentage = false }) => [value, isPercentage]),
    [
      [4, false],
      [0, true],
      [3, false],
      [4, false],
      [75, true],
    ],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { level, seriesOf, toRate } from "../../../test/judgement-samples.ts";
import { VALUE_STATES } from "../value-state.ts";
import type { Bands } from "./bands.ts";
import { rate } from "./rate.ts";
import type { RatingRule } from "./rating.ts";
import type { Target } from "./target.ts";

const COUNT = { unit: "count", decimals: 0, change: "relative" } as const;
const LOW = { polarity: "low-is-good" } as const;
const range = (beyondGoodEnd: "meets" | "misses" | "unsaid"): Target => ({
  kind: "range",
  low: 90,
  high: 95,
  isPercent: true,
  beyondGoodEnd,
});

const sentences: readonly [string, Parameters<typeof seriesOf>, string][] = [
  [
    "the documents' own rule",
    [[71.4], { target: level(90) }],
    "Red: 71.4% is 20.7% below the target of 90%; more than 15%.",
  ],
  ["a met target", [[96], { target: level(90) }], "Green: 96.0% is at or above the target of 90%."],
  [
    "exactly the tolerance is amber",
    [[76.5], { target: level(90) }],
    "Amber: 76.5% is 15% below the target of 90%; within 15%.",
  ],
  [
    "a strict target, met",
    [[7.5], { target: level(8, "below"), measure: LOW }],
    "Green: 7.5% is below the target of 8%.",
  ],
  [
    "a strict target, touched",
    [[8], { target: level(8, "below"), measure: LOW }],
    "Amber: 8.0% is at the target of 8%, which it must be below; within 15%.",
  ],
  [
    "rounding that would hide a miss",
    [[89.96], { target: level(90) }],
    "Amber: 90.0% (89.96% before rounding) is 0.04% below the target of 90%; within 15%.",
  ],
  [
    "a target of nought (125)",
    [[3], { target: level(0), measure: { ...COUNT, ...LOW } }],
    "Red: 3 is 3 above the target of 0; there is no tolerance.",
  ],
  [
    "a true nought (19)",
    [[0], { target: level(0), measure: { ...COUNT, ...LOW } }],
    "Green: 0 is at or below the target of 0.",
  ],
  [
    "activity over a quarter",
    [[16], { target: { kind: "activity", value: 6, per: "month" }, window: "quarter", measure: COUNT }],
    "Amber: 16 is 11.1% below the target of 18 (6 per month); within 15%.",
  ],
  [
    "activity in May's year to date",
    [
      [12],
      {
        target: { kind: "activity", value: 6, per: "month" },
        window: "year-to-date",
        from: "2024-05-01",
        measure: COUNT,
      },
    ],
    "Green: 12 is at or above the target of 12 (6 per month).",
  ],
  [
    "a reduction from the baseline",
    [
      [39],
      {
        target: { kind: "relative", wanted: "decrease", percent: 5, from: "baseline" },
        baseline: 40,
        measure: { ...COUNT, ...LOW },
      },
    ],
    "Amber: 39 is 2.6% above the target of 38 (5% below the baseline); within 15%.",
  ],
  [
    "an increase",
    [[70, 72], { target: { kind: "change", wanted: "increase" } }],
    "Green: 72.0% is above the earlier value of 70.0%.",
  ],
  [
    "an increase that did not come",
    [[70, 70], { target: { kind: "change", wanted: "increase" } }],
    "Amber: 70.0% is at the earlier value of 70.0%, which it must be above; within 15%.",
  ],
  [
    "a maximum of working days",
    [
      [6],
      {
        target: { kind: "duration", value: 1, unit: "weeks", side: "at-most" },
        measure: { ...LOW, unit: "maximum-working-days", decimals: 0 },
      },
    ],
    "Red: 6 is 20% above the target of 1 week; more than 15%.",
  ],
];

for (const [story, [values, options], sentence] of sentences) {
  test(`${story}: ${sentence}`, () => {
    assert.equal(rate(toRate(seriesOf(values, options))).sentence, sentence);
  });
}

test("a proportion is judged by its parts: 5 of 7 does not meet 71.43%, though it prints as it", () => {
  const figure = { value: (5 * 100) / 7, numerator: 5, denominator: 7 };
  const judged = rate(toRate(seriesOf([figure], { target: level(71.43), measure: { decimals: 2 } })));
  assert.equal(judged.word, "amber");
  assert.match(judged.sentence, /71\.43% \(71\.429% before rounding\)/);
});

test("an absolute tolerance is in the measure's unit: points for a percentage (kind B)", () => {
  const rule: RatingRule = { kind: "absolute-tolerance", tolerance: 5 };
  const words = [85, 84.9].map((value) => rate(toRate(seriesOf([value], { target: level(90) }), { rule })));
  assert.deepEqual(
    words.map(({ word }) => word),
    ["amber", "red"],
  );
  assert.equal(
    words[1]?.sentence,
    "Red: 84.9% is 5.1 percentage points below the target of 90%; more than 5 percentage points.",
  );
});

test("5 of 7 twice is no increase, whatever floating point makes of five sevenths", () => {
  const figure = { value: (5 * 100) / 7, numerator: 5, denominator: 7 };
  const twice = { value: (10 * 100) / 14, numerator: 10, denominator: 14 };
  const judged = rate(toRate(seriesOf([figure, twice], { target: { kind: "change", wanted: "increase" } })));
  assert.equal(judged.sentence, "Amber: 71.4% is at the earlier value of 71.4%, which it must be above; within 15%.");
});

test("a distance never reads as the tolerance it is beyond", () => {
  const rule: RatingRule = { kind: "absolute-tolerance", tolerance: 5 };
  const of = (value: number) => rate(toRate(seriesOf([value], { target: level(90) }), { rule })).sentence;
  assert.match(of(84.96), /^Red: 85\.0% is just over 5 percentage points below the target of 90%; more than 5 /);
  assert.match(of(89), /^Amber: 89\.0% is 1 percentage point below/);
});

const BANDS: Bands = {
  polarity: "high-is-good",
  places: 0,
  bands: [
    { name: "inadequate", lower: null, upper: 75 },
    { name: "requires-improvement", lower: 75, upper: 85 },
    { name: "good", lower: 85, upper: 94 },
    { name: "outstanding", lower: 94, upper: null },
  ],
};
const BY_BANDS: RatingRule = {
  kind: "bands",
  ratings: {
    inadequate: "red",
    "requires-improvement": "amber",
    good: "green",
    outstanding: "green",
    "beyond-cap": "amber",
  },
};

for (const [value, word, sentence] of [
  [84.6, "green", "Green: 84.6% counts as 85%, which is in the band Good (85% to 93%)."],
  [84.4, "amber", "Amber: 84.4% counts as 84%, which is in the band Requires improvement (75% to 84%)."],
  [
    84.45,
    "amber",
    "Amber: 84.5% (84.45% before rounding) counts as 84%, which is in the band Requires improvement (75% to 84%).",
  ],
  [85.04, "green", "Green: 85.0% is in the band Good (85% to 93%)."],
  [74, "red", "Red: 74.0% is in the band Inadequate (below 75%)."],
  [100, "green", "Green: 100.0% is in the band Outstanding (94% or more)."],
] as const) {
  test(`${value} is ${word} by bands that round to whole numbers (kind C, 113)`, () => {
    const judged = rate(toRate(seriesOf([value], { bands: BANDS }), { rule: BY_BANDS }));
    assert.deepEqual([judged.word, judged.sentence], [word, sentence]);
  });
}

for (const [assurance, word] of [
  ["consistently-passing", "green"],
  ["hit-and-miss", "amber"],
  ["consistently-failing", "red"],
] as const) {
  test(`a process that is ${assurance} is ${word} (kind D)`, () => {
    const processControl = {
      points: [],
      latest: "common-cause",
      assurance,
      method: "spreadsheet",
      runLength: 7,
      isTrial: false,
      notes: [],
      sentence: "",
    } as const;
    const context = seriesOf([90], { target: level(90), inForce: { shown: "at least 90%" } });
    assert.equal(rate(toRate(context, { rule: { kind: "assurance" }, signals: { processControl } })).word, word);
  });
}

test("a person's rating stands beside what the rule says, never in place of it (kind E, 126)", () => {
  const judgement = { word: "amber", reason: "One family of five", author: "Quality lead", on: "2026-04-03" } as const;
  const judged = rate(toRate(seriesOf([70], { target: level(90) }), { judgement }));
  assert.equal(judged.word, "amber");
  assert.equal(judged.byRule?.word, "red");
  assert.equal(
    judged.sentence,
    "Amber, judged by Quality lead on 3 April 2026: One family of five. By rule: Red: 70.0% is 22.2% below the target of 90%; more than 15%.",
  );
  const alone = rate(toRate(seriesOf([70]), { judgement, rule: { kind: "judgement" } }));
  assert.deepEqual([alone.word, alone.byRule], ["amber", undefined]);
  const hidden = rate(toRate(seriesOf(["suppressed"]), { judgement }));
  assert.equal(hidden.word, "not-rated", "a rating of a hidden figure would tell of it");
});

for (const state of VALUE_STATES.filter((one) => one !== "value")) {
  test(`a figure that is ${state} is not rated, and says so (1.15)`, () => {
    const judged = rate(toRate(seriesOf([state], { target: level(90) })));
    assert.deepEqual([judged.word, judged.because], ["not-rated", state]);
    assert.match(judged.sentence, /^Not rated: .+\.$/);
  });
}

const reasons: readonly [string, Parameters<typeof seriesOf>, string][] = [
  ["Monitor (99)", [[88], { target: { kind: "monitor" } }], "monitor"],
  ["New (100)", [[88], { target: { kind: "new" } }], "new-target"],
  ["blank (101)", [[88]], "no-target"],
  [
    "a number alone without a polarity (127)",
    [[88], { target: level(90), measure: { polarity: "neutral" } }],
    "no-polarity",
  ],
  ["a percentage of a count (110)", [[7], { target: level(8, "below", true), measure: COUNT }], "unit-mismatch"],
  [
    "below regional average, without one (104)",
    [[5], { target: { kind: "comparator", side: "below", of: "region" } }],
    "no-comparator",
  ],
  [
    "a reduction without a baseline (103)",
    [[5], { target: { kind: "relative", wanted: "decrease", percent: 2, from: "baseline" } }],
    "no-baseline",
  ],
  ["an increase on nothing (102)", [[5], { target: { kind: "change", wanted: "increase" } }], "no-earlier-value"],
  ["a value in words (14)", [[{ shown: "5-6 months" }], { target: level(6) }], "text-value"],
  [
    "months of a measure in days",
    [
      [90],
      { target: { kind: "duration", value: 3, unit: "months", side: "at-most" }, measure: { unit: "maximum-days" } },
    ],
    "unit-mismatch",
  ],
];

for (const [story, [values, options], because] of reasons) {
  test(`${story}: not rated, ${because}`, () => {
    const judged = rate(toRate(seriesOf(values, options)));
    assert.deepEqual([judged.word, judged.because], ["not-rated", because]);
  });
}

test("below regional average is judged against the region's figure", () => {
  const region = {
    group: "region",
    label: "North",
    value: 60,
    state: "value",
    shown: "60.0",
    method: "published",
    period: "2024-25",
    edition: "made up",
    publishedOn: null,
  } as const;
  const context = seriesOf([58], {
    target: { kind: "comparator", side: "below", of: "region" },
    comparators: [region],
    measure: { ...LOW, unit: "rate-per-10000" },
  });
  assert.equal(rate(toRate(context)).sentence, "Green: 58.0 is below the regional figure of 60.");
});

test("whether above a range is good must be said; unsaid, above misses it and carries a warning", () => {
  const word = (beyond: "meets" | "misses" | "unsaid") => rate(toRate(seriesOf([97], { target: range(beyond) })));
  assert.deepEqual([word("meets").word, word("misses").word, word("unsaid").word], ["green", "amber", "amber"]);
  assert.match(word("unsaid").warnings.join(" "), /does not say whether above/);
});

test("an incomplete figure and a target under review are rated with a warning", () => {
  const figure = { value: 95, qualities: ["incomplete"] } as const;
  const judged = rate(toRate(seriesOf([figure], { target: level(90), inForce: { isUnderReview: true } })));
  assert.equal(judged.word, "green");
  assert.deepEqual(judged.warnings, ["The figure is incomplete.", "The target is under review."]);
});

test("without a figure for the period there is no rating", () => {
  assert.equal(rate(toRate(seriesOf([], { target: level(90) }))).because, "no-value");
});

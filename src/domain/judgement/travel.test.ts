import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesOf, toTravel } from "../../../test/judgement-samples.ts";
import type { Direction } from "./direction.ts";
import { travel } from "./travel.ts";

type Case = readonly [string, Parameters<typeof seriesOf>, Parameters<typeof toTravel>[1], string, string];
const LOW = { polarity: "low-is-good" } as const;
const NEUTRAL = { polarity: "neutral" } as const;
const COUNT = { unit: "count", decimals: 0, change: "relative" } as const;
const brief = ({ arrow, meaning }: Direction) => `${arrow} ${meaning}`;

const cases: readonly Case[] = [
  [
    "up is good",
    [[70, 73], { from: "2025-01-01" }],
    {},
    "up improving",
    "Up 3 percentage points since January 2025. Improving (high is good).",
  ],
  [
    "up is bad",
    [[70, 73], { measure: LOW }],
    {},
    "up worse",
    "Up 3 percentage points since April 2024. Worse (low is good).",
  ],
  [
    "up is neither",
    [[70, 73], { measure: NEUTRAL }],
    {},
    "up changed",
    "Up 3 percentage points since April 2024. Changed (neither high nor low is good).",
  ],
  ["no change", [[70, 70]], {}, "level similar", "No change since April 2024. Similar."],
  [
    "a relative change",
    [[100, 80], { measure: COUNT }],
    {},
    "down worse",
    "Down 20% since April 2024. Worse (high is good).",
  ],
  [
    "within the tolerance, the end included",
    [[70.2, 73.2]],
    { rule: { kind: "sign", tolerance: 3 } },
    "level similar",
    "Up 3 percentage points since April 2024, within the tolerance of 3 percentage points. Similar.",
  ],
  [
    "beyond the tolerance",
    [[70, 73.1]],
    { rule: { kind: "sign", tolerance: 3 } },
    "up improving",
    "Up 3.1 percentage points since April 2024, more than the tolerance of 3 percentage points. Improving (high is good).",
  ],
  [
    "poor and flat (rule 2)",
    [[70, 70]],
    { rule: { kind: "sign-and-level", tolerance: 1 }, rating: "red" },
    "level worse",
    "No change since April 2024. Worse (high is good; red and not improving).",
  ],
  [
    "flat and not poor (rule 2)",
    [[70, 70]],
    { rule: { kind: "sign-and-level", tolerance: 1 }, rating: "amber" },
    "level similar",
    "No change since April 2024. Similar.",
  ],
  [
    "not better (rule 3)",
    [[70, 70]],
    { rule: { kind: "two-state" } },
    "level worse",
    "No change since April 2024. Not better (high is good).",
  ],
  [
    "unequal gaps (140)",
    [[70, null, 73], { window: "quarter" }],
    {},
    "up improving",
    "Up 3 percentage points since quarter 1 of 2024-25; quarter 2 of 2024-25 has no figure. Improving (high is good).",
  ],
  [
    "a period not reported",
    [[70, "not-available", "not-yet-collected", 73]],
    {},
    "up improving",
    "Up 3 percentage points since April 2024; May 2024 and June 2024 have no figure. Improving (high is good).",
  ],
  [
    "from the baseline",
    [[70, 73], { baseline: 60 }],
    { basis: "baseline" },
    "up improving",
    "Up 13 percentage points since the baseline. Improving (high is good).",
  ],
  [
    "since the year end",
    [[60, 70, 73], { from: "2024-03-01" }],
    { basis: "year-end" },
    "up improving",
    "Up 13 percentage points since March 2024. Improving (high is good).",
  ],
  [
    "rolling months",
    [[70, 73], { window: "rolling-12-months" }],
    {},
    "up improving",
    "Up 3 percentage points since the 12 months to April 2024. Improving (high is good).",
  ],
];

for (const [story, series, more, expected, sentence] of cases) {
  test(`${story}: ${sentence}`, () => {
    const direction = travel(toTravel(seriesOf(...series), more));
    assert.equal(brief(direction), expected);
    assert.equal(direction.sentence, sentence);
    assert.equal(direction.blockedBy, null);
  });
}

test("the same period last year is twelve months before, whatever lies between", () => {
  const year = [50, ...Array(11).fill(99), 60] as number[];
  for (const window of ["in-month", "year-to-date", "rolling-12-months"] as const) {
    const direction = travel(toTravel(seriesOf(year, { window }), { basis: "same-period-last-year" }));
    assert.deepEqual([direction.comparedWith, direction.arrow], ["2024-04", "up"], window);
  }
});

test("a count of the year to date is compared with the year end only when it is a whole year itself", () => {
  const thirteen = Array.from({ length: 13 }, (_, place) => place + 1);
  const of = (from: string) =>
    travel(toTravel(seriesOf(thirteen, { window: "year-to-date", measure: COUNT, from }), { basis: "year-end" }));
  assert.equal(of("2024-03-01").comparedWith, "2024-03");
  assert.equal(of("2024-02-01").blockedBy, "running-total");
});

const blocked: readonly [string, Parameters<typeof seriesOf>, string][] = [
  ["the latest is suppressed (136)", [[70, "suppressed"]], "suppressed"],
  ["the one before is suppressed (136)", [["suppressed", 70]], "suppressed"],
  ["nobody to count", [[70, "no-cohort"]], "no-cohort"],
  ["nobody to count before", [["no-cohort", 70]], "no-cohort"],
  ["a value in words (14)", [[70, { shown: "4-7 months" }]], "text-value"],
  ["a value in words before", [[{ shown: "4-7 months" }, 70]], "text-value"],
  ["a series break at the latest (69)", [[70, { value: 80, qualities: ["series-break"] }]], "series-break"],
  ["nothing earlier (47)", [[70]], "no-earlier-value"],
  ["no figure for the period", [[]], "no-value"],
  ["a count of the year to date", [[5, 9], { window: "year-to-date", measure: COUNT }], "running-total"],
];

for (const [story, series, reason] of blocked) {
  test(`${story}: cannot compare, ${reason}`, () => {
    const direction = travel(toTravel(seriesOf(...series)));
    assert.deepEqual(
      [direction.arrow, direction.meaning, direction.blockedBy, direction.comparedWith],
      ["none", "cannot-compare", reason, null],
    );
    assert.match(direction.sentence, /^Cannot compare: .+[^.]\.$/);
  });
}

test("a noted series break blocks a comparison across it, and none after it", () => {
  const note = {
    measure: "sample",
    window: null,
    fromPeriod: "2024-06",
    kind: "series-break",
    reason: "report rebuilt",
    author: "analyst",
  } as const;
  const across = travel(toTravel(seriesOf([70, 71, 80], { notes: [note] })));
  assert.equal(across.sentence, "Cannot compare: the measure was counted in another way before June 2024.");
  assert.equal(brief(travel(toTravel(seriesOf([70, 71, 80, 81], { notes: [note] })))), "up improving");
  const other = { ...note, measure: "another" };
  assert.equal(brief(travel(toTravel(seriesOf([70, 71, 80], { notes: [other] })))), "up improving");
});

test("an incomplete figure is compared and says that it is incomplete", () => {
  const direction = travel(toTravel(seriesOf([70, { value: 60, qualities: ["incomplete"] }])));
  assert.equal(
    direction.sentence,
    "Down 10 percentage points since April 2024. Worse (high is good). The figure is incomplete.",
  );
});

test("rule 4 moves only when statistical process control signals", () => {
  const point = {
    period: "2024-05",
    value: 73,
    mean: 60,
    lower: 50,
    upper: 70,
    rule: "outside-limits",
    meaning: "improvement",
  } as const;
  const chart = {
    points: [point],
    latest: "improvement",
    assurance: null,
    method: "spreadsheet",
    runLength: 7,
    isTrial: true,
    notes: [],
    sentence: "Improvement: the latest value is above the upper limit of 70.0%.",
  } as const;
  const signal = { kind: "signal" } as const;
  const moved = travel(toTravel(seriesOf([70, 73]), { rule: signal, signals: { processControl: chart } }));
  assert.equal(
    `${brief(moved)}: ${moved.sentence}`,
    "up improving: Improvement: the latest value is above the upper limit of 70.0%. Improving (high is good).",
  );
  const calm = {
    ...chart,
    points: [{ ...point, rule: null, meaning: "common-cause" as const }],
    latest: "common-cause" as const,
  };
  assert.equal(
    brief(travel(toTravel(seriesOf([70, 73]), { rule: signal, signals: { processControl: calm } }))),
    "level similar",
  );
  assert.equal(travel(toTravel(seriesOf([70, 73]), { rule: signal })).blockedBy, "too-few-points");
  const unsure = { value: 73, qualities: ["unreliable"] } as const;
  const other = travel(toTravel(seriesOf([70, 72, unsure]), { rule: signal, signals: { processControl: chart } }));
  assert.equal(other.blockedBy, "not-a-point");
});

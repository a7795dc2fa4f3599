import assert from "node:assert/strict";
import { test } from "node:test";
import { assuranceOf, type ProcessControlOptions, processControl } from "./process-control.ts";
import type { ProcessControl } from "./signal.ts";

const USUAL: ProcessControlOptions = { polarity: "high-is-good", window: "in-month" };

function chartOf(values: readonly number[], options: Partial<ProcessControlOptions> = {}): ProcessControl {
  const chart = processControl(
    values.map((value, place) => ({ period: `p${place + 1}`, value })),
    { ...USUAL, ...options },
  );
  assert.ok("points" in chart, "a chart was expected");
  return chart;
}

function refusedFor(values: readonly number[], options: Partial<ProcessControlOptions>): string {
  const chart = processControl(
    values.map((value, place) => ({ period: `p${place + 1}`, value })),
    { ...USUAL, ...options },
  );
  return "reason" in chart ? chart.reason : "a chart";
}

const rulesOf = (chart: ProcessControl) => chart.points.map(({ rule }) => rule ?? "-");
/** Ups and downs that signal nothing: mean 50, limits about 39 and 61. */
const CALM = [48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52];
/** The first twelve points, calm, set mean and limits; what follows is judged by them. */
const after = (...values: number[]) => rulesOf(chartOf([...CALM, ...values], { baseline: 12 })).slice(12);

// The worked example of rules 1.
const WORKED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
for (const [method, upper, lower] of [
  ["spreadsheet", "6.95", "-3.06"],
  ["screened", "4.60", "-0.72"],
] as const) {
  test(`the worked example has a mean of 1.94 and, by the ${method} method, limits of ${upper} and ${lower}`, () => {
    const chart = chartOf(WORKED, { method, polarity: "neutral" });
    const [point] = chart.points;
    assert.deepEqual(
      [point?.mean.toFixed(2), point?.upper.toFixed(2), point?.lower.toFixed(2)],
      ["1.94", upper, lower],
    );
    assert.equal(chart.method, method);
  });
}

test("the method is the spreadsheet's unless said, and the chart says which it is", () => {
  assert.equal(chartOf(WORKED).method, "spreadsheet");
  assert.match(chartOf(WORKED, { method: "screened" }).notes.join(" "), /3\.267.*2 moving ranges were left out/);
});

test("rule 1: a point outside a limit is marked, and only that point", () => {
  assert.deepEqual(after(52, 70, 48), ["-", "outside-limits", "-"]);
});

test("rule 2: seven points that each rise are a trend, and all seven are marked", () => {
  assert.deepEqual(after(47, 48, 49, 50, 51, 52, 53), Array(7).fill("trend"));
});

test("six rising points are no trend, and an equal value ends one", () => {
  assert.deepEqual(after(48, 49, 50, 51, 52, 53).includes("trend"), false);
  assert.deepEqual(after(47, 48, 49, 50, 50, 51, 52, 53).includes("trend"), false);
});

test("rule 3: two of three in the outer third, all three on one side: the two are marked", () => {
  assert.deepEqual(after(48, 58, 51, 58, 48), ["-", "two-of-three", "-", "two-of-three", "-"]);
  assert.deepEqual(after(48, 58, 49, 58, 48), Array(5).fill("-"), "the third lies on the other side");
});

test("rule 3: one far point is no pattern, and the outer third begins at two thirds of the limit", () => {
  assert.deepEqual(after(48, 58, 51, 51, 48), Array(5).fill("-"));
  assert.deepEqual(after(51, 57, 57, 48), Array(4).fill("-"), "the near limit is at 57.09");
  assert.deepEqual(after(51, 57.2, 57.2, 48), ["-", "two-of-three", "two-of-three", "-"]);
});

test("a turning point belongs to the trend that it begins", () => {
  const chart = chartOf([...CALM, 47, 48, 49, 50, 51, 52, 53, 52, 51, 50, 49, 48, 47], { baseline: 12 });
  assert.deepEqual(
    chart.points.slice(17, 20).map(({ meaning }) => meaning),
    ["improvement", "concern", "concern"],
  );
});

test("rule 4: seven points on one side of the mean are a shift; a point on the mean ends the run", () => {
  assert.deepEqual(after(51, 52, 51, 53, 51, 52, 51), Array(7).fill("shift"));
  assert.deepEqual(after(51, 52, 51, 50, 51, 52, 51), Array(7).fill("-"));
});

test("a point in several patterns carries the rule that comes first", () => {
  assert.deepEqual(after(51, 52, 53, 54, 55, 56, 70).at(-1), "outside-limits");
  assert.deepEqual(after(51, 52, 53, 54, 55, 56, 56.5), Array(7).fill("trend"));
});

test("the length of a run is a stated setting", () => {
  const chart = chartOf([...CALM, 51, 52, 51, 53, 51], { baseline: 12, runLength: 5 });
  assert.deepEqual(rulesOf(chart).slice(12), Array(5).fill("shift"));
  assert.equal(chart.runLength, 5);
});

test("high values are improvement, concern or neither by the measure's polarity", () => {
  const latest = (polarity: ProcessControlOptions["polarity"]) =>
    chartOf([...CALM, 70], { polarity, baseline: 12 }).latest;
  assert.deepEqual(
    [latest("high-is-good"), latest("low-is-good"), latest("neutral")],
    ["improvement", "concern", "neutral-high"],
  );
});

test("assurance holds the target against the last limits, and needs a polarity", () => {
  const limits = { lower: 40, upper: 60 };
  assert.equal(assuranceOf(limits, 70, "high-is-good"), "consistently-failing");
  assert.equal(assuranceOf(limits, 70, "low-is-good"), "consistently-passing");
  assert.equal(assuranceOf(limits, 30, "high-is-good"), "consistently-passing");
  assert.equal(assuranceOf(limits, 30, "low-is-good"), "consistently-failing");
  assert.equal(assuranceOf(limits, 50, "high-is-good"), "hit-and-miss");
  assert.equal(assuranceOf(limits, 60, "high-is-good"), "hit-and-miss", "a target on the limit may be met");
  assert.equal(assuranceOf(limits, 70, "neutral"), null);
  assert.equal(chartOf(CALM).assurance, null, "no target, no assurance");
});

test("a recorded step takes mean and limits anew from its period, and its reason is noted", () => {
  const chart = chartOf([...CALM, ...CALM.map((value) => value + 20)], {
    steps: [{ from: "p13", reason: "a second team began" }],
  });
  assert.deepEqual([chart.points[11]?.mean, chart.points[12]?.mean], [50, 70]);
  assert.equal(chart.latest, "common-cause");
  assert.match(chart.notes.join(" "), /from p13: a second team began/);
});

test("fewer than 12 points give trial limits, and say so", () => {
  const chart = chartOf(CALM.slice(0, 8));
  assert.equal(chart.isTrial, true);
  assert.match(chart.notes.join(" "), /trial limits: they rest on 8 points/);
  assert.equal(chartOf(CALM).isTrial, false);
});

test("limits of a percentage are drawn no further than 0 and 100, and the note says so", () => {
  const chart = chartOf([99, 92, 99, 92, 99, 92, 99, 92], { bounds: { low: 0, high: 100 } });
  assert.equal(chart.points[0]?.upper, 100);
  assert.match(chart.notes.join(" "), /no further than the scale/);
});

test("there is no chart for rolling months and years to date, because their periods overlap", () => {
  for (const window of ["rolling-12-months", "rolling-3-months", "year-to-date"] as const)
    assert.equal(refusedFor(CALM, { window }), "overlapping-windows");
});

test("there is no chart of seven points or none", () => {
  assert.equal(refusedFor(CALM.slice(0, 7), {}), "too-few-points");
  assert.equal(refusedFor([], {}), "too-few-points");
});

test("a break in the series inside the chart refuses it, unless a step is recorded there", () => {
  const series = [...CALM, ...CALM].map((value, place) => ({ period: `p${place}`, value, isBreak: place === 12 }));
  const broken = processControl(series, USUAL);
  assert.equal("reason" in broken && broken.reason, "series-break");
  const stepped = processControl(series, { ...USUAL, steps: [{ from: "p12", reason: "counted anew" }] });
  assert.ok("points" in stepped);
});

test("the sentence says what is unusual and since when", () => {
  const unit = { decimals: 1, isPercentage: true, isCount: false };
  const say = (...values: number[]) => chartOf([...CALM, ...values], { baseline: 12, unit }).sentence;
  assert.equal(say(49, 48, 49, 48, 49, 48, 49), "Concern: the latest 7 values are all below the mean of 50.0%.");
  assert.equal(say(70), "Improvement: the latest value is above the upper limit of 60.6%.");
  assert.equal(say(54, 53, 52, 51, 49, 48, 47), "Concern: the latest 7 values each fell.");
  assert.equal(say(48, 58, 51, 58), "Improvement: two of the latest three values are far above the mean of 50.0%.");
  assert.equal(say(51), "Nothing unusual: the latest value is within its usual range, 39.4% to 60.6%.");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { level, seriesOf } from "../../../test/judgement-samples.ts";
import type { SeriesContext } from "./series-context.ts";
import { signalsOf } from "./signals.ts";

const of = (context: SeriesContext) => signalsOf({ ...context, published: [] });
const streaks = (...series: Parameters<typeof seriesOf>) =>
  of(seriesOf(...series)).streaks.map(({ sentence }) => sentence);
const AT_90 = { target: level(90, "at-least") };
const YEAR = [80, 84, 80, 84, 80, 84, 80, 84, 80, 84, 80, 84];

test("a figure that has met its target five months running says so (141)", () => {
  assert.deepEqual(streaks([88, 93.4, 92.9, 97, 91.9, 90], AT_90), [
    "Fifth month running at or above 90%.",
    "Second month running down.",
  ]);
});

test("a run of misses is told as well, and a level touched counts as met", () => {
  assert.deepEqual(streaks([90, 89, 88, 89], AT_90), ["Third month running below 90%."]);
  assert.deepEqual(streaks([12, 11, 9, 10], { target: level(10, "at-most"), measure: { polarity: "low-is-good" } }), [
    "Second month running at or below 10%.",
  ]);
  assert.deepEqual(streaks([12, 8, 7.5, 8], { target: level(8, "below"), measure: { polarity: "low-is-good" } }), []);
});

test("one period is no streak", () => {
  assert.deepEqual(streaks([89, 91], AT_90), []);
});

test("a missing period, a hidden figure and a series break each end a streak", () => {
  assert.deepEqual(streaks([91, 92, null, 93], AT_90), []);
  assert.deepEqual(streaks([91, 92, "suppressed", 93], AT_90), []);
  assert.deepEqual(streaks([91, 92, { value: 93, qualities: ["series-break"] }], AT_90), []);
});

test("periods are counted in the window's own word", () => {
  assert.deepEqual(streaks([71, 70, 71, 72, 73], { window: "quarter" }), ["Third quarter running up."]);
  assert.deepEqual(streaks([71, 70, 71, 72], { window: "rolling-12-months" }), ["Second period running up."]);
});

test("a count of the year to date has no run upwards, because it can only grow", () => {
  const count = { unit: "count", decimals: 0 } as const;
  assert.deepEqual(streaks([1, 4, 6, 9], { window: "year-to-date", measure: count }), []);
});

test("a run as long as the history may be longer, and says so", () => {
  assert.deepEqual(streaks([91, 92, 91], AT_90), ["At least 3 months running at or above 90%."]);
});

test("on a quarterly scorecard, years to date stand next to each other a quarter apart", () => {
  const quarterly = [80, null, null, 91, null, null, 92, null, null, 93];
  const series = (every: "quarter" | "in-month") =>
    seriesOf(quarterly, { ...AT_90, every, window: "year-to-date", from: "2024-06-01" });
  assert.equal(of(series("quarter")).streaks[0]?.sentence, "Third period running at or above 90%.");
  assert.deepEqual(of(series("in-month")).streaks, []);
});

test("figures not sure enough are no points of the chart, and a break at one of them still counts", () => {
  const unsure = { value: 20, qualities: ["unreliable", "series-break"] } as const;
  const { processControl } = of(seriesOf([...YEAR.slice(0, 6), unsure, ...YEAR.slice(6)]));
  assert.equal("reason" in processControl && processControl.reason, "series-break");
  const { processControl: whole } = of(seriesOf([...YEAR, { value: 20, qualities: ["incomplete"] }]));
  assert.ok("points" in whole);
  assert.equal(whole.points.length, 12);
  assert.equal(whole.latest, "common-cause");
  assert.match(whole.notes.join(" "), /1 period has no figure sure enough to be a point/);
});

test("there is no chart of counts, or of proportions of so few, that are mostly below five", () => {
  const reasonOf = (context: SeriesContext) => {
    const { processControl } = of(context);
    return "reason" in processControl ? processControl.reason : "a chart";
  };
  const count = { unit: "count", decimals: 0 } as const;
  assert.equal(reasonOf(seriesOf([1, 3, 0, 2, 4, 1, 2, 9, 3], { measure: count })), "small-counts");
  assert.equal(reasonOf(seriesOf([11, 13, 10, 2, 14, 11, 12, 9, 13], { measure: count })), "a chart");
  const share = (numerator: number, denominator: number) => ({
    value: (numerator * 100) / denominator,
    numerator,
    denominator,
  });
  const shares = (denominator: number) =>
    seriesOf([1, 2, 1, 2, 1, 2, 1, 2].map((numerator) => share(numerator, denominator)));
  assert.equal(reasonOf(shares(3)), "small-counts");
  assert.equal(reasonOf(shares(30)), "a chart");
});

test("a recorded step change takes the limits anew from the first figure of its period", () => {
  const note = {
    measure: "sample",
    window: null,
    fromPeriod: "2025-26-Q1",
    kind: "step-change",
    reason: "new team",
    author: "analyst",
  } as const;
  const { processControl } = of(seriesOf([...YEAR, ...YEAR.map((value) => value - 40)], { notes: [note] }));
  assert.ok("points" in processControl);
  assert.deepEqual([processControl.points[11]?.mean, processControl.points[12]?.mean], [82, 42]);
});

test("assurance comes from the target's level, a range by the end bad values reach first", () => {
  const range = { kind: "range", low: 95, high: 98, isPercent: true, beyondGoodEnd: "meets" } as const;
  const assured = (target: Parameters<typeof seriesOf>[1]) => {
    const { processControl } = of(seriesOf(YEAR, target));
    return "assurance" in processControl ? processControl.assurance : "no chart";
  };
  assert.equal(assured({ target: range }), "consistently-failing");
  assert.equal(assured({ target: level(82) }), "hit-and-miss");
  assert.equal(assured({ target: { kind: "monitor" } }), null);
});

test("restatement drift tells how far earlier months moved after they were first published", () => {
  const context = seriesOf([80, 81, 82, 83]);
  const first = [76, 78, 77].map((value, place) => ({
    publishedAt: "2024-08-01T09:00:00Z",
    figure: { ...context.history[place]!, value, numerator: null, denominator: null },
  }));
  const again = { publishedAt: "2024-09-01T09:00:00Z", figure: context.history[0]! };
  const { drift } = signalsOf({ ...context, published: [again, ...first] });
  assert.deepEqual([drift?.periods, drift?.usual, drift?.least, drift?.most], [3, 4, 3, 5]);
  assert.equal(
    drift?.sentence,
    "Over 3 months published earlier, the figure usually rose by 4 percentage points afterwards (at one end it rose by 3 percentage points, at the other it rose by 5 percentage points).",
  );
  assert.equal(signalsOf({ ...context, published: first.slice(1) }).drift, null, "two periods do not make a custom");
});

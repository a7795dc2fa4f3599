import assert from "node:assert/strict";
import { test } from "node:test";
import { comparisonChart } from "./comparison-chart.ts";
import type { SeriesPoint } from "./series.ts";

const series = (...values: readonly (number | null)[]): readonly SeriesPoint[] =>
  values.map((value, index) => ({ label: `Month ${index + 1}`, value, shown: value === null ? "[x]" : `${value}%` }));
const drawn = (after: readonly SeriesPoint[]) =>
  comparisonChart(
    { name: "In force", points: series(10, 20, 30) },
    { name: "Draft", points: after },
    { id: "c", title: "Both", unit: "percentage" },
  );

test("every period that differs is marked and counted in words", () => {
  const chart = drawn(series(10, 25, 35));
  assert.equal(chart.match(/stroke-width="3"/g)?.length, 2);
  assert.match(chart, /2 of 3 periods differ\./);
});

test("series that are the same differ nowhere, and a gap breaks the line", () => {
  assert.match(drawn(series(10, 20, 30)), /0 of 3 periods differ/);
  assert.match(drawn(series(10, null, 30)), /1 of 3 periods have no figure/);
  assert.doesNotMatch(drawn(series(10, null, 30)), /NaN|undefined|style=/);
});

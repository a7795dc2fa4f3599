/** The charts' pictures are kept in `expected/`; UPDATE_EXPECTED=1 writes them anew, to be looked at before they are committed. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { axisLabel, namedPeriods, valueAxis } from "./axes.ts";
import { barChart } from "./bar-chart.ts";
import { type ControlPoint, controlChart } from "./control-chart.ts";
import { type Dot, dotChart } from "./dot-chart.ts";
import { LEVEL_KINDS } from "./level-line.ts";
import type { ChartNote } from "./note-marks.ts";
import { runChart } from "./run-chart.ts";
import { describeSeries, type SeriesPoint } from "./series.ts";
import { sparkline } from "./sparkline.ts";
import { escapeSvg } from "./svg.ts";

const MONTHS = ["April 2025", "May 2025", "June 2025", "July 2025", "August 2025", "September 2025"];
const series = (...values: readonly (number | null)[]): readonly SeriesPoint[] =>
  values.map((value, index) => ({
    label: MONTHS[index] ?? `Month ${index}`,
    value,
    shown: value === null ? "[z]" : `${value}%`,
  }));

const rising = series(61, 64.5, 63, 72, 78, 81.5);
const gapped = series(61, null, 63, null, 78, 81.5);
const teams: readonly SeriesPoint[] = [
  { label: "North assessment team", value: 91, shown: "91%" },
  { label: "Children with disabilities team", value: 0, shown: "0%" },
  { label: "Emergency duty <out of hours>", value: null, shown: "[z]" },
];

const judged = (meaning: "common-cause" | "improvement" | "concern", mean: number): ControlPoint["process"] => ({
  period: "",
  value: 0,
  mean,
  lower: mean - 12,
  upper: mean + 12,
  rule: meaning === "common-cause" ? null : "outside-limits",
  meaning,
});
const controlled: readonly ControlPoint[] = rising.map((point, index) => ({
  ...point,
  process: judged(index === 0 ? "concern" : index === 5 ? "improvement" : "common-cause", index < 3 ? 70 : 92),
}));
const control = {
  id: "k1",
  title: "Assessments in time",
  unit: "percentage",
  levels: [
    { name: "Target 85%", value: 85, kind: "target" },
    { name: "England 79%", value: 79, kind: "england" },
  ],
  sentence: "Improvement: the latest value is above the upper limit.",
} as const;

const NOTES: readonly ChartNote[] = [
  { index: 2, kind: "annotation", sentence: "June 2025: a second front door team began." },
  { index: 3, kind: "step-change", sentence: "July 2025, step: new practice model." },
  { index: 4, kind: "series-break", sentence: "August 2025, series break: a new case system." },
];

const dots: readonly Dot[] = [
  { label: "Northmoor", value: 91, shown: "91.0%", isOurs: false },
  { label: "Wexcombe", value: 86.2, shown: "86.2%", isOurs: true },
  { label: "Saltmarsh and the Isles", value: 71.5, shown: "71.5%", isOurs: false },
  { label: "Eastwold", value: null, shown: "[x]", isOurs: false },
];

const PICTURES: Readonly<Record<string, string>> = {
  "sparkline-rising": sparkline(rising, { id: "s1", title: "Rising" }),
  "sparkline-gaps": sparkline(gapped, { id: "s2", title: "With gaps" }),
  "sparkline-flat": sparkline(series(5, 5, 5), { id: "s3", title: "Flat" }),
  "sparkline-empty": sparkline(series(null, null), { id: "s4", title: "Empty" }),
  "run-chart-rising": runChart(rising, { id: "r1", title: "Assessments in time", unit: "percentage" }),
  "run-chart-gaps": runChart(gapped, { id: "r2", title: "Assessments in time", unit: "percentage" }),
  "run-chart-narrow": runChart(series(1200, 900, 1500), { id: "r3", title: "Contacts", unit: "number", width: 320 }),
  "run-chart-empty": runChart(series(null, null), { id: "r4", title: "Nothing yet", unit: "number" }),
  "control-chart-steps": controlChart(controlled, control),
  "control-chart-notes": controlChart(controlled, { ...control, id: "k2", notes: NOTES }),
  "control-chart-narrow": controlChart(controlled, { ...control, id: "k3", width: 320, height: 260, notes: NOTES }),
  "control-chart-empty": controlChart([], { ...control, levels: [], sentence: "" }),
  "bar-chart-teams": barChart(teams, { id: "b1", title: "By team" }),
  "bar-chart-narrow": barChart(teams, { id: "b2", title: "By team", width: 320 }),
  "bar-chart-whole": barChart(teams, { id: "b3", title: "By team", whole: { name: "All teams 84%", value: 84 } }),
  "dot-chart-neighbours": dotChart(dots, { id: "d1", title: "Neighbours", unit: "percentage", levels: control.levels }),
  "dot-chart-narrow": dotChart(dots, { id: "d2", title: "Neighbours", unit: "percentage", levels: [], width: 320 }),
};

for (const [name, picture] of Object.entries(PICTURES)) {
  test(`${name} is drawn as expected, named, and without style attributes`, () => {
    const file = new URL(`./expected/${name}.svg`, import.meta.url);
    if (process.env.UPDATE_EXPECTED === "1" && !process.env.CI) writeFileSync(file, `${picture}\n`);
    assert.equal(`${picture}\n`, readFileSync(file, "utf8"));
    assert.match(picture, /^<svg [^>]*role="img" aria-labelledby="(\w+)-t"[^>]*><title id="\1-t">/);
    assert.doesNotMatch(picture, /style=|NaN|Infinity|undefined/);
  });
}

test("a gap breaks the line: no figure is never drawn as nought", () => {
  const whole = sparkline(rising, { id: "a", title: "" });
  const broken = sparkline(gapped, { id: "a", title: "" });
  assert.equal(whole.match(/M/g)?.length, 1);
  assert.equal(broken.match(/M/g)?.length, 3);
});

test("a series is described in a sentence a screen reader can speak", () => {
  assert.equal(
    describeSeries(gapped),
    "From 61% in April 2025 to 81.5% in September 2025; lowest 61% in April 2025, highest 81.5% in September 2025. 2 of 6 periods have no figure.",
  );
  assert.equal(describeSeries(series(null)), "No figures.");
  assert.equal(describeSeries(series(null, 3)), "One figure: 3% in May 2025.");
});

const axes = [
  // values, unit, starts at, ends at
  [[10, 40, 25], "percentage", 0, 40],
  [[92, 95, 99], "percentage", 90, 100],
  [[0, 0, 0], "number", 0, 1],
  [[], "number", 0, 1],
  [[100, 100], "percentage", 0, 100],
  [[-4, 6], "number", -4, 6],
] as const;
for (const [values, unit, from, to] of axes) {
  test(`the axis of [${values}] as ${unit} runs from ${from} to ${to}`, () => {
    assert.deepEqual(valueAxis(values, unit).domain, [from, to]);
  });
}

test("a cut axis says so", () => {
  assert.match(runChart(series(92, 95, 99), { id: "c", title: "", unit: "percentage" }), /Axis does not start at 0/);
  assert.doesNotMatch(runChart(rising.slice(0, 0), { id: "c", title: "", unit: "number" }), /does not start/);
});

test("periods under the axis are evenly spaced and the last is always named", () => {
  assert.deepEqual(namedPeriods(25, 5), [4, 9, 14, 19, 24]);
  assert.deepEqual(namedPeriods(3, 5), [0, 1, 2]);
  assert.deepEqual(namedPeriods(0, 5), []);
});

test("axis numbers are written in English with their unit", () => {
  assert.equal(axisLabel(1200, "number"), "1,200");
  assert.equal(axisLabel(0.1 + 0.2, "percentage"), "0.3%");
});

test("what people typed cannot become markup in a chart", () => {
  assert.equal(escapeSvg(`<b a="1">&`), "&lt;b a=&quot;1&quot;&gt;&amp;");
  assert.ok(PICTURES["bar-chart-teams"]?.includes("&lt;out of hours&gt;"));
});

test("a point of a pattern is told by shape and letter, and limits of a percentage stay within 100", () => {
  const chart = controlChart(controlled, control);
  assert.equal(chart.match(/<polygon/g)?.length, 2);
  assert.match(chart, />C<\/text>/);
  assert.match(chart, />I<\/text>/);
  assert.match(chart, /<desc[^>]*>From 61%.*Improvement: the latest value is above the upper limit\.<\/desc>/);
  assert.doesNotMatch(chart, />10[1-9]%|>1[1-9]0%/);
});

test("where the mean changes its line breaks", () => {
  const means = (points: readonly ControlPoint[]): number | undefined =>
    /<path d="([^"]*)" fill="none" stroke="#595959" stroke-width="1.5"\/>/
      .exec(controlChart(points, control))?.[1]
      ?.match(/M/g)?.length;
  assert.equal(means(controlled), 2);
  assert.equal(means(controlled.map((point) => ({ ...point, process: judged("common-cause", 70) }))), 1);
});

test("a break of the series breaks its line, and every note has its number and is spoken", () => {
  const lines = (notes: readonly ChartNote[]): number | undefined =>
    controlChart(controlled, { ...control, notes }).match(/stroke="#12436D"/g)?.length;
  assert.equal(lines([]), 1);
  assert.equal(lines(NOTES), 2);
  const chart = PICTURES["control-chart-notes"] ?? "";
  for (const number of [1, 2, 3]) assert.match(chart, new RegExp(`>${number}</text>`));
  assert.match(chart, /<desc[^>]*>.*Note 3: August 2025, series break: a new case system\.<\/desc>/);
});

test("every point, gaps too, carries the sentence a keyboard reads", () => {
  const reads = [...runChart(rising, { id: "q", title: "", unit: "percentage" }).matchAll(/data-reads="([^"]+)"/g)];
  assert.deepEqual(reads[0]?.[1], "April 2025: 61%.");
  assert.equal(reads.length, 6);
  const gaps = controlChart(
    gapped.map((point) => ({ ...point, process: null })),
    { ...control, levels: [] },
  );
  assert.match(gaps, /data-reads="May 2025: no figure, \[z\]\."/);
  assert.match(PICTURES["control-chart-steps"] ?? "", /data-reads="April 2025: 61%\. Concern\."/);
});

test("lines of different kinds have different dashes, so that they are told apart in greyscale", () => {
  const levels = LEVEL_KINDS.map((kind, index) => ({ name: kind, value: 60 + index * 10, kind }));
  const chart = controlChart([], { ...control, levels });
  const dashes = [...chart.matchAll(/<line [^>]*stroke-width="2"[^>]*>/g)].map(
    ([line]) => /dasharray="([^"]+)"/.exec(line)?.[1],
  );
  assert.equal(dashes.length, 4);
  assert.equal(new Set(dashes).size, 4);
});

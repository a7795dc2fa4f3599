/** A measure's course: which chart, which lines, which words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { figureCell, inColumns, seriesOf } from "../../figure-cell.ts";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { presentCourse } from "./course.ts";

const figures = await SAMPLE_SERVICES.measure("assessments-within-45-working-days", {});
assert.ok(figures);
const series = seriesOf(inColumns(figures.figures, figures.columns).map(figureCell), figures.columns);

test("a series that suits it is drawn with limits, its target and its comparators, and says what it signals", () => {
  const course = presentCourse(figures, series);
  const control = figures.judgements?.[0]?.signals.processControl;
  assert.equal(course.hasLimits, control !== undefined && "points" in control);
  assert.equal(course.hasLimits, true);
  assert.match(course.chart.wide, />Target 85%</);
  assert.match(course.chart.wide, />neighbours \(10\) 79\.4%</);
  assert.equal(course.signals[0], control?.sentence);
});

test("a window no scorecard judges has a run chart without lines, and nothing is said of it", () => {
  const course = presentCourse({ ...figures, window: "quarter" }, series);
  assert.equal(course.hasLimits, false);
  assert.deepEqual([course.signals, course.comparators, course.judgements], [[], [], []]);
  assert.doesNotMatch(course.chart.wide, /Target|neighbours/);
});

test("a target that is no level of the measure's unit is no line", () => {
  const [judged] = figures.judgements ?? [];
  assert.ok(judged);
  const target = {
    ...judged.target,
    target: { kind: "level", value: 85, side: "at-least", isPercent: false },
  } as const;
  const course = presentCourse({ ...figures, judgements: [{ ...judged, target }] }, series);
  assert.doesNotMatch(course.chart.wide, />Target/);
});

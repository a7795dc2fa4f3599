/** A measure's course: which chart, which lines and notes, which words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_MEASURE } from "../../sample/measure.ts";
import { presentCourse } from "./course.ts";
import { listLinks, NO_LISTS } from "./list-links.ts";

const course = presentCourse(SAMPLE_MEASURE, NO_LISTS);

test("a series that suits it is drawn with limits, its target and its comparators, and says what it signals", () => {
  const control = SAMPLE_MEASURE.judged.signals.processControl;
  assert.ok("points" in control);
  assert.equal(course.hasLimits, true);
  assert.match(course.chart.wide, />Target 85%</);
  assert.match(course.chart.wide, />neighbours \(10\) 79\.4%</);
  assert.equal(course.signals[0], control.sentence);
});

test("a target that is no level of the measure's unit is no line", () => {
  const target = {
    ...SAMPLE_MEASURE.judged.target,
    target: { kind: "level", value: 85, side: "at-least", isPercent: false },
  } as const;
  const other = presentCourse({ ...SAMPLE_MEASURE, judged: { ...SAMPLE_MEASURE.judged, target } }, NO_LISTS);
  assert.doesNotMatch(other.chart.wide, />Target/);
});

test("notes stand in the order of their periods, at the first period they reach; those before the chart are left out", () => {
  const note = { measure: "any", window: null, author: "analyst" } as const;
  const { notes, chart } = presentCourse(
    {
      ...SAMPLE_MEASURE,
      notes: [
        { ...note, fromPeriod: "2026-01", kind: "step-change", reason: "new practice model." },
        { ...note, fromPeriod: "2025-26-Q2", kind: "series-break", reason: "new case system." },
        { ...note, fromPeriod: "2019-04", kind: "annotation", reason: "long ago." },
      ],
    },
    NO_LISTS,
  );
  assert.deepEqual(notes, [
    "July 2025, series break: new case system.",
    "January 2026, step change: new practice model.",
  ]);
  assert.match(chart.wide, /Note 1: July 2025, series break/);
});

test("the table holds every period, newest first, with numerator, denominator and those missed", () => {
  assert.equal(course.table.lines.length, 13);
  const { name, figure, numerator, denominator, missed } = course.table.lines[0]!;
  assert.deepEqual(
    [name, figure.text, numerator.text, denominator.text, missed.text],
    ["March 2026", "91.8%", "90", "98", "8"],
  );
});

test("nought of nought shows its counts beside [z]; what is not available shows none", () => {
  const of = (name: string) => {
    const line = course.table.lines.find((one) => one.name === name);
    return [line?.figure.text, line?.numerator.text, line?.denominator.text];
  };
  assert.deepEqual(of("August 2025"), ["[z]", "0", "0"]);
  assert.deepEqual(of("May 2025"), ["[x]", "[x]", "[x]"]);
});

test("for those who may see cases each number leads to the list behind it, but nought leads nowhere", () => {
  const links = listLinks(SAMPLE_MEASURE.measure, "in-month");
  const { table } = presentCourse(SAMPLE_MEASURE, links);
  assert.equal(
    table.lines[0]?.missed.href,
    "/measures/assessments-within-45-working-days/list?window=in-month&period=2026-03&part=missed",
  );
  const august = table.lines.find(({ name }) => name === "August 2025");
  assert.equal(august?.numerator.href, null);
  assert.equal(course.table.lines[0]?.missed.href, null);
});

/** Which figures are owed: the last period that has ended, until its figure or a state in its place is there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCatalogue } from "../../measures/catalogue.ts";
import type { EnteredFigure } from "../../store/entered-figure.ts";
import { chasersOf, figuresDue } from "./due.ts";
import type { FiguresKnown } from "./figures-known.ts";
import { type HandMeasure, handMeasures, lastEnded, periodEndingIn, periodWritten } from "./hand-measures.ts";

const measures = handMeasures(readCatalogue(["catalogue"]));
const named = (id: string): HandMeasure => measures.find((measure) => measure.id === id) as HandMeasure;
const quarterly = named("child-protection-conferences-in-time");
const yearly = named("complaints-received");
const NOTHING: FiguresKnown = { entered: () => null, loaded: () => null };
const entered = (values: EnteredFigure["values"]): FiguresKnown => ({
  ...NOTHING,
  entered: (measure, period) => ({ measure, period, values }) as EnteredFigure,
});
const OWNERS = [{ id: 1, measure: quarterly.id, person: "p1", dueDays: 5 }];

test("a quarter is owed from the day after it ends, not on its last day", () => {
  assert.equal(lastEnded(quarterly, "2026-06-30").id, "2025-26-Q4");
  assert.equal(lastEnded(quarterly, "2026-07-01").id, "2026-27-Q1");
});

test("a figure is overdue from the day after it was due", () => {
  const on = (today: string) => figuresDue([quarterly], { owners: OWNERS, known: NOTHING, today })[0];
  assert.deepEqual([on("2026-07-05")?.due, on("2026-07-05")?.isOverdue], ["2026-07-05", false]);
  assert.equal(on("2026-07-06")?.isOverdue, true);
});

test("a figure entered, or a state in its place, is owed no longer; one that was cleared is owed again", () => {
  const values = { numerator: 1, denominator: 2, value: null, text: null, state: null, note: null };
  const due = (known: FiguresKnown) => figuresDue([quarterly], { owners: OWNERS, known, today: "2026-07-06" }).length;
  assert.equal(due(entered(values)), 0);
  assert.equal(due(entered({ ...values, numerator: null, denominator: null, state: "not-run" })), 0);
  assert.equal(due(entered(null)), 1);
});

test("who owes stands by what is soonest due, and figures nobody was asked for come last", () => {
  const due = figuresDue([quarterly, yearly], { owners: OWNERS, known: NOTHING, today: "2026-07-06" });
  assert.deepEqual(
    chasersOf(due).map(({ person, overdue, figures }) => [person, overdue, figures.length]),
    [
      ["p1", 1, 1],
      [null, 1, 1],
    ],
  );
});

test("a month's grid holds only measures whose period ends in it", () => {
  assert.equal(periodEndingIn(quarterly, "2026-06")?.id, "2026-27-Q1");
  assert.equal(periodEndingIn(quarterly, "2026-05"), null);
  assert.equal(periodEndingIn(yearly, "2026-03")?.id, "2025-26");
});

test("a period is read in the measure's cadence: 2025-26-Q4, or the month it ends in", () => {
  assert.equal(periodWritten(quarterly, "2026-03").id, "2025-26-Q4");
  assert.equal(periodWritten(yearly, "2025-26").id, "2025-26");
});

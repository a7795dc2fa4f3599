import assert from "node:assert/strict";
import { test } from "node:test";
import type { Expression } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Cohort, Measure, Shape, Unit } from "../measure.ts";
import { printedNumbers } from "./figure-numbers.ts";

const isTrue = (name: string): Expression => ({ kind: "literal", value: name, type: "boolean" });
const cohort = (table: string, where: Expression | null = null, count: Cohort["count"] = "cases"): Cohort => ({
  table,
  timing: { kind: "flow", date: "date" },
  where,
  count,
  lag: 0,
});
const measure = (shape: Shape, unit: Unit, more: Partial<Measure> = {}): Measure => ({
  id: "made-up",
  area: "front-door",
  title: "Made up",
  definition: "Made up",
  shows: "Made up",
  why: "Made up",
  source: "made up",
  unit,
  decimals: 0,
  polarity: "neutral",
  change: "absolute",
  shape,
  timeBasis: ["in-month"],
  breakdowns: [],
  needs: [],
  settings: {},
  examples: [],
  file: "",
  ...more,
});
const figure = (numerator: number | null, denominator: number | null): Figure => ({
  authority: "Wexcombe",
  measure: "made-up",
  window: "in-month",
  period: "2025-06",
  by: null,
  breakdown: null,
  numerator,
  denominator,
  value: numerator,
  shown: "",
  status: "value",
});
const proportion = measure({ kind: "proportion", cohort: cohort("referral"), numerator: isTrue("met") }, "percentage");

test("a proportion prints its numerator, its denominator and, between them, the rest", () => {
  assert.deepEqual(
    printedNumbers(figure(30, 34), proportion).map(({ of, value, isProtected }) => [of, value, isProtected]),
    [
      ["numerator", 30, true],
      ["denominator", 34, true],
      ["rest", 4, true],
    ],
  );
});

test("the same cases counted by two measures are one number", () => {
  const all = measure({ kind: "count", cohort: cohort("referral") }, "count");
  const met = measure({ kind: "count", cohort: cohort("referral", isTrue("met")) }, "count");
  const [numerator, denominator] = printedNumbers(figure(30, 34), proportion);
  assert.equal(printedNumbers(figure(34, null), all)[0]?.counts, denominator?.counts);
  assert.equal(printedNumbers(figure(30, null), met)[0]?.counts, numerator?.counts);
});

test("a population is no secret, and a rate's numerator is", () => {
  const rate = measure({ kind: "rate", cohort: cohort("referral"), ageGroup: "0-17", per: 10_000 }, "rate-per-10000");
  assert.deepEqual(
    printedNumbers(figure(4, 75_100), rate).map(({ of, isProtected }) => [of, isProtected]),
    [["numerator", true]],
  );
});

test("of an average of days the number of cases is guarded, the days are not", () => {
  const shape: Shape = { kind: "summary", cohort: cohort("referral"), value: isTrue("days"), summary: "average" };
  assert.deepEqual(
    printedNumbers(figure(33, 4), measure(shape, "average-days")).map(({ of, value }) => [of, value]),
    [["denominator", 4]],
  );
});

const counts = [
  // what is counted, whether small numbers of it are guarded
  ["rows of a table about children", measure({ kind: "count", cohort: cohort("referral") }, "count"), true],
  ["rows of a table that names no person", measure({ kind: "count", cohort: cohort("worker") }, "count"), false],
  [
    "rows of a model view, of which nothing is known",
    measure({ kind: "count", cohort: cohort("stability") }, "count"),
    true,
  ],
  ["a count typed in", measure({ kind: "by-hand", cadence: "month", basis: "flow" }, "count"), true],
  [
    "what its measure says is no person",
    measure({ kind: "count", cohort: cohort("referral") }, "count", { disclosure: "none" }),
    false,
  ],
] as const;
for (const [it, counting, isGuarded] of counts) {
  test(`${it}: ${isGuarded ? "guarded" : "not guarded"}`, () => {
    assert.equal(printedNumbers(figure(3, null), counting)[0]?.isProtected, isGuarded);
  });
}

test("different children of two months do not add up; cases do; what is read on a day is neither", () => {
  const timings = [
    cohort("referral", null, "children"),
    cohort("referral"),
    { ...cohort("referral"), timing: { kind: "snapshot", start: "start", end: "end" } as const },
  ].map((counted) => printedNumbers(figure(9, null), measure({ kind: "count", cohort: counted }, "count"))[0]?.timing);
  assert.deepEqual(timings, ["distinct", "flow", "day"]);
});

test("a typed number that is no whole number is no count", () => {
  const typed = measure({ kind: "by-hand", cadence: "month", basis: "flow" }, "count");
  assert.deepEqual(printedNumbers(figure(3.5, null), typed), []);
});

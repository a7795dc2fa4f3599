/** The evaluator's own rules: SQL's unknown, days walked one by one, and what a sub-select may see. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../../src/domain/dates.ts";
import type { Expression } from "../../src/domain/expression.ts";
import { bankHolidaysOf, workingDaysBetween } from "../../src/domain/working-days.ts";
import { readBankHolidays } from "../../src/warehouse/bank-holidays.ts";
import { evaluateExpression, isMet, type Place } from "./expression.ts";
import { chanceOf } from "./generate/random.ts";
import { afterWorkingDays, workingDays } from "./working-days.ts";
import { type Row, type Value, worldOf } from "./world.ts";

const dates = readBankHolidays("catalogue/reference/bank-holidays.csv");
const holidays = new Set(dates);

function placeOf(cohort: Row, visits: readonly Row[] = []): Place {
  const world = worldOf({ authority: "Wexcombe", holidays, tables: { visit: visits }, views: {}, taken: () => [] });
  return { world, cohort, related: null, asAt: "2025-06-30" };
}

function literal(value: Value): Expression {
  // An empty column stands for "unknown": the language has no word for null.
  return value === null
    ? { kind: "column", scope: "cohort", column: "nothing", type: "boolean" }
    : { kind: "literal", value, type: typeof value === "boolean" ? "boolean" : "text" };
}

const both = (kind: "and" | "or", left: Value, right: Value): Expression => ({
  kind,
  terms: [literal(left), literal(right)],
  type: "boolean",
});

test("unknown and false is false, unknown or true is true, and anything else with unknown is unknown", () => {
  const answers = (kind: "and" | "or") =>
    [true, false, null].flatMap((a) =>
      [true, false, null].map((b) => evaluateExpression(both(kind, a, b), placeOf({ nothing: null }))),
    );
  assert.deepEqual(answers("and"), [true, false, null, false, false, false, null, false, null]);
  assert.deepEqual(answers("or"), [true, true, true, true, false, null, true, null, null]);
});

test("not in is unknown when the term is empty or an option is, so the row is not met", () => {
  const notIn = (term: Value, options: readonly Value[]): Expression => ({
    kind: "in",
    term: literal(term),
    options: options.map(literal),
    negated: true,
    type: "boolean",
  });
  const answer = (expression: Expression) => evaluateExpression(expression, placeOf({ nothing: null }));
  assert.equal(answer(notIn("C", ["A", "B"])), true);
  assert.equal(answer(notIn("A", ["A", "B"])), false);
  assert.equal(answer(notIn(null, ["A", "B"])), null);
  assert.equal(answer(notIn("C", ["A", null])), null);
  assert.equal(isMet(notIn(null, ["A"]), placeOf({ nothing: null })), false);
});

test("like reads % as any text and _ as one character, and nothing else as a pattern", () => {
  const like = (text: string, pattern: string): Value =>
    evaluateExpression({ kind: "like", term: literal(text), pattern, negated: false, type: "boolean" }, placeOf({}));
  assert.equal(like("K2", "K_"), true);
  assert.equal(like("K", "K_"), false);
  assert.equal(like("early help offered", "%help%"), true);
  assert.equal(like("KK", "K."), false);
});

test("a sub-select sees only rows of the same child, and of none where both may be about none", () => {
  const visits: readonly Row[] = [{ person_id: "A" }, { person_id: "B" }, { person_id: null }];
  const count = (child: Value, childMayBeNone: boolean): Value =>
    evaluateExpression(
      {
        kind: "related",
        table: "visit",
        sameChild: true,
        childMayBeNone,
        aggregate: "count",
        of: null,
        where: null,
        type: "number",
      },
      placeOf({ person_id: child }, visits),
    );
  assert.equal(count("A", false), 1);
  assert.equal(count(null, false), 0);
  assert.equal(count(null, true), 1);
});

test("walking the calendar day by day gives the working days the rest of Waymark counts", () => {
  const chance = chanceOf(7);
  const known = bankHolidaysOf(dates);
  for (let pair = 0; pair < 400; pair += 1) {
    const from = addDays("2023-01-01", chance.below(1000));
    const to = addDays(from, chance.below(200) - 60);
    assert.equal(workingDays(from, to, holidays), workingDaysBetween(from, to, known), `${from} to ${to}`);
  }
});

test("the twentieth working day after a Saturday is the Friday four weeks on", () => {
  assert.equal(afterWorkingDays("2025-06-07", 20, holidays), "2025-07-04");
  assert.equal(workingDays("2025-06-07", "2025-07-04", holidays), 20);
});

/** Tests of reading measure files: what is accepted, and how faults are worded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { AppError } from "../domain/errors.ts";
import { parseModelView } from "./model-view.ts";
import { readMeasure } from "./read-measure.ts";
import { schemaOf } from "./schema.ts";

const schema = schemaOf([]);

const GOOD = `id: assessments-in-time
title: Assessments in time
definition: Of the assessments completed in the period, the percentage completed in time.
shows: Whether needs are understood quickly.
why: Delay harms.
source: Working Together
unit: percentage
polarity: high-is-good
cohort: { table: assessment, counted_by: authorised }
numerator: working_days(start, authorised) <= setting.days
settings: { days: { value: 45, words: Working days allowed } }
time_basis: [in-month, quarter]
breakdowns: [team]
examples:
  - it: counts
    period: 2025-06
    assessment: |
      child | start      | authorised
      A     | 2025-06-02 | 2025-06-03
    expect: { numerator: 1, denominator: 1 }
  - { it: has no rows, period: 2025-06, expect: { status: no-cohort } }
  - { it: is not for years, period: 2025-26, window: financial-year, expect: { status: not-meaningful } }
`;
const read = (text: string): ReturnType<typeof readMeasure> =>
  readMeasure(text, "measures/front-door/assessments-in-time.yaml", schema);

test("a measure file becomes a frozen, serialisable measure", () => {
  const measure = read(GOOD);
  assert.equal(measure.area, "front-door");
  assert.equal(measure.decimals, 1);
  assert.equal(measure.change, "percentage-points");
  assert.equal(measure.shape.kind, "proportion");
  assert.deepEqual(JSON.parse(JSON.stringify(measure)), measure);
  assert.ok(Object.isFrozen(measure));
  assert.deepEqual(measure.examples[0]?.tables.assessment, [
    { person_id: "A", start: "2025-06-02", authorised: "2025-06-03" },
  ]);
});

const faults: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ["a polarity that is not one", (text) => text.replace("high-is-good", "high"), /line 8: polarity/],
  ["a misspelt key", (text) => text.replace("breakdowns:", "breakdown:"), /Did you mean "breakdowns"/],
  [
    "a table that does not exist",
    (text) => text.replace("table: assessment", "table: assesment"),
    /line 9: cohort\.table: there is no table "assesment"\. Did you mean "assessment"\?/,
  ],
  [
    "a column that does not exist",
    (text) => text.replace("working_days(start,", "working_days(started,"),
    /line 10: numerator: assessment has no column "started"\. Did you mean "start"\?/,
  ],
  [
    "a function that does not exist",
    (text) => text.replace("working_days(", "work_days("),
    /line 10: numerator: there is no function work_days\(\)\. Did you mean "working_days"\?/,
  ],
  [
    "a condition that is not a condition",
    (text) => text.replace(" <= setting.days", ""),
    /gives a number, not a boolean/,
  ],
  [
    "a comparison of a date with a number",
    (text) => text.replace("working_days(start, authorised) <= setting.days", "authorised > 5"),
    /a date is compared with a number/,
  ],
  [
    "as_at in a flow",
    (text) => text.replace("working_days(start, authorised) <= setting.days", "start < as_at"),
    /as_at has a meaning only in snapshots/,
  ],
  [
    "a setting that does not exist",
    (text) => text.replace("setting.days", "setting.day"),
    /there is no setting "day"\. Did you mean "days"\?/,
  ],
  [
    "SQL that SQL would not understand",
    (text) => text.replace("<= setting.days", "<="),
    /is not a condition SQL would understand/,
  ],
  [
    "a second statement hidden in a condition",
    (text) => text.replace("<= setting.days", "<= 45; drop table person"),
    /is not a condition SQL would understand/,
  ],
  [
    "an id that is not the file's name",
    (text) => text.replace("id: assessments-in-time", "id: something-else"),
    /is not the file's name/,
  ],
  [
    "two shapes at once",
    (text) => text.replace("numerator:", "population: 0-17\nnumerator:"),
    /a measure has one shape/,
  ],
  [
    "a unit that does not fit",
    (text) => text.replace("unit: percentage", "unit: average-days"),
    /line 7: unit: a proportion cannot have the unit/,
  ],
  [
    "counting by what is not a date",
    (text) => text.replace("counted_by: authorised", "counted_by: outcome"),
    /assessment\.outcome is a text, not a date/,
  ],
  [
    "an example with an unknown column",
    (text) => text.replace("child | start  ", "child | begun  "),
    /assessment has no column "begun"/,
  ],
  ["too few examples", (text) => text.slice(0, text.indexOf("  - { it: has")), /at least three worked examples/],
  ["broken YAML", (text) => text.replace("title: Assessments in time", "title: [Assessments"), /line \d+: /],
];
for (const [name, spoil, words] of faults) {
  test(`${name} is refused with file, line and what to write`, () => {
    assert.throws(
      () => read(spoil(GOOD)),
      (fault: AppError) => {
        assert.equal(fault.code, "MEASURE_INVALID");
        assert.match(fault.message, /^catalogue\/measures\/front-door\/assessments-in-time\.yaml line \d+: /);
        assert.match(fault.message, words);
        return true;
      },
    );
  });
}

test("text in quotes can never become SQL", () => {
  const measure = read(
    GOOD.replace("working_days(start, authorised) <= setting.days", "outcome = 'x''; drop table person; --'"),
  );
  assert.deepEqual(measure.shape.kind === "proportion" && measure.shape.numerator, {
    kind: "compare",
    op: "=",
    left: { kind: "column", scope: "cohort", column: "outcome", type: "text" },
    right: { kind: "literal", value: "x'; drop table person; --", type: "text" },
    type: "boolean",
  });
});

test("an average may be weighted, and then it may be a percentage; nothing else may be weighted", () => {
  const weighted = GOOD.replace(
    "numerator: working_days(start, authorised) <= setting.days",
    "value: days(start, authorised)\nsummary: average\nweight: setting.days",
  );
  const { shape } = read(weighted);
  assert.deepEqual(shape.kind === "summary" && shape.weight, { kind: "literal", value: 45, type: "number" });
  assert.throws(
    () => read(weighted.replace("summary: average", "summary: median")),
    /weight goes with summary: average/,
  );
  assert.throws(
    () => read(weighted.replace("weight: setting.days", "")),
    /a summary cannot have the unit "percentage"/,
  );
});

test("a model view tells its words, key, columns and needs in its heading", () => {
  const view = parseModelView(
    "repeat_plan",
    "-- repeat_plan: plans that follow another.\n-- key: id\n-- columns: id text, person_id text,\n--   previous_end date\n-- source: data.md\nselect authority, id from cp_plan join period_of_care using (authority)\n",
    ["repeat_plan", "period_of_care"],
  );
  assert.deepEqual(
    [...view.columns],
    [
      ["id", "text"],
      ["person_id", "text"],
      ["previous_end", "date"],
    ],
  );
  assert.deepEqual(view.needs, ["period_of_care"]);
  assert.equal(view.words, "plans that follow another.");
});

test("a model view without columns is refused", () => {
  assert.throws(
    () => parseModelView("x", "-- x: words\nselect 1", []),
    (fault: AppError) => fault.code === "MODEL_INVALID",
  );
});

test("a measure may say that it counts no persons, and nothing else of disclosure", () => {
  assert.equal(read(GOOD).disclosure, undefined);
  assert.equal(read(`${GOOD}disclosure: none\n`).disclosure, "none");
  assert.throws(() => read(`${GOOD}disclosure: all\n`), { code: "MEASURE_INVALID" });
});

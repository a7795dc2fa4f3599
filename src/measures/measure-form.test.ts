/** A measure edited in a form is the same file but for what was changed. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { type MeasureFields, measureFieldsOf, withMeasureFields } from "./measure-form.ts";

const FILE = readFileSync("catalogue/measures/front-door/re-referrals-within-12-months.yaml", "utf8");
const COMMENTED = FILE.replace("unit: percentage", "# Agreed with the board in May.\nunit: percentage # as published");

function fieldsOf(text: string): MeasureFields {
  const fields = measureFieldsOf(text);
  assert.ok(fields);
  return fields;
}

test("every measure of the catalogue read into the form and written back unchanged is the same file", () => {
  for (const name of readdirSync("catalogue/measures", { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const text = readFileSync(`catalogue/measures/${name}`, "utf8");
    assert.equal(withMeasureFields(text, fieldsOf(text)), text, name);
  }
});

test("a changed title changes one line, and comments stay", () => {
  const fields = fieldsOf(COMMENTED);
  const written = withMeasureFields(COMMENTED, {
    ...fields,
    texts: { ...fields.texts, title: "Children who come back" },
  });
  assert.equal(written, COMMENTED.replace("title: Re-referrals within 12 months", "title: Children who come back"));
});

test("a condition and a review date that were not there go where other files have them", () => {
  const fields = fieldsOf(FILE);
  const written = withMeasureFields(FILE, {
    ...fields,
    cohort: { ...fields.cohort, where: "no_further_action = false" },
    texts: { ...fields.texts, reviewed: "2026-01-09" },
  });
  assert.match(written, /cohort: \{ table: referral, counted_by: date, where: no_further_action = false \}\n/);
  assert.match(written, /owner: Front door performance lead\nreviewed: 2026-01-09\n|reviewed: 2026-01-09\nunit/);
  assert.deepEqual(fieldsOf(written).cohort.where, "no_further_action = false");
});

test("an example changed in its grid is written anew, the others keep their lines", () => {
  const fields = fieldsOf(FILE);
  const [first, ...others] = fields.examples;
  assert.ok(first);
  const [referral] = first.tables;
  assert.ok(referral);
  const longer = { ...referral, rows: [...referral.rows, ["C", "2025-06-11"], ["", ""]] };
  const written = withMeasureFields(FILE, { ...fields, examples: [{ ...first, tables: [longer] }, ...others] });
  assert.match(written, / {6}C {5}\| 2025-06-11\n {4}expect: \{ numerator: 1, denominator: 2, value: 50 \}\n/);
  assert.ok(written.endsWith(FILE.slice(FILE.indexOf("  - it: does not take"))));
  assert.deepEqual(fieldsOf(written).examples[0]?.tables[0]?.rows.length, 5);
});

test("another shape takes the keys of the old one away", () => {
  const fields = fieldsOf(FILE);
  const written = withMeasureFields(FILE, { ...fields, shape: "count", texts: { ...fields.texts, unit: "count" } });
  assert.doesNotMatch(written, /^numerator:/m);
  assert.equal(fieldsOf(written).shape, "count");
});

test("a file whose YAML cannot be read has no form", () => {
  assert.equal(measureFieldsOf("title: [unclosed"), null);
});

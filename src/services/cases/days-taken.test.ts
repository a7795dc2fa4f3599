/** The days each case took and the limit, read from measures as they are written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCatalogue } from "../../measures/catalogue.ts";
import { daysTakenOf } from "./days-taken.ts";

const { measures } = readCatalogue(["catalogue"]);

const CASES = [
  ["assessments-within-45-working-days", "working days", "at-most", 45],
  ["initial-conferences-within-15-working-days", "working days", "at-most", 15],
  ["contacts-decided-within-1-working-day", "working days", "at-most", 1],
  ["case-supervision-safeguarding", "days", "at-most", 42],
  ["child-protection-plans-open-2-years-or-more", "days", "at-least", 729],
  // The fourth working day is the first that counts: the cohort says "more than 3".
  ["unallocated-cases", "working days", "at-least", 4],
  // Held on or before the day due: late by how many days.
  ["child-protection-conference-reviews-in-time", "days", "at-most", 0],
] as const;

for (const [id, unit, kind, limit] of CASES)
  test(`${id} is told in ${unit}, ${kind.replace("-", " ")} ${limit}`, () => {
    const measure = measures.get(id);
    assert.ok(measure);
    const taken = daysTakenOf(measure);
    assert.deepEqual([taken?.unit, taken?.kind, taken?.limit], [unit, kind, limit]);
  });

test("a measure without a limit has none", () => {
  for (const id of ["contacts", "children-in-need", "children-looked-after", "highest-caseload"]) {
    const measure = measures.get(id);
    assert.ok(measure, id);
    assert.equal(daysTakenOf(measure), null, id);
  }
});

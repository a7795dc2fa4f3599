/** Teams' figures added up to their service's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../../domain/figure.ts";
import { readCatalogue } from "../../measures/catalogue.ts";
import { addedFigure, isAdditive } from "./added-figure.ts";

const { measures } = readCatalogue(["catalogue"]);
const measure = (id: string) => {
  const found = measures.get(id);
  assert.ok(found, id);
  return found;
};
const figure = (breakdown: string, numerator: number, denominator: number): Figure => ({
  authority: "Wexcombe",
  measure: "m",
  window: "in-month",
  period: "2026-03",
  by: "team",
  breakdown,
  numerator,
  denominator,
  value: denominator === 0 ? null : (100 * numerator) / denominator,
  shown: "",
  status: denominator === 0 ? "no-cohort" : "value",
});

test("a service's percentage is its teams' numerators over their denominators, not the mean of their percentages", () => {
  const added = addedFigure(measure("assessments-within-45-working-days"), [figure("A", 1, 1), figure("B", 1, 3)]);
  assert.deepEqual([added?.numerator, added?.denominator, added?.shown], [2, 4, "50.0%"]);
});

test("a team with nothing to count adds nothing, and a service of such teams has no figure", () => {
  const assessments = measure("assessments-within-45-working-days");
  assert.equal(addedFigure(assessments, [figure("A", 0, 0), figure("B", 3, 4)])?.shown, "75.0%");
  assert.equal(addedFigure(assessments, [figure("A", 0, 0), figure("B", 0, 0)])?.status, "no-cohort");
});

test("different children of a flow, medians, rates and maximums are not added", () => {
  for (const id of ["children-missing", "children-in-need-rate", "referrals-rate"])
    assert.equal(isAdditive(measure(id)), false, id);
  for (const id of ["children-in-need", "assessments-completed", "average-caseload-safeguarding"])
    assert.equal(isAdditive(measure(id)), true, id);
  assert.equal(addedFigure(measure("children-missing"), [figure("A", 1, 1)]), null);
});

/** Measures offered beside one: the closest first, each once, each with why. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCatalogue } from "../../measures/catalogue.ts";
import { relatedMeasures } from "./related-measures.ts";

const catalogue = readCatalogue(["catalogue"]);

test("every measure is offered others, never itself, none twice, at most eight", () => {
  for (const measure of catalogue.measures.values()) {
    const ids = relatedMeasures(catalogue, measure).map(({ id }) => id);
    assert.ok(!ids.includes(measure.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length <= 8);
  }
});

test("measures a rule binds together come before those merely of the same area", () => {
  const measure = catalogue.measures.get("assessments-within-45-working-days");
  assert.ok(measure);
  const related = relatedMeasures(catalogue, measure);
  const reasons = related.map(({ because }) => because);
  assert.equal(reasons[0], "they must agree with each other");
  assert.ok(related.some(({ id }) => id === "assessments-completed"));
  const area = reasons.indexOf("of the same area");
  assert.ok(area < 0 || area > reasons.lastIndexOf("they must agree with each other"));
});

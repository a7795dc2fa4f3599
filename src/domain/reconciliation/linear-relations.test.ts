/** Additive rules become sums that are nought for figures that keep them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linearRelations } from "./linear-relations.ts";
import type { ReconciliationRule } from "./rule.ts";

const facts = { title: "A rule", windows: null, typedOnly: false } as const;
const value = (measure: string) => ({ measure, of: "value" }) as const;

test("parts and their total are one sum in each window the rule names", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "households",
    kind: "adds-up",
    windows: ["in-month", "quarter"],
    parts: [value("mainstream"), value("kinship")],
    whole: value("all"),
  };
  const terms = [
    { measure: "mainstream", of: "value", coefficient: 1 },
    { measure: "kinship", of: "value", coefficient: 1 },
    { measure: "all", of: "value", coefficient: -1 },
  ];
  assert.deepEqual(linearRelations([rule]), [
    { rule: "households", window: "in-month", terms },
    { rule: "households", window: "quarter", terms },
  ]);
});

test("a percentage gives away its part by its numerator and its whole by its denominator", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "share",
    kind: "percentage-of",
    percentage: "share",
    part: value("in-house"),
    whole: [value("in-house"), value("agency")],
    decimals: null,
  };
  assert.deepEqual(
    linearRelations([rule]).map(({ terms }) =>
      terms.map(({ measure, of, coefficient }) => `${coefficient} ${measure} ${of}`),
    ),
    [
      ["1 in-house value", "-1 share numerator"],
      ["1 in-house value", "1 agency value", "-1 share denominator"],
    ],
  );
});

test("percentages that make 100 share their denominator, and their numerators add up to it", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "grades",
    kind: "same-base",
    percentages: ["good", "not"],
    addTo100: true,
    decimals: 0,
  };
  assert.deepEqual(
    linearRelations([rule]).map(({ terms }) =>
      terms.map(({ measure, of, coefficient }) => `${coefficient} ${measure} ${of}`),
    ),
    [
      ["1 not denominator", "-1 good denominator"],
      ["1 good numerator", "1 not numerator", "-1 good denominator"],
    ],
  );
});

test("rules that hold of typed figures only, or that are no equation, are no relations", () => {
  const rules: readonly ReconciliationRule[] = [
    { ...facts, id: "typed", typedOnly: true, kind: "adds-up", parts: [value("a")], whole: value("b") },
    { ...facts, id: "within", kind: "at-most", parts: [value("a")], whole: value("b") },
    { ...facts, id: "own", kind: "own-parts" },
  ];
  assert.deepEqual(linearRelations(rules), []);
});

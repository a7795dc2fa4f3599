/** Figures that are true, however they were rounded in print, never fail a rule; figures that are not, by more than rounding, always do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Figure } from "../figure.ts";
import { roundedQuotient } from "../rounding.ts";
import { evaluateReconciliation } from "./evaluate.ts";
import { linearRelations } from "./linear-relations.ts";
import type { Operand, ReconciliationRule } from "./rule.ts";

const facts = { title: "A rule", windows: null, typedOnly: false } as const;
const value = (measure: string): Operand => ({ measure, of: "value" });
const measures = new Map([
  ["share", { unit: "percentage", decimals: 1 } as const],
  ["rate", { unit: "rate-per-10000", decimals: 0 } as const],
  ["other rate", { unit: "rate-per-10000", decimals: 2 } as const],
]);

function typed(measure: string, number: number, period = "2025-06", denominator: number | null = null): Figure {
  const place = { authority: "Wexcombe", measure, window: "in-month", period, by: null, breakdown: null } as const;
  return { ...place, numerator: null, denominator, value: number, shown: "", status: "value" };
}

const failures = (rule: ReconciliationRule, figures: readonly Figure[]) =>
  evaluateReconciliation([rule], figures, { measures }).findings;

const asPrinted = (top: number, bottom: number, multiplier: number, decimals: number) =>
  Number(roundedQuotient(top, bottom, { multiplier, decimals }));

const count = fc.integer({ min: 0, max: 5_000 });
const decimals = fc.integer({ min: 0, max: 3 });
const population = fc.integer({ min: 20_000, max: 400_000 });

const share: ReconciliationRule = {
  ...facts,
  id: "share",
  kind: "percentage-of",
  percentage: "share",
  part: value("part"),
  whole: [value("part"), value("rest")],
  decimals: null,
};

test("a percentage printed to any number of places holds; one a whole point off never does", () => {
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 5_000 }), decimals, (part, rest, places) => {
      const printed = asPrinted(part, part + rest, 100, places);
      const figures = (percent: number) => [typed("part", part), typed("rest", rest), typed("share", percent)];
      assert.deepEqual(failures(share, figures(printed)), []);
      assert.equal(failures(share, figures(printed + 1)).length, 1);
    }),
  );
});

test("a stock told as a rate moves with its flows within its rounding", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "stock",
    kind: "stock-and-flow",
    stock: value("rate"),
    into: value("in"),
    out: value("out"),
    population: null,
    decimals: null,
  };
  fc.assert(
    fc.property(count, count, population, decimals, (before, came, people, places) => {
      const went = Math.min(before, Math.floor(came / 2));
      const rate = (stock: number, period: string) =>
        typed("rate", asPrinted(stock, people, 10_000, places), period, people);
      const figures = [rate(before, "2025-05"), rate(before + came - went, "2025-06"), typed("in", came)];
      assert.deepEqual(failures(rule, [...figures, typed("out", went)]), []);
      // Two roundings move the change by 1 in 10,000 at worst, and as much again is allowed for them.
      const hidden = Math.ceil((2 * people) / 10_000) + 1;
      assert.equal(failures(rule, [...figures, typed("out", went + hidden)]).length, 1);
    }),
  );
});

test("true counts and their printed rates imply one population", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "population",
    kind: "same-population",
    pairs: [
      { count: "part", rate: "rate" },
      { count: "rest", rate: "other rate" },
    ],
    decimals: null,
  };
  fc.assert(
    fc.property(count, count, population, decimals, decimals, (part, rest, people, places, others) => {
      const figures = [
        typed("part", part),
        typed("rate", asPrinted(part, people, 10_000, places)),
        typed("rest", rest),
        typed("other rate", asPrinted(rest, people, 10_000, others)),
      ];
      assert.deepEqual(failures(rule, figures), []);
    }),
  );
});

test("percentages of all parts of a base, each rounded, hold however many they are", () => {
  const names = ["a", "b", "c", "d", "e"];
  const rule: ReconciliationRule = {
    ...facts,
    id: "parts",
    kind: "same-base",
    percentages: names,
    addTo100: true,
    decimals: 0,
  };
  const five = fc.array(count, { minLength: 5, maxLength: 5 }).filter((parts) => parts.some((part) => part > 0));
  fc.assert(
    fc.property(five, (parts) => {
      const total = parts.reduce((left, right) => left + right, 0);
      const figures = parts.map((part, index) => typed(names[index] ?? "", asPrinted(part, total, 100, 0)));
      assert.deepEqual(failures(rule, figures), []);
    }),
  );
});

test("parts hold their total exactly, and the relation given for it is nought on the same numbers", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "sum",
    kind: "adds-up",
    parts: [value("part"), value("rest")],
    whole: value("all"),
  };
  fc.assert(
    fc.property(count, count, fc.integer({ min: -3, max: 3 }), (part, rest, miss) => {
      const numbers: Readonly<Record<string, number>> = { part, rest, all: part + rest + miss };
      const found = failures(
        rule,
        Object.entries(numbers).map(([measure, number]) => typed(measure, number)),
      );
      const [relation] = linearRelations([rule]);
      const sum = relation?.terms.reduce(
        (left, { measure, coefficient }) => left + coefficient * (numbers[measure] ?? 0),
        0,
      );
      assert.equal(found.length, miss === 0 ? 0 : 1);
      assert.equal(sum === 0, miss === 0);
    }),
  );
});

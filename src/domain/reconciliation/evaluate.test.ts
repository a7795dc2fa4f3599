/** What the published scorecards got wrong between their own figures is found; numbers restated from requirements 1.3 and 1.16. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../figure.ts";
import type { Unit } from "../measure.ts";
import type { WindowId } from "../period.ts";
import { evaluateReconciliation } from "./evaluate.ts";
import type { Operand, ReconciliationRule } from "./rule.ts";

type Cell = number | null | { readonly numerator: number; readonly denominator: number; readonly value?: number };

const value = (measure: string): Operand => ({ measure, of: "value" });
const facts = { windows: null, typedOnly: false } as const;

function figuresOf(measure: string, cells: Readonly<Record<string, Cell>>, window: WindowId = "in-month"): Figure[] {
  return Object.entries(cells).map(([period, cell]) => {
    const parts = typeof cell === "object" && cell !== null ? cell : { numerator: null, denominator: null };
    const number = typeof cell === "object" && cell !== null ? (cell.value ?? null) : cell;
    const status = number === null ? "not-available" : "value";
    const place = { authority: "Wexcombe", measure, window, period, by: null, breakdown: null };
    return { ...place, numerator: parts.numerator, denominator: parts.denominator, value: number, shown: "", status };
  });
}

function evaluate(
  rule: ReconciliationRule,
  figures: readonly Figure[],
  units: Readonly<Record<string, [Unit, number]>>,
) {
  const measures = new Map(Object.entries(units).map(([id, [unit, decimals]]) => [id, { unit, decimals }]));
  const { findings, notes, checked } = evaluateReconciliation([rule], figures, { measures });
  return {
    failures: findings.map(({ sentence }) => sentence),
    notes: notes.map(({ sentence }) => sentence),
    checked,
    findings,
  };
}

const households: ReconciliationRule = {
  ...facts,
  id: "households",
  title: "Mainstream and kinship households are all",
  kind: "adds-up",
  parts: [value("35d"), value("35e")],
  whole: value("35f"),
};

test("35d + 35e = 35f fails in October, December and January and holds in November and February (54)", () => {
  const months = ["2024-10", "2024-11", "2024-12", "2025-01", "2025-02"];
  const row = (measure: string, cells: readonly number[]) =>
    figuresOf(measure, Object.fromEntries(months.map((month, index) => [month, cells[index] ?? null])));
  const figures = [
    ...row("35d", [74, 75, 73, 73, 73]),
    ...row("35e", [65, 56, 56, 52, 48]),
    ...row("35f", [138, 131, 128, 124, 121]),
  ];
  const { failures, findings, checked } = evaluate(households, figures, {});
  assert.deepEqual(failures, [
    "35d + 35e = 35f fails in October 2024: 139 is not 138.",
    "35d + 35e = 35f fails in December 2024: 129 is not 128.",
    "35d + 35e = 35f fails in January 2025: 125 is not 124.",
  ]);
  assert.deepEqual(
    findings.map(({ difference }) => difference),
    [1, 1, 1],
  );
  assert.equal(checked, 5);
});

const share: ReconciliationRule = {
  ...facts,
  id: "share",
  title: "In-house over in-house and agency",
  kind: "percentage-of",
  percentage: "35c",
  part: value("35a"),
  whole: [value("35a"), value("35b")],
  decimals: null,
};
const PERCENT = { "35c": ["percentage", 1] } as const satisfies Record<string, [Unit, number]>;

test("35c shows 68% in June and works out at 67.0; the other months hold (55)", () => {
  const figures = [
    ...figuresOf("35a", { "2024-05": 227, "2024-06": 242, "2024-07": 239, "2024-08": 238, "2024-11": 249 }),
    ...figuresOf("35b", { "2024-05": 122, "2024-06": 119, "2024-07": 123, "2024-08": 119, "2024-11": 118 }),
    ...figuresOf("35c", { "2024-05": 65, "2024-06": 68, "2024-07": 66, "2024-08": 66.7, "2024-11": 67.8 }),
  ];
  assert.deepEqual(evaluate(share, figures, PERCENT).failures, [
    "35c = 35a ÷ (35a + 35b) fails in June 2024: 68% is not 67%, 242 of 361.",
  ]);
});

test("a percentage counted from other parts than the rule's fails even where it prints the same", () => {
  const figures = [
    ...figuresOf("35a", { "2024-06": 50 }),
    ...figuresOf("35b", { "2024-06": 50 }),
    ...figuresOf("35c", { "2024-06": { numerator: 60, denominator: 120, value: 50 } }),
  ];
  assert.match(evaluate(share, figures, PERCENT).failures.join(), /50\.0% \(60 of 120\) is not 50\.0%, 50 of 100/);
});

test("a rule for typed percentages leaves counted ones alone", () => {
  const figures = [
    ...figuresOf("35a", { "2024-06": 1 }),
    ...figuresOf("35b", { "2024-06": 1 }),
    ...figuresOf("35c", { "2024-06": { numerator: 60, denominator: 100, value: 60 } }),
  ];
  assert.equal(evaluate({ ...share, typedOnly: true }, figures, PERCENT).checked, 0);
});

test("contacts to referrals is referrals over contacts, as printed (55)", () => {
  const rule: ReconciliationRule = {
    ...share,
    percentage: "1.3",
    part: value("1.2"),
    whole: [value("1.1")],
    decimals: 0,
  };
  const figures = [
    ...figuresOf("1.1", { "2015-16-Q3": 2707, "2015-16-Q4": 2710 }, "quarter"),
    ...figuresOf("1.2", { "2015-16-Q3": 895, "2015-16-Q4": 970 }, "quarter"),
    ...figuresOf("1.3", { "2015-16-Q3": 33, "2015-16-Q4": 36 }, "quarter"),
  ];
  const { failures, checked } = evaluate(rule, figures, { "1.3": ["percentage", 1] });
  assert.deepEqual([failures, checked], [[], 2]);
});

test("rates of one population: 1,133 and 387 are 150.9 and 51.5 of 75,100; 273 is 36.4, published 36.3 (1.16)", () => {
  const rule = (rate: string, count: string): ReconciliationRule => ({
    ...share,
    percentage: rate,
    part: value(count),
    whole: [],
  });
  const of = (count: number, rate: number) =>
    evaluate(
      rule("rate", "count"),
      [
        ...figuresOf("count", { "2016-03": count }),
        ...figuresOf("rate", { "2016-03": { numerator: count, denominator: 75_100, value: rate } }),
      ],
      { rate: ["rate-per-10000", 1] },
    ).failures;
  assert.deepEqual(of(1133, 150.9), []);
  assert.deepEqual(of(387, 51.5), []);
  assert.deepEqual(of(273, 36.3), [
    "rate = count ÷ its population fails in March 2016: 36.3 is not 36.4, 273 of 75,100.",
  ]);
});

const stock: ReconciliationRule = {
  ...facts,
  id: "stock",
  title: "The rate moves with those who came and left",
  kind: "stock-and-flow",
  stock: value("18"),
  into: value("27"),
  out: value("28"),
  population: 81_634,
  decimals: 1,
};

test("rate 18 grew by 24 children in September 2024 where 29 came and 13 left (57)", () => {
  const figures = [
    ...figuresOf("18", { "2024-07": 66.4, "2024-08": 65.6, "2024-09": 68.5, "2024-10": 68.6 }),
    ...figuresOf("27", { "2024-08": 10, "2024-09": 29, "2024-10": 13 }),
    ...figuresOf("28", { "2024-08": 16, "2024-09": 13, "2024-10": 13 }),
  ];
  const { failures, checked } = evaluate(stock, figures, { "18": ["rate-per-10000", 1] });
  assert.deepEqual(failures, [
    "18 = 18 before + 27 − 28 fails in September 2024: it changed by +24, but 29 in and 13 out make +16.",
  ]);
  assert.equal(checked, 3);
});

test("a rate's stock cannot be checked while its population is not known", () => {
  const figures = [
    ...figuresOf("18", { "2024-08": 65.6, "2024-09": 68.5 }),
    ...figuresOf("27", { "2024-09": 29 }),
    ...figuresOf("28", { "2024-09": 13 }),
  ];
  const { failures, notes } = evaluate({ ...stock, population: null }, figures, { "18": ["rate-per-10000", 1] });
  assert.deepEqual(failures, []);
  assert.match(notes.join(), /cannot be checked in September 2024: the population behind 18 is not known/);
});

test("a counted stock must move by exactly those who came and left", () => {
  const figures = [
    ...figuresOf("18", { "2024-03": 300, "2024-04": 303 }),
    ...figuresOf("27", { "2024-04": 8 }),
    ...figuresOf("28", { "2024-04": 6 }),
  ];
  assert.match(evaluate(stock, figures, {}).failures.join(), /changed by \+3, but 8 in and 6 out make \+2/);
});

const grades: ReconciliationRule = {
  ...facts,
  id: "grades",
  title: "Grades of all audits",
  kind: "same-base",
  percentages: ["56", "57"],
  addTo100: true,
  decimals: 0,
};

test("56 and 57 make 100 in every month; 50 and 67 would not (1.16)", () => {
  const good = figuresOf("56", { "2024-05": 0, "2024-07": 8, "2024-11": 50, "2025-01": 33, "2025-02": 50 });
  const not = figuresOf("57", { "2024-05": 100, "2024-07": 92, "2024-11": 50, "2025-01": 67, "2025-02": 67 });
  assert.deepEqual(evaluate(grades, [...good, ...not], { "56": ["percentage", 0], "57": ["percentage", 0] }).failures, [
    "56 + 57 = 100% fails in February 2025: 117% is not 100%.",
  ]);
});

test("63, 25 and 13 percent make 101, which rounding explains and a note says; 65 is past it (26)", () => {
  const rule = { ...grades, percentages: ["seen", "not", "refused"] };
  const units: Record<string, [Unit, number]> = {
    seen: ["percentage", 0],
    not: ["percentage", 0],
    refused: ["percentage", 0],
  };
  const parts = (first: number) => [
    ...figuresOf("seen", { "2016-03": first }),
    ...figuresOf("not", { "2016-03": 25 }),
    ...figuresOf("refused", { "2016-03": 13 }),
  ];
  const sound = evaluate(rule, parts(63), units);
  assert.deepEqual(sound.failures, []);
  assert.deepEqual(sound.notes, [
    "seen + not + refused = 100% holds but for rounding in March 2016: the rounded parts make 101%.",
  ]);
  assert.equal(evaluate(rule, parts(65), units).failures.length, 1);
});

test("percentages of one base have one denominator", () => {
  const figures = [
    ...figuresOf("56", { "2024-05": { numerator: 1, denominator: 12, value: 8.3 } }),
    ...figuresOf("57", { "2024-05": { numerator: 11, denominator: 11, value: 91.7 } }),
  ];
  assert.match(evaluate({ ...grades, addTo100: false }, figures, {}).failures.join(), /they are out of 12 and 11/);
});

test("parts may not exceed their whole", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "within",
    title: "Placements within children",
    kind: "at-most",
    parts: [value("a"), value("b")],
    whole: value("all"),
  };
  const figures = (all: number) => [
    ...figuresOf("a", { "2024-05": 30 }),
    ...figuresOf("b", { "2024-05": 12 }),
    ...figuresOf("all", { "2024-05": all }),
  ];
  assert.deepEqual(evaluate(rule, figures(42), {}).failures, []);
  assert.deepEqual(evaluate(rule, figures(41), {}).failures, ["a + b ≤ all fails in May 2024: 42 is more than 41."]);
});

test("counts and rates imply one population", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "population",
    title: "One population",
    kind: "same-population",
    pairs: [
      { count: "1.8", rate: "1.9" },
      { count: "2.1", rate: "2.2" },
    ],
    decimals: 1,
  };
  const figures = (rate: number) => [
    ...figuresOf("1.8", { "2016-03": 1133 }),
    ...figuresOf("1.9", { "2016-03": 150.9 }),
    ...figuresOf("2.1", { "2016-03": 387 }),
    ...figuresOf("2.2", { "2016-03": rate }),
  ];
  const units: Record<string, [Unit, number]> = { "1.9": ["rate-per-10000", 1], "2.2": ["rate-per-10000", 1] };
  assert.deepEqual(evaluate(rule, figures(51.5), units).failures, []);
  assert.match(evaluate(rule, figures(52.5), units).failures.join(), /imply one population fails in March 2016/);
});

test("a typed percentage that is not its own numerator over its denominator is found", () => {
  const rule: ReconciliationRule = { ...facts, id: "own", title: "Own parts", kind: "own-parts" };
  const of = (percent: number) =>
    evaluate(rule, figuresOf("6", { "2016-03": { numerator: 57, denominator: 75, value: percent } }), {
      "6": ["percentage", 0],
    });
  assert.deepEqual(of(76).failures, []);
  const { failures, findings } = of(77);
  assert.deepEqual(failures, ["6 = its own parts fails in March 2016: 77% is not 76%, 57 of 75."]);
  assert.deepEqual(findings[0]?.measures, ["6"]);
});

test("a figure in any state but a value makes the rule not checkable, and that is said", () => {
  const figures = [
    ...figuresOf("35d", { "2024-10": 74 }),
    ...figuresOf("35e", { "2024-10": null }),
    ...figuresOf("35f", { "2024-10": 138 }),
  ];
  const { failures, notes } = evaluate(households, figures, {});
  assert.deepEqual(failures, []);
  assert.deepEqual(notes, ["35d + 35e = 35f cannot be checked in October 2024: 35e: not reported."]);
});

test("nothing is said of figures nobody asked for, nor across windows", () => {
  const figures = [
    ...figuresOf("35d", { "2024-10": 74 }),
    ...figuresOf("35e", { "2024-10": 65 }),
    ...figuresOf("35f", { "2024-10": 1 }, "year-to-date"),
  ];
  assert.deepEqual(evaluate(households, figures, {}), { failures: [], notes: [], checked: 0, findings: [] });
});

test("a card's own references name the measures in a sentence", () => {
  const figures = ["35d", "35e", "35f"].flatMap((id) => figuresOf(id, { "2024-10": 2 }));
  const nameOf = (measure: string) => ({ "35d": "4.1", "35e": "4.2" })[measure] ?? measure;
  const { findings } = evaluateReconciliation([households], figures, { measures: new Map(), nameOf });
  assert.equal(findings[0]?.sentence, "4.1 + 4.2 = 35f fails in October 2024: 4 is not 2.");
});

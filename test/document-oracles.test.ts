/**
 * Numbers the source documents print, and what must come out of them: requirements 1.16, line by line.
 * Sources: Cheshire East vital signs February 2025 and performance scorecards 2015-16 and 2018-19; Sefton improvement plan 2016-17.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decideDisclosure } from "../src/domain/disclosure/decide.ts";
import { quotient, shownFigure } from "../src/domain/figure.ts";
import { changeWords } from "../src/domain/judgement/change-words.ts";
import { countDirections, countRatings } from "../src/domain/judgement/count-table.ts";
import type { DirectionMeaning } from "../src/domain/judgement/direction.ts";
import { parseTarget } from "../src/domain/judgement/parse-target.ts";
import { rate } from "../src/domain/judgement/rate.ts";
import type { RatingRule, RatingWord } from "../src/domain/judgement/rating.ts";
import { signalsOf } from "../src/domain/judgement/signals.ts";
import type { Target } from "../src/domain/judgement/target.ts";
import type { Polarity, Unit } from "../src/domain/measure.ts";
import { evaluateReconciliation } from "../src/domain/reconciliation/evaluate.ts";
import type { ReconciliationRule } from "../src/domain/reconciliation/rule.ts";
import { roundedQuotient } from "../src/domain/rounding.ts";
import { seriesOf, toRate } from "./judgement-samples.ts";

const PERCENTAGE = { unit: "percentage", decimals: 1 } as const;

function targetOf(text: string, unit: Unit, polarity: Polarity): Target {
  const read = parseTarget(text, { unit, polarity });
  assert.ok("target" in read, `"${text}" is a target`);
  return read.target;
}

test("a year to date is re-summed from its parts: in April it is the month, in May it is not the mean of the months (ID 19b)", () => {
  // The document prints no parts; these print as its percentages.
  const [april, may] = [
    [98, 118],
    [67, 89],
  ] as const;
  const shown = (numerator: number, denominator: number) =>
    shownFigure(quotient(numerator, denominator, "percentage"), PERCENTAGE, true);
  assert.deepEqual([shown(...april), shown(...may)], ["83.1%", "75.3%"]);
  assert.equal(shown(april[0] + may[0], april[1] + may[1]), "79.7%");
  assert.equal(((83.1 + 75.3) / 2).toFixed(1), "79.2", "the mean of the two months is not the year to date");
});

const AT_15: RatingRule = { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 0 };
const rated = (value: number, target: string, unit: Unit, polarity: Polarity, rule: RatingRule = AT_15) =>
  rate(
    toRate(
      seriesOf([value], {
        target: targetOf(target, unit, polarity),
        measure: { unit, polarity, decimals: unit === "count" ? 0 : 1 },
      }),
      { rule },
    ),
  );

for (const [id, value, target, unit, polarity, word] of [
  ["2", 96, "90.0%", "percentage", "high-is-good", "green"],
  ["7", 84.7, "90.0%", "percentage", "high-is-good", "amber"],
  ["13", 60.8, "90.0%", "percentage", "high-is-good", "red"],
  ["3", 7.5, "Below 8%", "percentage", "low-is-good", "green"],
  ["54", 4, "6 per month", "count", "high-is-good", "red"],
  ["36", 11.1, "11.0%", "percentage", "low-is-good", "amber"],
  ["36, were high good", 11.1, "11.0%", "percentage", "high-is-good", "green"],
] as const) {
  test(`ID ${id}: ${value} against "${target}" is ${word} at 15% (123)`, () => {
    assert.equal(rated(value, target, unit, polarity).word, word);
  });
}

test("ID 36: without a stored polarity the target's text does not say which side is a miss", () => {
  assert.equal(rated(11.1, "11.0%", "percentage", "neutral").because, "no-polarity");
});

test("ID 29: 3 against a target of 0 is judged by the tolerance a target of nought has of its own (125)", () => {
  assert.equal(rated(3, "0", "count", "low-is-good").word, "red");
  assert.equal(rated(3, "0", "count", "low-is-good", { ...AT_15, zeroTolerance: 3 }).word, "amber");
  assert.equal(rated(0, "0", "count", "low-is-good").word, "green");
});

test('ID 49: 90.0 is within "90-95%"; 97.0 is above it, and the target must say whether that is good (94)', () => {
  const of = (value: number) => rated(value, "90-95%", "percentage", "high-is-good");
  assert.equal(of(90).word, "green");
  assert.deepEqual(of(90).warnings, of(97).warnings);
  assert.notEqual(of(97).word, "green");
  assert.match(of(97).warnings.join(" "), /does not say whether above its range is good/);
});

test("ID 49: at or above 90 from October to February is five months running, as the narrative says (141)", () => {
  const year = [93.3, 98.6, 79.1, 94.9, 86.3, 75, 93.4, 92.9, 97, 91.9, 90];
  const context = seriesOf(year, { target: targetOf("90-95%", "percentage", "high-is-good") });
  const { streaks } = signalsOf({ ...context, published: [] });
  assert.deepEqual(streaks[0], { length: 5, sentence: "Fifth month running at or above 90%." });
});

const facts = { windows: null, typedOnly: false } as const;
const typed = (measure: string, values: readonly number[], decimals: number) =>
  seriesOf(values, { from: "2024-10-01", measure: { decimals } }).history.map((figure) => ({ ...figure, measure }));
const value = (measure: string) => ({ measure, of: "value" as const });

test("35d + 35e = 35f fails in October, December and January (54)", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "households",
    title: "Mainstream and kinship households are all fostering households",
    kind: "adds-up",
    parts: [value("35d"), value("35e")],
    whole: value("35f"),
  };
  const figures = [
    ...typed("35d", [74, 75, 73, 73, 73], 0),
    ...typed("35e", [65, 56, 56, 52, 48], 0),
    ...typed("35f", [138, 131, 128, 124, 121], 0),
  ];
  const { findings } = evaluateReconciliation([rule], figures, { measures: new Map() });
  assert.deepEqual(
    findings.map(({ period }) => period),
    ["2024-10", "2024-12", "2025-01"],
  );
});

test("35c of June 2024 is 67.0% of its own two counts, not the 68% printed (55)", () => {
  assert.equal(roundedQuotient(242, 242 + 119, { multiplier: 100, decimals: 1 }), "67.0");
});

test("audits that are good and that are not yet good make 100 every month (IDs 56 and 57)", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "audits",
    title: "Audits are good or better, or not yet good",
    kind: "same-base",
    percentages: ["56", "57"],
    addTo100: true,
    decimals: 0,
  };
  const measures = new Map(["56", "57"].map((id) => [id, { unit: "percentage", decimals: 0 } as const]));
  const good = [0, 0, 8, 17, 17, 0, 50, 17, 33, 25];
  const failures = (notYet: readonly number[]) =>
    evaluateReconciliation([rule], [...typed("56", good, 0), ...typed("57", notYet, 0)], { measures }).findings.length;
  assert.equal(failures([100, 100, 92, 83, 83, 100, 50, 83, 67, 75]), 0);
  assert.equal(failures([100, 100, 92, 83, 83, 100, 50, 83, 67, 70]), 1);
  // The numbers in brackets, 1 and 11, are numerators of one base of 12.
  const ofTwelve = [1, 11].map((part) => roundedQuotient(part, 12, { multiplier: 100, decimals: 0 }));
  assert.deepEqual(ofTwelve, ["8", "92"]);
});

const repeated = <Word>(...groups: readonly (readonly [Word, number])[]): Word[] =>
  groups.flatMap(([word, times]) => Array<Word>(times).fill(word));

test("rating and direction tables add to 69 and 104 (128, 138)", () => {
  const small = countRatings(repeated<RatingWord>(["red", 10], ["amber", 16], ["green", 25], ["not-rated", 18]));
  const large = countRatings(repeated<RatingWord>(["red", 7], ["amber", 29], ["green", 37], ["not-rated", 31]));
  assert.deepEqual([small.total, large.total, large.red + large.amber + large.green], [69, 104, 73]);
  const moves = (a: number, b: number, c: number, d: number) =>
    countDirections(repeated<DirectionMeaning>(["worse", a], ["similar", b], ["improving", c], ["cannot-compare", d]))
      .total;
  assert.deepEqual([moves(7, 19, 39, 4), moves(7, 31, 42, 24)], [69, 104]);
});

test("rates of 75,100 children come out as published where the publisher rounded half up (1.9, 2.2)", () => {
  const rateOf = (count: number) => roundedQuotient(count, 75_100, { multiplier: 10_000, decimals: 1 });
  assert.deepEqual([rateOf(1133), rateOf(387)], ["150.9", "51.5"]);
  assert.equal(rateOf(273), "36.4", "published as 36.3, which cuts 36.35 off: the declared rule is half up");
});

const COUNT = { unit: "count", decimals: 0, change: "relative" } as const;

for (const [reference, from, to, words] of [
  ["1.1", 7497, 9842, "up 31.3%"],
  ["1.4", 544, 829, "up 52.4%"],
  ["2.1", 357, 387, "up 8.4%"],
  ["1.2, whose comment says 32%", 3096, 3687, "up 19.1%"],
] as const) {
  test(`the change a comment tells of ${reference} is ${words}`, () => {
    assert.equal(changeWords(from, to, COUNT), words);
  });
}

const POINTS = { unit: "percentage", decimals: 1, change: "percentage-points" } as const;
const RATE = { unit: "rate-per-10000", decimals: 1, change: "absolute" } as const;

for (const [reference, from, to, facts, words] of [
  ["1.1", 488.9, 517, { ...RATE, change: "relative" }, "up 5.7%"],
  ["6.1", 3, 5, COUNT, "up 66.7%"],
  ["10.1", 20, 26, COUNT, "up 30%"],
  ["10.2", 7, 6, COUNT, "down 14.3%"],
  ["11.2", 2, 9, COUNT, "up 350%"],
  ["1.2", 17.6, 21.6, POINTS, "up 4 percentage points"],
  ["1.8", 19, 44, POINTS, "up 25 percentage points"],
  ["11.4", 54, 45.1, POINTS, "down 8.9 percentage points"],
  ["3.5", 47, 43.9, RATE, "down 3.1 per 10,000"],
  ["7.4", 87, 85.4, RATE, "down 1.6 per 10,000"],
] as const) {
  test(`one column, three kinds of change: ${reference} is ${words} (22, 23)`, () => {
    assert.equal(changeWords(from, to, facts), words);
  });
}

test("fractions in prose come out as the percentages beside them (18)", () => {
  const fractions = [
    [20, 25, "80"],
    [14, 15, "93"],
    [6, 9, "67"],
    [19, 22, "86"],
    [12, 18, "67"],
  ] as const;
  for (const [part, whole, percent] of fractions)
    assert.equal(roundedQuotient(part, whole, { multiplier: 100, decimals: 0 }), percent);
});

test("157 practice alerts is the sum of four quarters; the fourth is marked incomplete, so it is rated with a warning (44)", () => {
  const rule: ReconciliationRule = {
    ...facts,
    id: "alerts",
    title: "Quarters add to the year",
    kind: "adds-up",
    parts: ["Q1", "Q2", "Q3", "Q4"].map(value),
    whole: value("year"),
  };
  const quarters = [58, 60, 28, 11].flatMap((alerts, place) => typed(`Q${place + 1}`, [alerts], 0));
  const failures = (year: number) =>
    evaluateReconciliation([rule], [...quarters, ...typed("year", [year], 0)], { measures: new Map() }).findings.length;
  assert.deepEqual([failures(157), failures(146)], [0, 1]);
  const target = { kind: "level", value: 5, side: "at-least", isPercent: false } as const;
  const incomplete = seriesOf([{ value: 11, qualities: ["incomplete"] }], { target, measure: COUNT });
  assert.deepEqual(rate(toRate(incomplete)).warnings, ["The figure is incomplete."]);
});

test("every red has its paragraph: 1 + 1 + 2 + 1 + 1 + 1 explain all seven reds (130)", () => {
  const { red } = countRatings(repeated<RatingWord>(["red", 7], ["amber", 29], ["green", 37], ["not-rated", 31]));
  assert.equal(
    [1, 1, 2, 1, 1, 1].reduce((sum, explained) => sum + explained, 0),
    red,
  );
});

/** The hidden cells of a year: two quarters and the total printed now, and what earlier reports already told of the year. */
function hiddenIn(printed: Readonly<Record<"quarter3" | "quarter4" | "year", number>>): ReadonlySet<string> {
  const { quarter3, quarter4, year } = printed;
  const numbers = Object.entries(printed).map(([key, value]) => ({ key, value, isProtected: true }));
  const told = { key: "told before", value: year - quarter3 - quarter4, isProtected: true, isKnown: true };
  const { decisions } = decideDisclosure({
    numbers: [...numbers, told],
    cells: numbers.map(({ key }) => ({ key, numbers: [key] })),
    relations: [
      [{ key: "year", coefficient: 1 }, ...["quarter3", "quarter4", told.key].map((key) => ({ key, coefficient: -1 }))],
    ],
  });
  return new Set([...decisions].flatMap(([key, decision]) => (decision === "shown" ? [] : [key])));
}

/** What a reader who tries every year of up to 30 finds possible for a hidden number, told which cells are hidden. */
function possibleFor(
  wanted: "quarter3" | "quarter4" | "year",
  printed: Readonly<Record<"quarter3" | "quarter4" | "year", number>>,
  hidden: ReadonlySet<string>,
): ReadonlySet<number> {
  const told = printed.year - printed.quarter3 - printed.quarter4;
  const possible = new Set<number>();
  for (let quarter3 = 0; quarter3 <= 30; quarter3 += 1)
    for (let quarter4 = 0; quarter4 <= 30; quarter4 += 1) {
      const world = { quarter3, quarter4, year: told + quarter3 + quarter4 };
      const isPossible = (["quarter3", "quarter4", "year"] as const).every(
        (key) => hidden.has(key) || world[key] === printed[key],
      );
      if (isPossible) possible.add(world[wanted]);
    }
  return possible;
}

for (const [reference, printed, alsoHidden] of [
  // Of two suppressed numbers any split may be the true one: the tightest is 1 and 1.
  ["9.1 (suppressed, suppressed, 7)", { quarter3: 1, quarter4: 1, year: 7 }, ["quarter3", "quarter4", "year"]],
  ["4.3 (suppressed, 7, 18)", { quarter3: 3, quarter4: 7, year: 18 }, ["quarter3", "quarter4"]],
  ["7.5 (suppressed, 19, 21)", { quarter3: 2, quarter4: 19, year: 21 }, ["quarter3", "quarter4"]],
  ["9.2 (0, suppressed, suppressed)", { quarter3: 0, quarter4: 2, year: 2 }, ["quarter4", "year"]],
] as const) {
  test(`${reference}: what was left beside the suppressed number would tell it, so more is hidden (27, 28)`, () => {
    const hidden = hiddenIn(printed);
    assert.deepEqual([...hidden].sort(), [...alsoHidden]);
    for (const key of ["quarter3", "quarter4", "year"] as const)
      if (hidden.has(key)) assert.ok(possibleFor(key, printed, hidden).size > 1, `${key} can be told`);
  });
}

test("9.1 with 3 and 4 of 7: two hidden numbers of one total already guard each other", () => {
  const printed = { quarter3: 3, quarter4: 4, year: 7 };
  const hidden = hiddenIn(printed);
  assert.ok(hidden.has("quarter3") && hidden.has("quarter4"));
  assert.ok(possibleFor("quarter3", printed, hidden).size > 5, "no number can be told to within 5");
});

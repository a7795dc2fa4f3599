/** Which targets still hold when a scorecard is read in another window, or for one team. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Measure } from "../domain/measure.ts";
import type { Indicator, Scorecard } from "../domain/scorecard.ts";
import { type CardReading, inputsReading, scorecardReading } from "./card-reading.ts";
import { NO_INPUTS } from "./judgement-inputs.ts";

const measure = (id: string, unit: Measure["unit"], timeBasis: Measure["timeBasis"]): Measure =>
  ({ id, unit, timeBasis }) as Measure;
const measures = new Map(
  [
    measure("share", "percentage", ["in-month", "quarter"]),
    measure("number", "count", ["in-month", "quarter"]),
    measure("monthly-only", "percentage", ["in-month"]),
  ].map((one) => [one.id, one]),
);
const indicators: readonly Indicator[] = [
  { reference: "1", measure: "share", window: "in-month", target: { text: "90%" } },
  { reference: "2", measure: "number", window: "in-month", target: { text: "10" } },
  { reference: "3", measure: "monthly-only", window: "in-month", target: { text: "80%" } },
];
const card: Scorecard = {
  id: "card",
  title: "Card",
  audience: "board",
  period: "month",
  judgement: { compare: "previous-period" },
  sections: [{ title: "All", indicators }],
};
const read = (reading: CardReading) => scorecardReading(card, measures, reading);
const rows = (reading: CardReading) =>
  read(reading).sections[0]?.indicators.map(({ window, target }) => [window, target?.text]);

test("nothing chosen is the card as its file has it", () => assert.deepEqual(read({}), card));

test("in another window a measure loses its target, and one without that window stays in its own with it", () => {
  assert.deepEqual(rows({ window: "quarter" }), [
    ["quarter", undefined],
    ["quarter", undefined],
    ["in-month", "80%"],
  ]);
  assert.equal(read({ window: "quarter" }).period, "quarter");
  assert.equal(read({ window: "rolling-12-months" }).period, "month");
});

test("a team is held to targets of percentages, not of numbers that grow with who is counted", () => {
  assert.deepEqual(rows({ team: "North" }), [
    ["in-month", "90%"],
    ["in-month", undefined],
    ["in-month", "80%"],
  ]);
});

test("a count of a team is compared with nobody else’s", () => {
  const [share, number] = read({ team: "North" }).sections[0]?.indicators ?? [];
  assert.deepEqual([share?.comparators, number?.comparators], [undefined, []]);
});

test("another comparison holds for the card, for every indicator, and for targets people set", () => {
  const reading: CardReading = { compare: "same-period-last-year" };
  const [first] = read(reading).sections[0]?.indicators ?? [];
  assert.deepEqual([read(reading).judgement.compare, first?.compare], [reading.compare, reading.compare]);
  const set = { reference: "1", target: { text: "95%" }, bands: null, compare: "baseline" } as const;
  const inputs = inputsReading({ ...NO_INPUTS, targets: [set] }, card, measures, reading);
  assert.deepEqual(inputs.targets, [{ ...set, compare: "same-period-last-year" }]);
});

test("targets people set, ratings and comments are of the card as placed, not of another window", () => {
  const set = { reference: "1", target: { text: "95%" }, bands: null } as const;
  const rating = { reference: "1", word: "red", reason: "r", author: "a", on: "2026-04-01" } as const;
  const inputs = inputsReading({ ...NO_INPUTS, targets: [set], ratings: [rating] }, card, measures, {
    window: "quarter",
  });
  assert.deepEqual([inputs.targets, inputs.ratings], [[], []]);
});

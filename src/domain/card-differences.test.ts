/** What differs between two states of a card: exact numbers, what was made of them, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardDifferences } from "./card-differences.ts";
import type { Figure } from "./figure.ts";
import { judgeIndicator } from "./judgement/judge-indicator.ts";
import type { Measure } from "./measure.ts";
import { periodContaining } from "./period.ts";
import type { ScoredCard } from "./scored-card.ts";

const PERIOD = periodContaining("in-month", "2026-03-31");
const MEASURE: Measure = {
  id: "visits-in-time",
  area: "front-door",
  title: "Visits in time",
  definition: "",
  shows: "",
  why: "",
  source: "",
  unit: "percentage",
  decimals: 1,
  polarity: "high-is-good",
  change: "percentage-points",
  shape: { kind: "by-hand", cadence: "month", basis: "flow" },
  timeBasis: ["in-month"],
  breakdowns: [],
  needs: [],
  settings: {},
  examples: [],
  file: "",
};

function figure(period: string, numerator: number, denominator: number): Figure {
  const value = (numerator * 100) / denominator;
  const place = { authority: "Wexcombe", measure: MEASURE.id, period, by: null, breakdown: null };
  return {
    ...place,
    window: "in-month",
    numerator,
    denominator,
    value,
    shown: `${value.toFixed(1)}%`,
    status: "value",
  };
}

/** A card of one indicator (reference 1 unless said) with these figures and this target. */
function cardOf(history: readonly Figure[], target = "90%", reference = "1"): ScoredCard {
  const scored = judgeIndicator({
    section: "Front door",
    indicator: { reference, measure: MEASURE.id, window: "in-month", target: { text: target } },
    measure: MEASURE,
    card: { judgement: {} },
    period: PERIOD,
    history,
    set: null,
    judgement: null,
    notes: [],
    comparators: [],
    reconciliation: [],
    published: [],
  });
  return {
    scorecard: "card",
    title: "Card",
    description: "",
    authority: "Wexcombe",
    audience: "internal",
    period: PERIOD,
    columns: [PERIOD],
    sections: [{ title: "Front door", scope: null, indicators: [scored], comments: [] }],
    comments: [],
    reconciliation: [],
    ratings: { red: 0, amber: 0, green: 0, "not-rated": 0, total: 0 },
    directions: { improving: 0, worse: 0, similar: 0, changed: 0, "cannot-compare": 0, total: 0 },
  };
}

const told = (before: ScoredCard, after: ScoredCard) =>
  cardDifferences(before, after).map(({ what, period, before: was, after: is }) => `${what} ${period}: ${was} > ${is}`);

const FEBRUARY = figure("2026-02", 19, 20);

test("a card does not differ from itself", () => {
  const card = cardOf([FEBRUARY, figure("2026-03", 9, 10)]);
  assert.deepEqual(told(card, card), []);
});

test("a figure that prints the same but counts other cases differs", () => {
  assert.deepEqual(told(cardOf([figure("2026-03", 9, 10)]), cardOf([figure("2026-03", 18, 20)])), [
    "value 2026-03: 90.0% (9 of 10) > 90.0% (18 of 20)",
  ]);
});

test("a figure that moved takes its rating and direction with it, newest period first", () => {
  const before = cardOf([FEBRUARY, figure("2026-03", 96, 100)]);
  const after = cardOf([figure("2026-02", 18, 20), figure("2026-03", 60, 100)]);
  assert.deepEqual(told(before, after), [
    "value 2026-03: 96.0% (96 of 100) > 60.0% (60 of 100)",
    "value 2026-02: 95.0% (19 of 20) > 90.0% (18 of 20)",
    "rating 2026-03: Green > Red",
    "direction 2026-03: improving > worse",
  ]);
});

test("another target differs, and so may what it makes of the same figure", () => {
  assert.deepEqual(told(cardOf([figure("2026-03", 92, 100)]), cardOf([figure("2026-03", 92, 100)], "95%")), [
    "target 2026-03: 90% > 95%",
    "rating 2026-03: Green > Amber",
  ]);
});

test("a period only one state shows is no difference; an indicator only one has is", () => {
  const march = figure("2026-03", 9, 10);
  const withFebruary = cardDifferences(cardOf([march]), cardOf([figure("2026-02", 9, 10), march]));
  assert.deepEqual(
    withFebruary.filter(({ what }) => what === "value"),
    [],
  );
  assert.deepEqual(told(cardOf([march], "90%", "1"), cardOf([march], "90%", "2")), [
    "placed 2026-03:  > 90.0%",
    "removed 2026-03: 90.0% > ",
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Measure } from "../domain/measure.ts";
import { parsePeriod } from "../domain/period.ts";
import { VALUE_QUALITIES, VALUE_STATES } from "../domain/value-state.ts";
import { type TypedInput, typedFigures } from "./by-hand.ts";
import { qualityTyped, stateTyped } from "./typed-state.ts";

const alerts: Measure = {
  id: "alerts",
  area: "local",
  title: "Alerts",
  definition: "Alerts.",
  shows: "Alerts.",
  why: "Alerts.",
  source: "Typed in",
  unit: "count",
  decimals: 0,
  polarity: "neutral",
  change: "absolute",
  shape: { kind: "by-hand", cadence: "quarter", basis: "flow" },
  timeBasis: ["quarter", "financial-year"],
  breakdowns: [],
  needs: [],
  settings: {},
  examples: [],
  file: "alerts.yaml",
};

function typed(quarter: string, value: number | null, state: string | null): TypedInput {
  const { start, end } = parsePeriod(quarter, "quarter");
  const none = { numerator: null, denominator: null, text: null, note: null };
  return { authority: "Wexcombe", measure: "alerts", start, end, value, state, ...none };
}

function figureOf(inputs: readonly TypedInput[], period: string, window: "quarter" | "financial-year") {
  const [figure] = typedFigures(alerts, inputs, { periods: [parsePeriod(period, window)], authorities: ["Wexcombe"] });
  return figure;
}

test("every state and quality a figure can have can be typed", () => {
  for (const state of VALUE_STATES.filter((one) => one !== "value")) {
    const word = state.replaceAll("-", "_");
    assert.equal(stateTyped(word), state);
  }
  for (const quality of VALUE_QUALITIES) {
    const word = quality.replaceAll("-", "_");
    assert.equal(qualityTyped(word), quality);
  }
});

test("a state stands in place of the figure", () => {
  assert.equal(figureOf([typed("2025-26-Q1", null, "suppressed")], "2025-26-Q1", "quarter")?.shown, "[c]");
  assert.equal(figureOf([typed("2025-26-Q1", null, "not_yet_collected")], "2025-26-Q1", "quarter")?.shown, "[x]");
});

test("an incomplete figure is a figure, and says so", () => {
  const figure = figureOf([typed("2025-26-Q1", 11, "incomplete")], "2025-26-Q1", "quarter");
  assert.deepEqual([figure?.value, figure?.qualities], [11, ["incomplete"]]);
});

test("a year with a suppressed quarter is not added up: the sum would be too small", () => {
  const inputs = [typed("2025-26-Q1", 7, null), typed("2025-26-Q2", null, "suppressed")];
  assert.equal(figureOf(inputs, "2025-26", "financial-year")?.status, "suppressed");
});

test("a year is incomplete when one of its quarters is", () => {
  const inputs = [typed("2025-26-Q1", 7, null), typed("2025-26-Q2", 3, "incomplete")];
  assert.deepEqual(figureOf(inputs, "2025-26", "financial-year")?.qualities, ["incomplete"]);
});

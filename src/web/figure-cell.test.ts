/** A figure prints as itself, or as the shorthand that says why there is none; and it stands under the month its period ends in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { periodContaining } from "../domain/period.ts";
import { figureCell, inColumns, shorthandsIn } from "./figure-cell.ts";
import { figure, monthsTo } from "./sample/figures.ts";

const place = { measure: "referrals", unit: "percentage", window: "in-month" } as const;

test("a figure prints as the services printed it", () => {
  assert.deepEqual(figureCell(figure(place, "2026-03", { numerator: 23, denominator: 40 })), {
    shown: "57.5%",
    shorthand: null,
    value: 57.5,
  });
});

test("nought out of nought is not applicable, not nought", () => {
  assert.equal(figureCell(figure(place, "2026-03", { numerator: 0, denominator: 0 })).shown, "[z]");
});

test("nought out of some is a true nought", () => {
  assert.equal(figureCell(figure(place, "2026-03", { numerator: 0, denominator: 40 })).shown, "0.0%");
});

test("data that was never loaded is not available", () => {
  assert.equal(figureCell(figure(place, "2026-03", { numerator: null, denominator: null })).shown, "[x]");
});

test("a period in which the window does not end is not applicable", () => {
  assert.equal(figureCell(undefined).shown, "[z]");
});

const endings = [
  ["quarter", "2025-26-Q4", "2026-03"],
  ["financial-year", "2025-26", "2026-03"],
  ["academic-year", "2024-25", "2025-08"],
  ["calendar-year", "2025", "2025-12"],
  ["term", "2025-26-autumn", "2025-12"],
  ["rolling-12-months", "2025-12", "2025-12"],
] as const;
for (const [window, period, month] of endings) {
  test(`a ${window} figure for ${period} stands under ${month}`, () => {
    const columns = monthsTo("2026-03", 13);
    const row = figure({ ...place, window }, period, { numerator: 1, denominator: 2 });
    const placed = inColumns([row], columns);
    assert.equal(columns[placed.indexOf(row)]?.id, month);
    assert.equal(placed.filter(Boolean).length, 1);
  });
}

test("two fortnights that end in one month stand apart", () => {
  const window = "fortnight" as const;
  const columns = ["2026-03-02", "2026-03-16"].map((day) => periodContaining(window, day));
  const rows = columns.map(({ id }, index) => figure({ ...place, window }, id, { numerator: index, denominator: 9 }));
  assert.deepEqual(inColumns(rows, columns), rows);
  assert.deepEqual(inColumns(rows.slice(1), columns), [undefined, rows[1]]);
});

test("only the shorthands that occur are explained", () => {
  assert.deepEqual(shorthandsIn([figureCell(undefined)]), ["z"]);
  assert.deepEqual(shorthandsIn([]), []);
});

/** Columns are never narrower than what stands in them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportCell, TableBlock } from "../../../domain/report/document.ts";
import { fitTable, wordsWidth } from "./column-widths.ts";

const number = (shown: string): ReportCell => ({ kind: "number", shown, value: 0, format: { decimals: 0, sign: "" } });
const text = (words: string): ReportCell => ({ kind: "text", text: [words] });
const tableOf = (
  headers: readonly string[],
  weights: readonly number[],
  cells: readonly ReportCell[],
): Pick<TableBlock, "columns" | "rows"> => ({
  columns: headers.map((header, at) => ({ id: header, header, weight: weights[at] ?? 1, align: "start", words: "" })),
  rows: [{ cells }],
});
const total = (widths: readonly number[]) => Math.round(widths.reduce((sum, one) => sum + one, 0));

test("where there is room, columns share the width by weight in the largest letters", () => {
  const fit = fitTable(tableOf(["A", "B"], [1, 3], [text("a"), text("b")]), 400, [9.5, 8]);
  assert.deepEqual(fit, { size: 9.5, widths: [100, 300] });
});

test("a column of short words leaves its room to one that has much to say", () => {
  const { widths } = fitTable(
    tableOf(["Comment", "Measure"], [6, 1], [text("–"), text("much to say ".repeat(40))]),
    400,
    [8],
  );
  assert.ok((widths[1] ?? 0) > 300);
  assert.equal(total(widths), 400);
});

test("a column of long figures takes its room from columns that can give it", () => {
  const { widths } = fitTable(tableOf(["A", "B"], [1, 30], [number("1,234,567.8%"), text("b")]), 400, [9.5, 8]);
  assert.ok((widths[0] ?? 0) >= wordsWidth("1,234,567.8%", 9.5) + 2 * 4);
  assert.equal(total(widths), 400);
});

test("letters get smaller before words are cut, and words are cut before figures", () => {
  const wide = tableOf(["Responsibility", "Figure"], [1, 1], [text("accommodation"), number("12,345")]);
  assert.equal(fitTable(wide, 120, [9.5, 8]).size, 9.5);
  assert.equal(fitTable(wide, 98, [9.5, 8]).size, 8);
  const squeezed = fitTable(wide, 80, [9.5, 8]);
  assert.ok((squeezed.widths[1] ?? 0) >= wordsWidth("12,345", 8) + 2 * 4);
  assert.equal(total(squeezed.widths), 80);
});

test("a note's mark has its room in the narrowest column", () => {
  const noted: ReportCell = { kind: "text", text: ["5", { kind: "note", note: "n" }] };
  const { size, widths } = fitTable(
    tableOf(["A", "Telling"], [1, 40], [noted, text("much to say ".repeat(9))]),
    300,
    [8],
  );
  assert.ok((widths[0] ?? 0) >= wordsWidth("[note 99]", size) + 2 * 4);
});

test("a rating is never wider than its column, and a year in a header stays whole", () => {
  const rating: ReportCell = { kind: "rating", word: "not-rated", label: "– Not rated", sentence: "" };
  const { size, widths } = fitTable(
    tableOf(["R", "Q1 2025-26", "Telling"], [1, 1, 20], [rating, text("–"), text("–")]),
    300,
    [8],
  );
  assert.ok((widths[0] ?? 0) > wordsWidth("– Not rated", size, true) + 2 * 4);
  assert.ok((widths[1] ?? 0) >= wordsWidth("2025-26", size, true) + 2 * 4);
});

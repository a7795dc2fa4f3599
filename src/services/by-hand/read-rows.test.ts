/** Figures from spreadsheets: headings as people write them, and issues by row. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../../domain/errors.ts";
import { readCatalogue } from "../../measures/catalogue.ts";
import { handMeasures } from "./hand-measures.ts";
import { readRows } from "./read-rows.ts";

const measures = handMeasures(readCatalogue(["catalogue"]));
const read = (content: string) => readRows(content, measures);

test("commas, semicolons and tabs, a byte order mark and Windows line ends are all read", async () => {
  for (const [mark, delimiter] of [
    ["", ","],
    ["\uFEFF", ";"],
    ["", "\t"],
  ] as const) {
    const lines = [
      ["Indicator", "Month", "Figure"],
      ["Complaints received", "2025-26", "12"],
    ];
    const { rows, issues } = await read(`${mark}${lines.map((cells) => cells.join(delimiter)).join("\r\n")}\r\n`);
    assert.deepEqual(issues, []);
    assert.deepEqual(
      rows.map(({ row, measure, period, values }) => [row, measure.id, period.id, values?.value]),
      [[2, "complaints-received", "2025-26", 12]],
    );
  }
});

test("each wrong row says where and why, and the good ones stand", async () => {
  const { rows, issues } = await read(
    "measure,period,value\ncomplaints-received,2025-26,12\nnothing,2025-26,1\ncomplaints-received,someday,1\ncomplaints-received,2024-25,many\ncomplaints-received,2025-26,13\n",
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(
    issues.map(({ row, column }) => [row, column]),
    [
      [3, "measure"],
      [4, "period"],
      [5, "value"],
      [6, "measure"],
    ],
  );
});

test("a quote never closed ends the reading with its row", async () => {
  const { issues } = await read('measure,period,value\n"complaints-received,2025-26,12\n');
  assert.match(issues[0]?.message ?? "", /never closed/);
});

test("rows without headings cannot be told apart and are refused", async () => {
  await assert.rejects(read("complaints-received,2025-26,12\n"), (error) => error instanceof AppError);
  assert.deepEqual(await read(""), { rows: [], issues: [] });
});

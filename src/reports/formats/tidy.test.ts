/** CSV and JSON hold the data behind a report, described for machines, and a spreadsheet runs nothing of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleReport } from "../sample/sample-report.ts";
import { csvFormat } from "./csv.ts";
import { REPORT_FORMATS } from "./index.ts";
import { jsonFormat } from "./json.ts";

const report = sampleReport();
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

test("each table of data is one CSV file, and one file says what its columns hold", async () => {
  const [figures, metadata, ...others] = await csvFormat.render(report);
  assert.deepEqual(others, []);
  assert.equal(figures?.name, "sample-figures-2025-26-Q4.csv");
  assert.equal(
    textOf(figures?.bytes),
    "reference,period,value,shorthand\r\n1.1,2025-26-Q4,71.428571,[p]\r\n1.2,2025-26-Q3,,[c]\r\n'=1.3,2025-26-Q4,1127,\r\n",
  );
  const described = JSON.parse(textOf(metadata?.bytes));
  assert.equal(described.tables[0].url, figures?.name);
  assert.deepEqual(
    described.tables[0].tableSchema.columns.map(({ name, datatype }: { name: string; datatype: string }) => [
      name,
      datatype,
    ]),
    [
      ["reference", "string"],
      ["period", "string"],
      ["value", "decimal"],
      ["shorthand", "string"],
    ],
  );
  assert.ok(described.notes.includes("[c] Hidden because it could tell of a person."));
  assert.ok(described.notes.some((note: string) => note.startsWith("[note 1] ")));
});

test("JSON is the report itself, with its numbers", async () => {
  const [file] = await jsonFormat.render(report);
  const { numbering, ...rest } = JSON.parse(textOf(file?.bytes));
  assert.deepEqual(rest, JSON.parse(JSON.stringify(report)));
  assert.equal(numbering.labels.ratings, "Table 1");
});

test("every format has an id of its own and refuses a report that breaks a rule", async () => {
  const ids = REPORT_FORMATS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const format of REPORT_FORMATS)
    await assert.rejects(format.render({ ...report, title: " " }), { code: "REPORT_INVALID" }, format.id);
});

/** A copy taken away carries its mark on every row, and nothing in it runs in a spreadsheet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Workbook } from "@cj-tech-master/excelts";
import { caseFile, copyNumber } from "./case-file.ts";

const mark = {
  number: "E-20260410-0A1B2C3D",
  person: "a.manager@wexcombe.example",
  at: "2026-04-10T09:00:00.000Z",
  purpose: "supervision",
};
const columns = [
  { name: "person_id", label: "Child" },
  { name: "note", label: "Note" },
];
const rows = [
  { person_id: "W1", note: "=1+1" },
  { person_id: "W2", note: "@sum(A1)" },
  { person_id: "W3", note: "-2+3" },
  { person_id: "W4", note: "+44" },
  { person_id: "W5", note: 'a "quoted", word' },
];
const request = { title: "Late assessments", about: ["March 2026"], columns, rows, mark };

test("every row of the CSV says whose copy it is, and formulas are text", async () => {
  const lines = Buffer.from(await caseFile("csv", request))
    .toString("utf8")
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n");
  assert.equal(lines.length, 6);
  for (const line of lines.slice(1))
    assert.match(line, /OFFICIAL-SENSITIVE\. Copy E-20260410-0A1B2C3D taken by a\.manager@wexcombe\.example/);
  for (const [index, begin] of ["W1,'=1+1,", "W2,'@sum(A1),", "W3,'-2+3,", "W4,'+44,"].entries())
    assert.ok(lines[index + 1]?.startsWith(begin), lines[index + 1]);
});

test("a copy without rows still carries its mark", async () => {
  const text = Buffer.from(await caseFile("csv", { ...request, rows: [] })).toString("utf8");
  assert.match(text, /Copy E-20260410-0A1B2C3D/);
});

test("no cell of the workbook is a formula, and its first sheet says what the copy is", async () => {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(await caseFile("xlsx", request)));
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ["About this copy", "Cases"],
  );
  const cases = book.getWorksheet("Cases");
  const values = rows.map((_, index) => cases?.getRow(index + 2).getCell(2).value);
  assert.deepEqual(values, ["=1+1", "@sum(A1)", "-2+3", "+44", 'a "quoted", word']);
});

test("a copy's number holds its day", () => {
  assert.equal(
    copyNumber(new Date(mark.at), () => "0a1b2c3d-9999"),
    "E-20260410-0A1B2C3D",
  );
});

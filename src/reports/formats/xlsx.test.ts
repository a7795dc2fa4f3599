/** The workbook keeps the Analysis Function's rules, holds every number as a number, and runs nothing. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { blocksOf } from "../../domain/report/document.ts";
import { AWKWARD } from "../sample/awkward-text.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { xlsxFormat } from "./xlsx.ts";

const report = sampleReport({ large: 20, withGap: true });
const book = new Workbook();

before(async () => {
  const [file] = await xlsxFormat.render(report);
  await book.xlsx.load(Buffer.from(file?.bytes ?? []) as never);
});

const texts = (sheet: Worksheet): readonly string[] => {
  const found: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => found.push(String(cell.value))));
  return found;
};
const everything = (): readonly string[] => book.worksheets.flatMap(texts);
const named = (name: string): Worksheet => {
  const sheet = book.getWorksheet(name);
  assert.ok(sheet, name);
  return sheet;
};

test("it begins with a cover and its contents, and every sheet has a name of its own that Excel takes", () => {
  const names = book.worksheets.map(({ name }) => name);
  assert.deepEqual(names.slice(0, 2), ["Cover", "Contents"]);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
  for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/);
  const listed = texts(named("Contents"));
  for (const name of names.slice(2)) assert.ok(listed.includes(name), name);
});

test("every sheet but the cover holds one table, at the left edge, with nothing below it and no empty cell in it", () => {
  for (const sheet of book.worksheets.slice(1)) {
    const tables = Object.values(sheet.getTables());
    assert.equal(tables.length, 1, sheet.name);
    const above = Number(/\d+$/.exec(String(sheet.getCell(1, 1).row))?.[0] ?? 1);
    assert.equal(above, 1);
    const last = sheet.rowCount;
    const columns = sheet.getRow(last).cellCount;
    for (let column = 1; column <= columns; column++)
      assert.notEqual(sheet.getCell(last, column).value ?? "", "", `${sheet.name} column ${column}`);
  }
});

test("no cells are merged, nothing is hidden, no panes are frozen and there are no filters or pictures", () => {
  for (const sheet of book.worksheets) {
    assert.equal(sheet.hasMerges, false);
    assert.notEqual(sheet.state, "hidden");
    assert.ok((sheet.views ?? []).every(({ state }) => state !== "frozen"));
    assert.equal(sheet.getImages().length, 0);
  }
});

test("tables of the sections stand on one sheet, each row with its section", () => {
  const sheet = named("Indicators");
  const all = texts(sheet);
  assert.equal(all.filter((text) => text === "Front door").length, 3);
  assert.equal(all.filter((text) => text === "Everything else").length, 20);
});

test("numbers are numbers with a format, marks stand beside them, and what is withheld is shorthand", () => {
  const sheet = named("Indicators");
  const numbers: { readonly value: unknown; readonly format: string }[] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "number") numbers.push({ value: cell.value, format: String(cell.numFmt) });
    }),
  );
  assert.ok(numbers.some(({ value, format }) => value === 71.428571 && format === '#,##0.0"%"'));
  assert.ok(numbers.some(({ value, format }) => value === 1036 && format === "#,##0"));
  const all = texts(sheet);
  assert.ok(all.includes("[p]") && all.includes("[c]"));
  assert.ok(all.some((text) => text.startsWith("Shorthand: [c] Hidden")));
});

test("nothing is a formula, whatever it begins with, and no word is lost", () => {
  const all = everything();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => assert.equal(typeof cell.value === "object" && cell.value !== null, false, sheet.name)),
    );
  assert.ok(all.some((text) => text.includes(AWKWARD.join(" | "))));
});

test("title, author and keywords are filled in, and every heading, note and gap of the report is there", () => {
  assert.equal(book.title, report.title);
  assert.equal(book.creator, report.author);
  const all = everything().join("\n");
  for (const { text } of report.notes) assert.ok(all.includes(text));
  for (const block of blocksOf(report)) {
    if (block.kind === "gap") assert.ok(all.includes(block.words));
    if (block.kind === "figure") assert.ok(all.includes(block.alt));
  }
});

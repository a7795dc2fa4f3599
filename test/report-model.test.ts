/** A report as data: numbered by counting, checked before anything is written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../src/domain/errors.ts";
import { checkReport, faultsOf } from "../src/domain/report/check-report.ts";
import { type Block, gapsOf, type Report } from "../src/domain/report/document.ts";
import { numberReport, plainInline, referenceText } from "../src/domain/report/numbering.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";

const report = sampleReport();
const withBlocks = (...blocks: readonly Block[]): Report => ({
  ...report,
  sections: [{ id: "only", orientation: "portrait", size: "a4", blocks }],
});
const heading = (id: string, level: 1 | 2 | 3, isNumbered = true): Block => ({
  kind: "heading",
  id,
  level,
  text: `Heading ${id}`,
  isNumbered,
});

test("headings are numbered by their place, and those without a number take none", () => {
  const { headings } = numberReport(
    withBlocks(
      heading("a", 1),
      heading("b", 2),
      heading("c", 3),
      heading("d", 2),
      heading("e", 1, false),
      heading("f", 1),
      heading("g", 2),
    ),
  );
  assert.deepEqual(Object.fromEntries(headings), { a: "1", b: "1.1", c: "1.1.1", d: "1.2", e: "", f: "2", g: "2.1" });
});

test("tables, figures and notes are counted in reading order", () => {
  const { labels, notes } = numberReport(report);
  assert.deepEqual(Object.fromEntries(labels), {
    ratings: "Table 1",
    "assessments-chart": "Figure 1",
    "assessments-table": "Table 2",
    "indicators-front-door": "Table 3",
  });
  assert.equal(notes.get("recording"), 1);
});

test("a reference reads as what it leads to, and one that leads nowhere is refused", () => {
  const numbering = numberReport(report);
  assert.equal(referenceText("ratings", numbering, report), "Table 1");
  assert.equal(referenceText("reds", numbering, report), "section 1.1");
  assert.equal(referenceText("appendix-heading", numbering, report), "“Appendix: the scorecard”");
  assert.throws(() => referenceText("nothing", numbering, report), AppError);
  assert.equal(
    plainInline(["See ", { kind: "reference", to: "ratings" }, { kind: "note", note: "recording" }], numbering, report),
    "See Table 1[note 1]",
  );
});

test("the sample report has no fault, and with a gap it says what is still to be written", () => {
  assert.deepEqual(faultsOf(report), []);
  assert.deepEqual(gapsOf(report), []);
  assert.deepEqual(
    gapsOf(sampleReport({ withGap: true })).map(({ id }) => id),
    ["why-1.1"],
  );
});

const table = (over: Partial<Extract<Block, { kind: "table" }>>): Block => ({
  kind: "table",
  id: "t",
  caption: "A table",
  columns: [{ id: "a", header: "A", weight: 1, align: "start", words: "" }],
  rows: [{ cells: [{ kind: "text", text: ["x"] }] }],
  ...over,
});
const column = { id: "b", header: "A", weight: 1, align: "start", words: "" } as const;
const FAULTS: readonly (readonly [string, Report, RegExp])[] = [
  ["no title", { ...report, title: " " }, /no title/],
  ["an id that stands twice", withBlocks(heading("a", 1), heading("a", 1)), /"a" stands twice/],
  ["a heading that skips a level", withBlocks(heading("a", 1), heading("b", 3)), /skips a level/],
  ["a first heading that is not the highest", withBlocks(heading("a", 2)), /skips a level/],
  ["a table without a caption", withBlocks(table({ caption: "" })), /no caption/],
  ["a table without columns", withBlocks(table({ columns: [], rows: [] })), /no columns/],
  ["a column without a header", withBlocks(table({ columns: [{ ...column, header: "" }] })), /no header/],
  [
    "two columns of one name",
    withBlocks(table({ columns: [column, { ...column, id: "c" }], rows: [] })),
    /two columns "A"/,
  ],
  ["a row that is too short", withBlocks(table({ rows: [{ cells: [] }] })), /Row 1 of table "t"/],
  [
    "a chart without words",
    withBlocks(table({}), { kind: "figure", id: "f", caption: "c", svg: "<svg/>", alt: "", table: "t" }),
    /lacks its words/,
  ],
  [
    "a chart without its table",
    withBlocks({ kind: "figure", id: "f", caption: "c", svg: "<svg/>", alt: "words", table: "t" }),
    /lacks its words or its table/,
  ],
  [
    "a reference to nothing",
    withBlocks({ kind: "paragraph", text: [{ kind: "reference", to: "x" }] }),
    /"x" referred to/,
  ],
  ["a note there is not", withBlocks({ kind: "paragraph", text: [{ kind: "note", note: "x" }] }), /no note "x"/],
];
for (const [name, faulty, words] of FAULTS)
  test(`a report with ${name} is refused`, () => {
    assert.match(faultsOf(faulty).join(" "), words);
    assert.throws(() => checkReport(faulty), { code: "REPORT_INVALID" });
  });

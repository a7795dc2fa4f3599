import assert from "node:assert/strict";
import { test } from "node:test";
import { tableOf } from "./card-fixture.ts";
import { roleOfHeading } from "./column-heading.ts";
import { findHeadingRow, readLayout } from "./layout.ts";

const headings = [
  ["No", "reference"],
  ["IAP Ref", "reference"],
  ["PI Ref", "reference"],
  ["Audit Measure", "measure"],
  ["Rec Summary", "recommendation-summary"],
  ["What it Shows", "shows"],
  ["Stat Neigh Av", "neighbours"],
  ["SN av", "neighbours"],
  ["NW Av*", "region"],
  ["National Av**", "england"],
  ["Year End Target", "year-end-target"],
  ["RI", "requires-improvement"],
  ["Change %", "change"],
  ["Quarterly dir of travel", "direction"],
  ["Comment/Additional Information", "comment"],
  ["Additional Information", "comment"],
  ["C&YP Plan Priority", "plan-priority"],
  ["Corporate Priority", "corporate-priority"],
  ["Colour of the folder", "unknown"],
] as const;

for (const [heading, role] of headings) {
  test(`a column headed "${heading}" holds: ${role}`, () => assert.equal(roleOfHeading(heading), role));
}

function periodsOf(lines: readonly string[], file?: string, year?: number) {
  const table = tableOf(lines, file);
  const heading = findHeadingRow(table, { id: "card" });
  assert.ok(heading);
  const { columns, findings } = readLayout(table, heading, { id: "card", ...(year === undefined ? {} : { year }) });
  return {
    periods: columns.filter(({ role }) => role === "period").map(({ period }) => period?.id),
    codes: findings.map(({ code }) => code),
  };
}

test("a quarter before a year end is of that year", () => {
  const { periods, codes } = periodsOf([
    "Ref | Measure | Yr. end 22-23 | Qu 3 | Qu 4 | Yr. end 23-24",
    "1 | Contacts | 1 | 2 | 3 | 4",
  ]);
  assert.deepEqual(periods, ["2022-23", "2023-24-Q3", "2023-24-Q4", "2023-24"]);
  assert.deepEqual(codes, ["HEADING_YEAR_ASSUMED", "HEADING_YEAR_ASSUMED"]);
});

test("a year filled down by a spreadsheet is told of, and read from the heading beside it", () => {
  const { periods, codes } = periodsOf(["Ref | Measure | Qu 2 22-23 | Qu 3 24 | Qu 4 25", "1 | Contacts | 1 | 2 | 3"]);
  assert.deepEqual(periods, ["2022-23-Q2", "2022-23-Q3", "2022-23-Q4"]);
  assert.deepEqual(codes, ["HEADING_DAMAGED", "HEADING_DAMAGED"]);
});

test("a heading in two cells is one, and the headings after it move back", () => {
  const table = tableOf([
    "Ref | Measure | Qu 4 22-23 | 22-23 | Year End | Change % | Comments",
    "1 | Contacts | 7 | 9 | 2.0 | Rose a little this year. | ",
  ]);
  const heading = findHeadingRow(table, { id: "card" });
  assert.ok(heading);
  const { columns, findings } = readLayout(table, heading, { id: "card" });
  assert.deepEqual(
    columns.slice(3).map(({ index, role }) => [index, role]),
    [
      [3, "period"],
      [4, "change"],
      [5, "comment"],
    ],
  );
  assert.equal(findings[0]?.code, "HEADING_SPLIT");
});

test("two year headings side by side stay two where the last column is used", () => {
  const { codes } = periodsOf(["Ref | Measure | 22-23 | Year End | Comments", "1 | Contacts | 9 | 11 | Rose."]);
  assert.ok(!codes.includes("HEADING_SPLIT"));
});

test("the year comes from the map before the file's name, and from neither it is asked for", () => {
  const lines = ["Ref | Measure | Q1", "1 | Contacts | 7"];
  assert.deepEqual(periodsOf(lines, "card-2021-22.tsv", 2019).periods, ["2019-20-Q1"]);
  assert.deepEqual(periodsOf(lines, "card-2021-22.tsv").periods, ["2021-22-Q1"]);
  assert.deepEqual(periodsOf(lines, "card.tsv"), { periods: [], codes: ["HEADING_UNKNOWN"] });
});

test("a year in the title is the headings' year", () => {
  const lines = ["Quarterly card 2020-21", "Ref | Measure | Q1", "1 | Contacts | 7"];
  assert.deepEqual(periodsOf(lines, "card.tsv").periods, ["2020-21-Q1"]);
});

test("a map says what an unknown column holds", () => {
  const table = tableOf(["Ref | What we count | Latest", "1 | Contacts | 7"]);
  const options = { id: "card", columns: { "What we count": "measure", Latest: "2024-02" } };
  const heading = findHeadingRow(table, options);
  assert.ok(heading);
  const { columns } = readLayout(table, heading, options);
  assert.equal(columns[1]?.role, "measure");
  assert.equal(columns[2]?.period?.id, "2024-02");
});

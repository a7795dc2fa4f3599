import assert from "node:assert/strict";
import { test } from "node:test";
import { MONTHLY_LINES, tableOf } from "./card-fixture.ts";
import type { ImportedIndicator, ImportedScorecard } from "./imported.ts";
import { readScorecardTable } from "./read-scorecard-table.ts";

const monthly = readScorecardTable([tableOf(MONTHLY_LINES)], { id: "monthly-card" });

function rowOf(card: ImportedScorecard, reference: string): ImportedIndicator {
  const found = card.sections.flatMap(({ indicators }) => indicators).find((one) => one.reference === reference);
  assert.ok(found, `row ${reference} was lost`);
  return found;
}

const codesOf = (card: ImportedScorecard, reference: string) =>
  card.findings.filter((one) => one.reference === reference).map(({ code }) => code);

/** A one-row quarterly card. */
function quarterly(headings: string, ...rows: string[]): ImportedScorecard {
  return readScorecardTable([tableOf([headings, ...rows])], { id: "card", year: 2023 });
}

test("every row of the file is accounted for, and as what", () => {
  assert.deepEqual(
    monthly.rows.map(({ row, kind }) => [row, kind]),
    [
      [1, "title"],
      [2, "heading"],
      [3, "section"],
      [4, "measure"],
      [5, "measure"],
      [6, "measure"],
      [7, "notice"],
      [8, "heading"],
      [9, "section"],
      [10, "measure"],
      [11, "measure"],
      [12, "measure"],
      [13, "footnote"],
    ],
  );
  assert.ok(monthly.rows.every(({ understanding }) => understanding !== "not"));
});

test("a section's name spans a row and holds until the next", () => {
  assert.deepEqual(
    monthly.sections.map(({ title, indicators }) => [title, indicators.map(({ reference }) => reference)]),
    [
      ["Front door", ["1a", "1b", "1c"]],
      ["Quality", ["2", "3", "4"]],
    ],
  );
});

test("what stands above the headings is the card's title", () => assert.equal(monthly.title, "Wexcombe monthly card"));

test("a comment that runs on in the next row is whole; words under the periods are a note on the card", () => {
  const card = quarterly(
    "Ref | Measure | Q3 | Q4 | Comments",
    " | | Month audit was allocated | Month audit was allocated | ",
    "1 | Number of audits | 28 | 11 | Fewer audits were done",
    " | | | | because of leave.",
  );
  assert.equal(rowOf(card, "1").comment, "Fewer audits were done because of leave.");
  assert.deepEqual(card.footnotes, ["Month audit was allocated Month audit was allocated"]);
  assert.deepEqual(
    card.rows.map(({ kind }) => kind),
    ["heading", "footnote", "measure", "continuation"],
  );
});

test("a section's cell merged over its rows names them all", () => {
  const card = quarterly(
    "Section | Ref | Measure | Q4",
    "Front door | 1 | Contacts | 7",
    " | 2 | Referrals | 8",
    "Plans | 3 | Plans open | 9",
  );
  assert.deepEqual(
    card.sections.map(({ title, indicators }) => [title, indicators.length]),
    [
      ["Front door", 2],
      ["Plans", 1],
    ],
  );
});

test("a section with columns of its own is read by its own headings", () => {
  const card = quarterly(
    "Ref | Measure | SN av | Q4",
    "1 | Contacts | 5 | 7",
    "Workforce",
    "Ref | Measure | Q4 | Target",
    "2 | Caseload | 22 | 18",
  );
  assert.deepEqual(
    [rowOf(card, "2").figures[0]?.value, rowOf(card, "2").target, rowOf(card, "2").section],
    [22, "18", "Workforce"],
  );
});

test("the card's period is its last column with a figure", () => {
  assert.equal(monthly.period, "month");
  assert.equal(monthly.lastPeriod?.id, "2024-01");
});

test("a rolling measure's months end with their columns", () => {
  const row = rowOf(monthly, "1c");
  assert.equal(row.window, "rolling-12-months");
  assert.equal(row.figures.at(-1)?.period.start, "2023-02-01");
  assert.equal(row.figures.at(-1)?.period.end, "2024-01-31");
});

test("a note over three cells is put together and says why there is no figure", () => {
  const row = rowOf(monthly, "2");
  assert.deepEqual(
    row.figures.map(({ state }) => state),
    ["not-run", "not-run", "not-run", "value"],
  );
  assert.equal(row.figures[0]?.note, "Process began in quarter 4");
  assert.equal(row.figures[3]?.numerator, 1);
});

test("words in place of a figure each have their own state", () => {
  assert.deepEqual(
    rowOf(monthly, "4").figures.map(({ state }) => state),
    ["not-available", "not-yet-collected", "not-run", "value"],
  );
});

test("a row without figures stays on the card", () => {
  assert.ok(codesOf(monthly, "3").includes("ROW_EMPTY"));
  assert.ok(rowOf(monthly, "3").figures.every(({ state }) => state === "not-available"));
});

test("mixed precision, broken arrows and a target without polarity are told", () => {
  assert.ok(codesOf(monthly, "1b").includes("PRECISION_MIXED"));
  assert.ok(codesOf(monthly, "1b").includes("POLARITY_ASSUMED"));
  assert.ok(codesOf(monthly, "2").includes("ARROW_BROKEN"));
  assert.equal(rowOf(monthly, "1b").decimals, 1);
});

test("targets in words give the polarity", () => {
  assert.equal(rowOf(monthly, "1c").polarity, "low-is-good");
  assert.equal(rowOf(monthly, "2").polarity, "high-is-good");
});

test("published figures of others stay with the row, missing ones with their state", () => {
  assert.deepEqual(
    ["1a", "1b"].map((reference) => {
      const [comparator] = rowOf(monthly, reference).comparators;
      return [comparator?.group, comparator?.value, comparator?.state];
    }),
    [
      ["neighbours", null, "no-comparator"],
      ["neighbours", 81, "value"],
    ],
  );
});

test("references are text: 1.10 is not 1.1, and a blank one is made up and told", () => {
  const card = quarterly("Ref | Measure | Q1", "1.1 | Contacts | 1", "1.10 | Referrals | 2", " | Assessments | 3");
  assert.deepEqual(
    card.sections[0]?.indicators.map(({ reference }) => reference),
    ["1.1", "1.10", "row-4"],
  );
  assert.deepEqual(codesOf(card, "row-4"), ["REFERENCE_MISSING"]);
});

test("a comment that slipped under a threshold is put back with its figure", () => {
  const card = quarterly(
    "Ref | Measure | RI | Good | Outstanding | Annual Figure 2023-24 | Comments",
    "1 | Number of reviews held | | 3 | Three reviews were held and their lessons shared. | | ",
  );
  const row = rowOf(card, "1");
  assert.equal(row.figures[0]?.value, 3);
  assert.equal(row.comment, "Three reviews were held and their lessons shared.");
  assert.equal(row.bands, null);
  assert.ok(codesOf(card, "1").length === 0 && card.findings.some(({ code }) => code === "COLUMNS_SLIPPED"));
});

test("NA for the year of a measure of the moment is not applicable; NA for a quarter is no cases", () => {
  const card = quarterly("Ref | Measure | Q3 | Q4 | Year end", "1 | Percentage of plans up to date | NA | 85% | NA");
  assert.deepEqual(
    rowOf(card, "1").figures.map(({ state }) => state),
    ["no-cohort", "value", "not-meaningful"],
  );
});

test("what a comment says of the last figure goes with it", () => {
  const card = quarterly(
    "Ref | Measure | Q3 | Q4 | Comments",
    "1 | Number of alerts | 28 | 11 | The list is incomplete for March.",
    "2 | Percentage decided in a day | | | There is currently no way to report on this measure.",
  );
  assert.equal(rowOf(card, "1").figures[1]?.quality, "incomplete");
  assert.equal(rowOf(card, "1").figures[0]?.quality, null);
  assert.equal(rowOf(card, "2").figures[1]?.state, "not-available");
});

test("a narrative's comments go to all the references it names", () => {
  const narrative = tableOf(
    ["ID | Narrative", "1a & 1b | Contacts rose and decisions slowed.", "9 | Nobody knows."],
    "narrative.tsv",
  );
  const card = readScorecardTable([tableOf(MONTHLY_LINES), narrative], { id: "monthly-card" });
  assert.deepEqual(
    card.comments.filter(({ table }) => table === "narrative.tsv").map(({ references }) => references),
    [["1a", "1b"], []],
  );
  assert.ok(card.findings.some(({ code, quote }) => code === "COMMENT_REFERENCE_WRONG" && quote === "9"));
});

test("a break that only a comment tells of is marked on the figure it begins with", () => {
  const narrative = tableOf(
    ["ID | Narrative", "1a | The reports were rebuilt in December, so more is counted."],
    "narrative.tsv",
  );
  const card = readScorecardTable([tableOf(MONTHLY_LINES), narrative], { id: "monthly-card" });
  assert.deepEqual(
    rowOf(card, "1a").figures.map(({ quality }) => quality),
    [null, null, "series-break", null],
  );
});

test("a table without measures is refused in words", () => {
  assert.throws(
    () => readScorecardTable([tableOf(["Name | Colour", "a | red"])], { id: "card" }),
    /no row of headings/,
  );
});

/** The scorecards councils published import whole: no row lost, and every defect known to be in them found. Wider: needs the shared folder. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import type { FindingCode } from "../src/ingest/scorecard/finding.ts";
import type { ImportedScorecard } from "../src/ingest/scorecard/imported.ts";
import { readScorecardTable } from "../src/ingest/scorecard/read-scorecard-table.ts";
import { readSourceTables } from "../src/ingest/scorecard/source-table.ts";

const FOLDER = "../shared/published";
const skip = !existsSync(FOLDER) && "the published scorecards are not beside the project";

/** The ends of the files' names. */
const CARDS = {
  annual: { files: ["annual-2015-16.tsv"], rows: 23 },
  audit: { files: ["audit-2015-16-q4.tsv"], rows: 7 },
  improvement: { files: ["improvement-2015-16-q4.tsv"], rows: 25 },
  performance: { files: ["performance-2015-16-q4.tsv"], rows: 69 },
  monthly: {
    files: ["vital-signs-2025-02.tsv", "vital-signs-2025-02.narrative.tsv"],
    rows: 96,
  },
  priorities: { files: ["cyipg-2016-17.tsv"], rows: 51 },
} as const;
type Card = keyof typeof CARDS;

function pathOf(end: string): string {
  const name = readdirSync(FOLDER).find((file) => file.endsWith(`-${end}`));
  assert.ok(name, `no file ends with ${end}`);
  return `${FOLDER}/${name}`;
}

const read = new Map<Card, Promise<ImportedScorecard>>();

function cardOf(name: Card): Promise<ImportedScorecard> {
  const options = name === "monthly" ? { id: name, population: 81_634 } : { id: name };
  const promise =
    read.get(name) ??
    Promise.all(CARDS[name].files.map((file) => readSourceTables(pathOf(file)))).then((tables) =>
      readScorecardTable(tables.flat(), options),
    );
  read.set(name, promise);
  return promise;
}

const indicatorsOf = (card: ImportedScorecard) => card.sections.flatMap(({ indicators }) => indicators);

test("all 271 rows are on a card, each row of each file accounted for", { skip }, async () => {
  let total = 0;
  for (const [name, { files, rows }] of Object.entries(CARDS)) {
    const card = await cardOf(name as Card);
    assert.equal(indicatorsOf(card).length, rows, name);
    const tables = (await Promise.all(files.map((file) => readSourceTables(pathOf(file))))).flat();
    assert.equal(card.rows.length, tables.flatMap((table) => table.rows).length, `${name}: rows accounted for`);
    assert.deepEqual(
      card.rows.filter(({ understanding }) => understanding === "not"),
      [],
      name,
    );
    total += rows;
  }
  assert.equal(total, 271);
});

test("no printed figure is lost: every cell of a period with a digit has a value, a text or a note", {
  skip,
}, async () => {
  for (const name of Object.keys(CARDS) as Card[]) {
    const lost = indicatorsOf(await cardOf(name)).flatMap(({ reference, figures }) =>
      figures
        .filter(
          ({ written, value, text, note }) => /\d/.test(written) && value === null && text === null && note === null,
        )
        .map(({ written }) => `${reference}: ${written}`),
    );
    assert.deepEqual(lost, [], name);
  }
});

/** Card, code, reference (or what is quoted, for findings on the whole table); the number is the requirement's. */
const DEFECTS: readonly (readonly [number, Card, FindingCode, string])[] = [
  [3, "monthly", "PRECISION_MIXED", "20"],
  [4, "annual", "PERCENT_SIGN_MISSING", "13"],
  [5, "priorities", "PERCENT_SIGN_ODD", "6.3"],
  [21, "priorities", "UNIT_CONTRADICTS_NAME", "row-30"],
  [21, "performance", "UNIT_CONTRADICTS_NAME", "1.14"],
  [22, "priorities", "CHANGE_KINDS_MIXED", "1.1"],
  [22, "priorities", "CHANGE_KINDS_MIXED", "3.5"],
  [27, "performance", "SUPPRESSED_MISSPELT", "4.3"],
  [28, "performance", "SUPPRESSED_MISSPELT", "1.14"],
  [46, "monthly", "ROW_EMPTY", "34"],
  [46, "monthly", "ROW_EMPTY", "41"],
  [46, "monthly", "ROW_EMPTY", "68"],
  [52, "priorities", "REFERENCE_MISSING", "row-30"],
  [54, "monthly", "PARTS_DO_NOT_ADD", "35f"],
  [55, "monthly", "PERCENTAGE_WRONG", "35c"],
  [57, "monthly", "STOCK_DISAGREES_WITH_FLOW", "18"],
  [68, "audit", "NAME_CONTRADICTS_MEANING", "3"],
  [68, "audit", "NAME_CONTRADICTS_MEANING", "6"],
  [69, "monthly", "SERIES_BREAK_TOLD", "84"],
  [74, "priorities", "HEADING_DAMAGED", "Qu 3 18"],
  [74, "priorities", "HEADING_DAMAGED", "Qu 4 19"],
  [74, "priorities", "HEADING_SPLIT", "16-17 | Year End"],
  [80, "priorities", "WINDOW_CONTRADICTORY", "10.5"],
  [108, "priorities", "TARGET_CONTRADICTS_BANDS", "2.1"],
  [108, "priorities", "TARGET_CONTRADICTS_BANDS", "9.2"],
  [110, "performance", "TARGET_OF_ANOTHER_QUANTITY", "9.1"],
  [113, "improvement", "BANDS_GAP", "1"],
  [113, "priorities", "BANDS_GAP", "21.6"],
  [114, "priorities", "BANDS_OVERLAP", "4.4"],
  [114, "priorities", "BANDS_OVERLAP", "2.4"],
  [115, "priorities", "BANDS_GAP", "3.6"],
  [117, "improvement", "VALUE_ABOVE_TOP_BAND", "5"],
  [117, "improvement", "VALUE_ABOVE_TOP_BAND", "1"],
  [127, "performance", "RATING_WITHOUT_POLARITY", "2.1"],
  [127, "performance", "RATING_WITHOUT_POLARITY", "2.2"],
  [133, "monthly", "ARROW_BROKEN", "10"],
  [133, "monthly", "ARROW_BROKEN", "30"],
  [134, "performance", "POLARITY_MISSING", "1.1"],
  [135, "performance", "DIRECTION_WITHOUT_TOLERANCE", "6.10"],
  [135, "performance", "DIRECTION_WITHOUT_TOLERANCE", "8.1"],
  [136, "performance", "DIRECTION_ON_SUPPRESSED", "1.6"],
  [151, "performance", "COMMENT_CUT_OFF", "2.6"],
  [151, "performance", "COMMENT_CUT_OFF", "7.4"],
  [152, "performance", "COMMENT_REFERENCE_WRONG", "4.7"],
  [153, "performance", "COMMENT_FACT_WRONG", "1.2"],
  [154, "priorities", "COMMENT_UNIT_WRONG", "3.5"],
  [154, "priorities", "COMMENT_UNIT_WRONG", "1.8"],
  [157, "improvement", "PERSON_IN_TEXT", "17"],
  [157, "improvement", "PERSON_IN_TEXT", "19"],
  [158, "performance", "SUPPRESSED_IN_TEXT", "1.6"],
  [158, "performance", "SUPPRESSED_RECOVERABLE", "9.1"],
  [158, "performance", "SUPPRESSED_RECOVERABLE", "4.3"],
  [158, "performance", "SUPPRESSED_RECOVERABLE", "7.5"],
];

for (const [item, name, code, where] of DEFECTS) {
  test(`item ${item}: ${code} is found at ${where} of the ${name} card`, { skip }, async () => {
    const { findings } = await cardOf(name);
    const own = findings.filter((one) => one.code === code);
    assert.ok(
      own.some(({ reference, quote }) => reference === where || quote === where),
      `found only: ${own.map(({ reference, quote }) => reference ?? quote).join(", ")}`,
    );
  });
}

test("item 131: ratings shown by colour alone are known to be lost", { skip }, async () => {
  for (const name of ["performance", "monthly"] as const)
    assert.ok(
      (await cardOf(name)).findings.some(({ code }) => code === "RATING_LOST"),
      name,
    );
});

test("item 54: the total of fostering households fails in October, December and January", { skip }, async () => {
  const { findings } = await cardOf("monthly");
  assert.deepEqual(
    findings.filter(({ code }) => code === "PARTS_DO_NOT_ADD").map(({ column, quote }) => [column, quote]),
    [
      ["Oct-24", "74 + 65, 138"],
      ["Dec-24", "73 + 56, 128"],
      ["Jan-25", "73 + 52, 124"],
    ],
  );
});

test("items 9, 38 and 39: the letter after a rate is no revision, and spread notes are whole", { skip }, async () => {
  const rows = new Map(indicatorsOf(await cardOf("monthly")).map((row) => [row.reference, row]));
  const rate = rows.get("16")?.figures.at(-1);
  assert.deepEqual([rate?.value, rate?.quality, rows.get("16")?.unit], [135.9, null, "rate-per-10000"]);
  assert.equal(rows.get("59")?.figures[1]?.note, "Process commenced in quarter 2");
  assert.equal(rows.get("56")?.figures[0]?.note, "Not reported due to new moderation process");
  assert.deepEqual([rows.get("56")?.figures.at(-1)?.value, rows.get("56")?.figures.at(-1)?.numerator], [25, 1]);
});

test("item 31: a year figure of a point in time is not applicable, not missing", { skip }, async () => {
  const row = indicatorsOf(await cardOf("priorities")).find(({ reference }) => reference === "3.2");
  assert.equal(row?.figures.at(-1)?.state, "not-meaningful");
});

test("the narrative's comments are on the references they name", { skip }, async () => {
  const { comments } = await cardOf("monthly");
  assert.equal(comments.length, 16);
  const groups = comments.map(({ references }) => references).filter((references) => references.length > 1);
  assert.deepEqual(groups.slice(0, 2), [
    ["29", "30"],
    ["36", "37"],
  ]);
  assert.deepEqual(comments.find(({ references }) => references[0] === "69")?.references, ["69", "70", "71", "72"]);
});

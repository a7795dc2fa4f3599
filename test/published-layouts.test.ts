/** Each published document's layout, made from its own data: side by side with the source nothing is lost, and its defects are reported, not repeated. Wider: needs the shared folder. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { blocksOf } from "../src/domain/report/document.ts";
import type { FindingCode } from "../src/ingest/scorecard/finding.ts";
import {
  cellWords,
  PUBLISHED_CARDS,
  PUBLISHED_NAMES,
  type PublishedCard,
  printedRows,
  publishedReports,
} from "./published-reports.ts";
import { BROKEN_SIGNS, even, SIDE_BY_SIDE } from "./published-side-by-side.ts";
import { PUBLISHED, publishedTable } from "./published-tables.ts";

const skip = !existsSync(PUBLISHED) && "the published scorecards are not beside the project";
const made = skip === false ? publishedReports() : null;

async function madeOf(name: PublishedCard) {
  const reports = await made;
  return reports!.get(name)!;
}

/** Cells that stood in a wrong column: the import says so (COLUMNS_SLIPPED) and puts them where they belong. */
const SLIPPED: Partial<Readonly<Record<PublishedCard, readonly string[]>>> = {
  // The year's figures stood under "Good", and what is said of them under "Outstanding".
  annual: [0, 3, 1, 3, 0, 1, 1].map((figure, at) => `line ${at + 18}, Annual Figure 2015-2016: blank became ${figure}`),
  priorities: ["line 30, Year End Target: 4", "line 30, Baseline: blank became 4"],
};

for (const name of PUBLISHED_NAMES) {
  test(`${name}: every cell of the published table is in the report’s row`, { skip }, async () => {
    const { report, findings } = await madeOf(name);
    const { headings, rows } = publishedTable(PUBLISHED_CARDS[name].files[0]);
    const printed = printedRows(report);
    assert.equal(printed.length, rows.length);
    assert.equal(headings.length, SIDE_BY_SIDE[name].length);
    const missing = rows.flatMap(({ cells, line }, place) =>
      SIDE_BY_SIDE[name].flatMap((compare, index) => {
        const gone = compare(cells[index] ?? "", printed[place]!);
        return gone === null ? [] : [`line ${line}, ${headings[index]}: ${gone}`];
      }),
    );
    assert.deepEqual(missing, SLIPPED[name] ?? []);
    if (missing.length > 0) assert.ok(findings.some(({ code }) => code === "COLUMNS_SLIPPED"));
  });
}

test("the slipped figures of the annual card stand in the year’s column, and their words among the comments", {
  skip,
}, async () => {
  const { rows } = publishedTable(PUBLISHED_CARDS.annual.files[0]);
  const printed = printedRows((await madeOf("annual")).report);
  for (const place of [16, 17, 18, 19, 20, 21, 22]) {
    const [figure = "", said = ""] = rows[place]!.cells.slice(7, 9);
    assert.equal(printed[place]!.textOf("Annual figure 2015-16"), figure);
    assert.equal(printed[place]!.textOf("Additional information"), even(said));
  }
});

test("a count in brackets behind a percentage is kept in the figures behind the report", { skip }, async () => {
  const { report } = await madeOf("monthly");
  const { headings, rows } = publishedTable(PUBLISHED_CARDS.monthly.files[0]);
  const counts = rows.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => {
      const [, percentage, count] = /^(\d+)% \((\d+)\)$/.exec(cell) ?? [];
      return count === undefined ? [] : [[cells[1], headings[index], Number(percentage), Number(count)].join(" ")];
    }),
  );
  const figures = report.data.find(({ name }) => name === "figures")!.rows;
  const kept = figures.flatMap(({ reference, period, value, numerator }) =>
    numerator === null ? [] : [[reference, heading(String(period)), value, numerator].join(" ")],
  );
  assert.ok(counts.length >= 10, `${counts.length} in the source`);
  assert.deepEqual(
    counts.filter((count) => !kept.includes(count)),
    [],
  );
});

test("the narrative of the monthly card stands whole under its section, at the references it names", {
  skip,
}, async () => {
  const { report } = await madeOf("monthly");
  const { rows } = publishedTable("vital-signs-2025-02.narrative.tsv");
  const paragraphs = blocksOf(report).flatMap((block) =>
    block.kind === "paragraph"
      ? [even(block.text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "")).join(""))]
      : [],
  );
  for (const { cells } of rows) {
    const said = paragraphs.find((paragraph) => paragraph.includes(even(cells[2] ?? "")));
    assert.ok(said, `"${cells[2]}" is lost`);
    for (const reference of (cells[1] ?? "").match(/\d+[a-z]?/g) ?? [])
      assert.match(said, new RegExp(`\\b${reference}\\b`));
  }
});

test("what the authority suppressed itself is [c] in each of its cells, and no number anywhere", { skip }, async () => {
  const { report } = await madeOf("performance");
  const { rows } = publishedTable(PUBLISHED_CARDS.performance.files[0]);
  const printed = printedRows(report);
  const columns = ["Year end 2014-15", "Q3 2015-16", "Q4 2015-16", "Year to date 2015-16"];
  const hidden = rows.flatMap(({ cells }, place) =>
    columns.flatMap((column, index) => (/^sup+res+ed$/i.test(cells[7 + index] ?? "") ? [{ place, column }] : [])),
  );
  assert.ok(hidden.length >= 8, `${hidden.length} in the source`);
  for (const { place, column } of hidden)
    assert.deepEqual(printed[place]!.cells.get(column), {
      kind: "state",
      shorthand: "[c]",
      words: "Hidden because it could tell of a person.",
    });
  assert.ok(report.shorthand.some(({ shorthand }) => shorthand === "[c]"));
});

for (const name of PUBLISHED_NAMES)
  test(`${name}: every column printed is described, in the order of the tables`, { skip }, async () => {
    const { report } = await madeOf(name);
    const tables = blocksOf(report).filter((block) => block.kind === "table");
    const described = tables.find(({ sheet }) => sheet === undefined)!;
    const names = described.rows.map(({ cells }) => cellWords(cells[0]!, new Map()));
    for (const { columns } of tables.filter(({ sheet }) => sheet !== undefined)) {
      const headers = columns.filter(({ id }) => !id.startsWith("history-")).map(({ header }) => header);
      assert.deepEqual(
        names.filter((one) => !/\d{4}.* to /.test(one)),
        headers,
      );
    }
    assert.ok(described.rows.every(({ cells }) => cellWords(cells[1]!, new Map()).length > 20));
  });

/** Requirement, card, code, reference: what is wrong in the source; and how the report's row says it instead. */
const DEFECTS: readonly (readonly [number, PublishedCard, FindingCode, string, RegExp])[] = [
  [3, "monthly", "PRECISION_MIXED", "20", /95\.0% \| 97\.8%/],
  [4, "annual", "PERCENT_SIGN_MISSING", "13", /\| 94% \|/],
  [5, "priorities", "PERCENT_SIGN_ODD", "6.3", /100% \| 50% \| 50% \| 60%/],
  [22, "priorities", "CHANGE_KINDS_MIXED", "1.1", /Up 28\.1 per 10,000.*/],
  [22, "priorities", "CHANGE_KINDS_MIXED", "3.5", /Down 3\.1 per 10,000/],
  [27, "performance", "SUPPRESSED_MISSPELT", "4.3", /\[c\] Hidden because it could tell of a person/],
  [46, "monthly", "ROW_EMPTY", "34", /\[x\].*Not rated.*Cannot compare/],
  [52, "priorities", "REFERENCE_MISSING", "row-30", /Row 30 of the file has no reference of its own/],
  [69, "monthly", "SERIES_BREAK_TOLD", "84", /11\.26 \[b\]/],
  [
    108,
    "priorities",
    "TARGET_CONTRADICTS_BANDS",
    "2.1",
    /A figure of 70 meets the target and is judged "requires improvement"/,
  ],
  [113, "improvement", "BANDS_GAP", "1", /94 is in no band/],
  [114, "priorities", "BANDS_OVERLAP", "4.4", /85 is in two bands/],
  [115, "priorities", "BANDS_GAP", "3.6", /15 is in no band/],
  [131, "performance", "RATING_LOST", "1.5", /▲ Amber\. Amber: /],
  [133, "monthly", "ARROW_BROKEN", "10", /→ Similar/],
  [136, "performance", "DIRECTION_ON_SUPPRESSED", "1.6", /Cannot compare: this period.s figure is: suppressed/],
  [154, "priorities", "COMMENT_UNIT_WRONG", "1.8", /Up 25 percentage points/],
];

for (const [item, name, code, reference, said] of DEFECTS)
  test(`item ${item}: ${code} at ${reference} of the ${name} card is reported, and the report says it right`, {
    skip,
  }, async () => {
    const { report, findings } = await madeOf(name);
    const own = findings.filter((one) => one.code === code);
    assert.ok(
      own.some((one) => one.reference === reference || one.reference === null),
      `${own.length} others found`,
    );
    const row = printedRows(report).find(({ cells }) => cellWords([...cells.values()][0]!, new Map()) === reference);
    assert.match(row?.whole ?? "", said);
  });

test("item 133: each direction that is no arrow any more is reported, and compared anew", { skip }, async () => {
  const { report, findings } = await madeOf("monthly");
  const { rows } = publishedTable(PUBLISHED_CARDS.monthly.files[0]);
  const broken = rows.filter(({ cells }) => BROKEN_SIGNS.includes(cells.at(-1) ?? "")).map(({ cells }) => cells[1]);
  const reported = findings.filter(({ code }) => code === "ARROW_BROKEN").map(({ reference }) => reference);
  assert.deepEqual(broken, reported);
  for (const row of printedRows(report)) assert.match(row.textOf("Direction of travel"), /^[↑↓→–] /);
});

test("item 87: the days of the period are computed from it", { skip }, async () => {
  const { report } = await madeOf("performance");
  const text = JSON.stringify(report.sections);
  assert.match(text, /Quarter 4 2015-16 \(1 January 2016 to 31 March 2016\)/);
});

/** "2025-02" as the source heads it: "Feb-25". */
function heading(month: string): string {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${names[Number(month.slice(5)) - 1]}-${month.slice(2, 4)}`;
}

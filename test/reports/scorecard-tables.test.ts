/** The tables of scorecard appendices for a small real authority: a row for each indicator, years that add up, scope and comments in their place. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { blocksOf, type Report, type ReportCell, type TableBlock } from "../../src/domain/report/document.ts";
import { type Audience, indicatorsOf, type ScoredCard } from "../../src/domain/scored-card.ts";
import { readJudgementInputs } from "../../src/services/read-judgement-inputs.ts";
import { assembleReport } from "../../src/services/report/assemble-report.ts";
import { scoreScorecard } from "../../src/services/score-scorecard.ts";
import { addComment, moveComment } from "../../src/store/comment.ts";
import { type Council, openCouncil } from "../web/council.ts";

const QUARTER = "2025-26-Q4";
const BY = { actor: "An analyst", at: "2026-04-08T09:00:00.000Z" };
const SAID = "Two teams shared one duty desk.\n\nFrom May each has its own.";

let council: Council;
before(async () => {
  council = await openCouncil();
  for (const subject of [
    { kind: "section", section: "Safeguarding" } as const,
    { kind: "references", references: ["1.1", "1.2"] } as const,
  ]) {
    const place = { scorecard: "quarterly-performance", period: QUARTER, subject };
    const { id, version } = await addComment(council.store, BY, { ...place, body: SAID });
    const submitted = await moveComment(council.store, BY, { id, version, to: "submitted" });
    await moveComment(council.store, BY, { id, version: submitted.version, to: "approved" });
  }
});
after(() => council.close());

type Asked = { readonly scorecard: string; readonly period: string; readonly audience: Audience };

function assembled(layout: string, asked: Asked): Promise<Report> {
  const context = { workspace: council.desk.live.current(), store: council.store };
  const template = `scorecard-appendix-${layout}`;
  return assembleReport(context, { ...asked, template, answers: {}, madeOn: "2026-04-10", author: "A writer" });
}

async function cardOf({ audience, ...place }: Asked): Promise<ScoredCard> {
  const workspace = council.desk.live.current();
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, place);
  return scoreScorecard(workspace, inputs, { ...place, audience });
}

function tablesOf(report: Report): readonly TableBlock[] {
  return blocksOf(report).filter((block): block is TableBlock => block.kind === "table" && block.sheet !== undefined);
}

const words = (cell: ReportCell | undefined): string =>
  cell?.kind === "text" ? cell.text.filter((part) => typeof part === "string").join("") : "";

/** A card’s cell by its row's reference and its column's header. */
function cellOf(report: Report, reference: string, header: string): ReportCell | undefined {
  for (const { columns, rows } of tablesOf(report)) {
    const row = rows.find(({ cells }) => words(cells[0]) === reference);
    if (row !== undefined) return row.cells[columns.findIndex((column) => column.header === header)];
  }
  return undefined;
}

const APPENDICES = [
  ["quarterly-performance", "quarterly-performance", QUARTER],
  ["quarterly-performance-2016", "quarterly-performance", QUARTER],
  ["improvement", "improvement-plan", QUARTER],
  ["audit", "improvement-plan-audit", QUARTER],
  ["annual", "improvement-plan-annual", "2025-26"],
  ["vital-signs", "vital-signs", "2026-03"],
  ["regional", "improvement-priorities", QUARTER],
] as const;

test("each appendix names the scorecard it is laid out for, and every appendix is tried here", () => {
  const { reports, scorecards } = council.desk.live.current().catalogue;
  const appendices = [...reports.values()].filter(({ id }) => id.startsWith("scorecard-appendix-"));
  assert.deepEqual(
    appendices.map(({ id, scorecards: laidOutFor }) => [id.slice("scorecard-appendix-".length), laidOutFor]).toSorted(),
    APPENDICES.map(([layout, scorecard]) => [layout, [scorecard]]).toSorted(),
  );
  for (const [, scorecard] of APPENDICES) assert.ok(scorecards.has(scorecard));
});

for (const [layout, scorecard, period] of APPENDICES)
  for (const audience of ["internal", "published"] as const)
    test(`${layout}, ${audience}: every indicator of ${scorecard} is a row of its section’s table`, async () => {
      const asked = { scorecard, period, audience };
      const [report, card] = [await assembled(layout, asked), await cardOf(asked)];
      const tables = tablesOf(report);
      const sections = card.sections.filter(({ indicators }) => indicators.length > 0);
      assert.deepEqual(
        tables.map(({ sheet, rows }) => [sheet?.part, rows.map(({ cells }) => words(cells[0]))]),
        sections.map(({ title, indicators }) => [title, indicators.map(({ reference }) => reference)]),
      );
      // One sheet of a workbook joins them: they must have the same columns.
      for (const { columns, sheet } of tables) {
        assert.deepEqual(columns, tables[0]?.columns);
        assert.equal(sheet?.name, tables[0]?.sheet?.name);
      }
      const said = JSON.stringify(report.sections);
      for (const { scope } of sections) if (scope !== null) assert.ok(said.includes(`Scope: ${scope}`), scope);
    });

test("the year of a count is the sum of its quarters, for internal readers", async () => {
  const report = await assembled("quarterly-performance", {
    scorecard: "quarterly-performance",
    period: QUARTER,
    audience: "internal",
  });
  const older = await assembled("quarterly-performance-2016", {
    scorecard: "quarterly-performance",
    period: QUARTER,
    audience: "internal",
  });
  const numberIn = (cell: ReportCell | undefined): number => (cell?.kind === "number" ? cell.value : Number.NaN);
  for (const reference of ["1.1", "1.2"]) {
    const quarters = ["Q1", "Q2", "Q3", "Q4"].map((quarter) =>
      numberIn(cellOf(report, reference, `${quarter} 2025-26`)),
    );
    const year = numberIn(cellOf(older, reference, "Year to date 2025-26"));
    assert.equal(
      year,
      quarters.reduce((sum, quarter) => sum + quarter, 0),
    );
    assert.ok(year > 0);
  }
});

test("in public a year nobody has published is not told, and says so", async () => {
  const report = await assembled("quarterly-performance", {
    scorecard: "quarterly-performance",
    period: QUARTER,
    audience: "published",
  });
  assert.deepEqual(cellOf(report, "1.1", "Year end 2024-25"), {
    kind: "state",
    shorthand: "[x]",
    words: "It is not published with this scorecard.",
  });
});

test("a section’s comment stands above its table, an indicator’s on the first row it names, both whole", async () => {
  const asked = { scorecard: "quarterly-performance", period: QUARTER, audience: "published" } as const;
  const report = await assembled("quarterly-performance", asked);
  assert.equal(words(cellOf(report, "1.1", "Comments")), SAID);
  assert.equal(words(cellOf(report, "1.2", "Comments")), "See the comment on 1.1.");
  const blocks = blocksOf(report);
  const table = blocks.findIndex((block) => block.kind === "table" && block.sheet?.part === "Safeguarding");
  const above = blocks.slice(table - 2, table).flatMap((block) => (block.kind === "paragraph" ? block.text : []));
  assert.deepEqual(above, SAID.split("\n\n"));
});

test("what is suppressed on the card is suppressed in every column of a public report", async () => {
  const asked = { scorecard: "vital-signs", period: "2026-03", audience: "published" } as const;
  const [report, card] = [await assembled("vital-signs", asked), await cardOf(asked)];
  const hidden = indicatorsOf(card).filter(({ state }) => state === "suppressed");
  assert.ok(hidden.length > 10);
  for (const { reference } of hidden) {
    const cell = cellOf(report, reference, "Mar 2026");
    assert.equal(cell?.kind === "state" ? cell.shorthand : cell?.kind, "[c]", reference);
  }
});

/** What a report's Excel or CSV files hold imports again to the same figures, targets, ratings, directions and comments. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Report } from "../src/domain/report/document.ts";
import { approvedComments } from "../src/domain/report/indicator-rows.ts";
import { indicatorsOf, type ScoredCard } from "../src/domain/scored-card.ts";
import { csvFormat } from "../src/reports/formats/csv.ts";
import { xlsxFormat } from "../src/reports/formats/xlsx.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";
import { importScorecard } from "../src/services/import-scorecard.ts";
import { openStore } from "../src/services/open-store.ts";
import { readJudgementInputs } from "../src/services/read-judgement-inputs.ts";
import { reportData } from "../src/services/report/report-data.ts";
import { scoreScorecard } from "../src/services/score-scorecard.ts";
import { openWorkspace } from "../src/services/workspace.ts";
import { addComment, listComments, moveComment } from "../src/store/comment.ts";
import { type Council, NOW, openCouncil } from "./web/council.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-round-trip-"));
let council: Council;
before(async () => {
  council = await openCouncil();
});
after(async () => {
  await council.close();
  rmSync(root, { recursive: true, force: true });
});

const by = { actor: "A writer", at: NOW.toISOString() };
/** One of every kind of period; each import loads a data folder anew, so not all in both formats. */
const CARDS = [
  ["vital-signs", "2026-03", xlsxFormat],
  ["quarterly-performance", "2025-26-Q4", csvFormat],
  ["improvement-plan-annual", "2025-26", xlsxFormat],
  ["improvement-plan-annual", "2025-26", csvFormat],
] as const;
const COMMENT = "=SUM is no formula here; “quoted”, with 7 of 9.\n\nA second paragraph, after a comma.";

/** A card as it stands, and the report that holds its data. */
async function reportOn(scorecard: string, period: string): Promise<{ card: ScoredCard; report: Report }> {
  const workspace = council.desk.live.current();
  const question = { scorecard, period };
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, question);
  const card = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const rules = workspace.catalogue.scorecards.get(scorecard);
  assert.ok(rules);
  return { card, report: { ...sampleReport(), template: scorecard, data: reportData(card, rules, inputs) } };
}

/** Imports files into a data folder of their own, and judges the card again. */
async function importedCard(paths: readonly string[], period: string) {
  const data = mkdtempSync(join(root, "data-"));
  const catalogue = ["catalogue", join(data, "catalogue")];
  const place = { authority: "Wexcombe", id: "card-again", isMending: false, isDryRun: false, data, catalogue };
  const outcome = await importScorecard({ paths, ...place, by: "Analyst", at: NOW, report: () => undefined });
  const workspace = openWorkspace({ data, catalogue });
  const store = await openStore({ data });
  try {
    const question = { scorecard: "card-again", period };
    const inputs = await readJudgementInputs(store, workspace.catalogue, question);
    const card = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
    return { card, outcome, comments: await listComments(store, question) };
  } finally {
    await store.close();
    workspace.close();
  }
}

/** Everything the round trip must keep, by section and reference. */
function kept(card: ScoredCard) {
  return indicatorsOf(card).map((scored) => ({
    section: scored.section,
    reference: scored.reference,
    title: scored.title,
    polarity: scored.measure.polarity,
    value: scored.value,
    shown: scored.shown,
    state: scored.state,
    qualities: scored.qualities,
    target: scored.target.shown,
    basis: scored.target.basis,
    bands: scored.bands,
    rating: scored.rating.word,
    direction: [scored.direction.arrow, scored.direction.meaning, scored.direction.comparedWith],
    history: scored.history.map(({ period, value, shown, status }) => [period, value, shown, status]),
    comparators: scored.comparators.map(({ group, shown }) => [group, shown]),
  }));
}

async function filesOf(report: Report, format: typeof csvFormat): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, "files-"));
  const rendered = await format.render(report);
  return rendered
    .filter(({ name }) => /\.(csv|xlsx)$/.test(name))
    .map(({ name, bytes }) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
}

for (const [scorecard, period, format] of CARDS)
  test(`${scorecard} imports again out of ${format.title} to the same figures, targets, ratings and directions`, async () => {
    const { card, report } = await reportOn(scorecard, period);
    // Nothing is proved by a card that is not rated.
    assert.ok(card.ratings.red + card.ratings.amber + card.ratings.green > 3 && card.directions.improving > 1);
    const again = await importedCard(await filesOf(report, format), period);
    assert.deepEqual(again.outcome.card.findings, []);
    assert.equal(again.card.title, card.title);
    assert.deepEqual(kept(again.card), kept(card));
  });

test("every row of the data has a cell for every column that is described, and no other", async () => {
  const { card, report } = await reportOn("vital-signs", "2026-03");
  assert.deepEqual(
    report.data.map(({ name, rows }) => [name, rows.length]),
    [
      ["indicators", indicatorsOf(card).length],
      ["figures", indicatorsOf(card).flatMap(({ history }) => history).length],
      ["comments", 0],
    ],
  );
  for (const { columns, rows } of report.data)
    for (const row of rows)
      assert.deepEqual(
        Object.keys(row),
        columns.map(({ name }) => name),
      );
});

test("comments on indicators, a section and the card import again, each once, paragraphs and all", async () => {
  const place = { scorecard: "quarterly-performance", period: "2025-26-Q4" };
  const { card } = await reportOn(place.scorecard, place.period);
  const [first, second] = indicatorsOf(card);
  assert.ok(first && second);
  const subjects = [
    { kind: "references", references: [first.reference, second.reference] },
    { kind: "section", section: first.section },
    { kind: "scorecard" },
  ] as const;
  for (const [index, subject] of subjects.entries()) {
    const { id, version } = await addComment(council.store, by, { ...place, subject, body: `${COMMENT} ${index}` });
    const moved = await moveComment(council.store, by, { id, version, to: "submitted" });
    const approver = { ...by, actor: "A director" };
    await moveComment(council.store, approver, { id, version: moved.version, to: "approved" });
  }
  const { card: commented, report } = await reportOn(place.scorecard, place.period);
  assert.equal(approvedComments(indicatorsOf(commented)[0] ?? { comments: [] }), `${COMMENT} 0`);
  for (const format of [xlsxFormat, csvFormat]) {
    const again = await importedCard(await filesOf(report, format), place.period);
    assert.deepEqual(
      again.comments.map(({ subject, body }) => ({ subject, body })).sort((a, b) => (a.body < b.body ? -1 : 1)),
      subjects.map((subject, index) => ({ subject, body: `${COMMENT} ${index}` })),
      format.title,
    );
  }
});

/** The scorecards councils published, imported, reported and imported again out of the report's workbook, are the same to the last cell. Wider: needs the shared folder. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { ReportData } from "../src/domain/report/document.ts";
import { xlsxFormat } from "../src/reports/formats/xlsx.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";
import { importScorecard } from "../src/services/import-scorecard.ts";
import { openStore, type Store } from "../src/services/open-store.ts";
import { readJudgementInputs } from "../src/services/read-judgement-inputs.ts";
import { reportData } from "../src/services/report/report-data.ts";
import { scoreScorecard } from "../src/services/score-scorecard.ts";
import { openWorkspace } from "../src/services/workspace.ts";
import { chooseComments, moveComment } from "../src/store/comment.ts";
import { PUBLISHED_CARDS, PUBLISHED_NAMES, type PublishedCard } from "./published-reports.ts";
import { PUBLISHED, publishedPath } from "./published-tables.ts";

const skip = !existsSync(PUBLISHED) && "the published scorecards are not beside the project";
const BY = { actor: "Analyst", at: "2026-04-10T10:00:00.000Z" };
const root = mkdtempSync(join(tmpdir(), "waymark-published-again-"));
after(() => rmSync(root, { recursive: true, force: true }));

type Cards = ReadonlyMap<PublishedCard, readonly ReportData[]>;
let first: Cards = new Map();
let again: Cards = new Map();

before(async () => {
  if (skip) return;
  const published = PUBLISHED_NAMES.map((id) => [id, PUBLISHED_CARDS[id].files.map(publishedPath)] as const);
  first = await importedCards(join(root, "first"), published);
  const workbooks: (readonly [PublishedCard, readonly string[]])[] = [];
  for (const [id, data] of first) {
    const [file] = await xlsxFormat.render({ ...sampleReport(), data });
    const path = join(root, `${id}.xlsx`);
    writeFileSync(path, file?.bytes ?? "");
    workbooks.push([id, [path]]);
  }
  again = await importedCards(join(root, "again"), workbooks);
});

/** Imports each card from its files, approves its comments, judges it, and gives the data a report on it would hold. */
async function importedCards(
  data: string,
  cards: readonly (readonly [PublishedCard, readonly string[]])[],
): Promise<Cards> {
  // Without our own measures and cards, which these never name, the catalogue is read in a moment.
  for (const part of ["model", "reference", "returns", "lists", "due"])
    cpSync(join("catalogue", part), join(data, "bare", part), { recursive: true });
  const catalogue = [join(data, "bare"), join(data, "catalogue")];
  const place = { authority: "Wexcombe", isMending: false, isDryRun: false, data, catalogue, by: "Analyst" };
  const periods = new Map<PublishedCard, string>();
  for (const [id, paths] of cards) {
    const { card } = await importScorecard({ ...place, id, paths, at: new Date(BY.at), report: () => undefined });
    periods.set(id, card.lastPeriod?.id ?? "");
  }
  const store = await openStore({ data });
  const workspace = openWorkspace({ data, catalogue });
  try {
    await approveAll(store);
    const made = new Map<PublishedCard, readonly ReportData[]>();
    for (const [scorecard, period] of periods) {
      const inputs = await readJudgementInputs(store, workspace.catalogue, { scorecard, period });
      const card = await scoreScorecard(workspace, inputs, { scorecard, period, audience: "internal" });
      made.set(scorecard, reportData(card, workspace.catalogue.scorecards.get(scorecard) ?? { judgement: {} }, inputs));
    }
    return made;
  } finally {
    workspace.close();
    await store.close();
  }
}

async function approveAll(store: Store): Promise<void> {
  for (const { id, version } of await chooseComments(store, {})) {
    const submitted = await moveComment(store, BY, { id, version, to: "submitted" });
    await moveComment(store, { ...BY, actor: "Director" }, { id, version: submitted.version, to: "approved" });
  }
}

for (const id of PUBLISHED_NAMES)
  for (const name of ["indicators", "figures", "comments"])
    test(`the published ${id} card has the same ${name} after a second journey`, { skip }, () => {
      const rowsOf = (data: readonly ReportData[] | undefined) => data?.find((one) => one.name === name)?.rows;
      const rows = rowsOf(first.get(id));
      assert.ok(rows && rows.length > (name === "comments" ? -1 : 5));
      assert.deepEqual(rowsOf(again.get(id)), rows);
    });

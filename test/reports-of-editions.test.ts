/** Reports on published editions: what was frozen is printed, whatever is known or decided since; and what differs is told, with why where people may know. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AppError } from "../src/domain/errors.ts";
import { faultsOf } from "../src/domain/report/check-report.ts";
import { blocksOf, type Report, type ReportCell, type TableBlock } from "../src/domain/report/document.ts";
import { indicatorsOf } from "../src/domain/scored-card.ts";
import { REPORT_FORMATS } from "../src/reports/formats/index.ts";
import { readFrozenEdition } from "../src/services/edition-workspace.ts";
import { loadReturn } from "../src/services/load-return.ts";
import { publishEdition } from "../src/services/publish-edition.ts";
import { assembleReport } from "../src/services/report/assemble-report.ts";
import type { ReportQuestion } from "../src/services/report/making.ts";
import { signOffCard } from "../src/services/sign-off.ts";
import { openWorkspace, type Workspace } from "../src/services/workspace.ts";
import { toldIn } from "./told-in-report.ts";
import { type Council, NOW, openCouncil } from "./web/council.ts";

const by = { actor: "An analyst", at: NOW.toISOString() };
const FEBRUARY = "vital-signs-2026-02-1";
const MARCH = "vital-signs-2026-03-1";
const CORRECTED = "vital-signs-2026-03-2";

let council: Council;
let own: string;

before(async () => {
  council = await openCouncil();
  own = join(council.desk.data, "own-catalogue");
  const workspace = opened();
  for (const period of ["2026-02", "2026-03"]) await publish(workspace, period);
  workspace.close();
  await loadLateContacts();
  const late = opened();
  await publish(late, "2026-03", { kind: "unscheduled-revision", reason: "Contacts were recorded late." });
  late.close();
  changeCatalogue();
});
after(() => council.close());

function opened(): Workspace {
  return openWorkspace({ data: council.desk.data, catalogue: ["catalogue", own] });
}

async function publish(
  workspace: Workspace,
  period: string,
  revision?: { readonly kind: "unscheduled-revision"; readonly reason: string },
): Promise<void> {
  const question = { scorecard: "vital-signs", period };
  await signOffCard(workspace, council.store, by, { ...question, role: "director", person: "The director" });
  await publishEdition(workspace, council.store, { ...question, by: by.actor, at: NOW, waymark: "test", revision });
}

async function loadLateContacts(): Promise<void> {
  const file = join(council.desk.data, "contact.csv");
  const rows = ["R-late-1,2026-03-20,W000001", "R-late-2,2026-03-28,W000002"];
  writeFileSync(file, ["contact_id,date,person_id", ...rows, ""].join("\n"));
  const { status } = await loadReturn({
    paths: [file],
    authority: "Wexcombe",
    data: council.desk.data,
    catalogue: ["catalogue"],
    return: "canonical",
    strict: false,
    by: "test",
    at: new Date(NOW.getTime() + 1000),
    report: () => undefined,
  });
  assert.equal(status, "accepted");
}

/** After everything is published: amber becomes narrower, and contacts are defined in other words. */
function changeCatalogue(): void {
  for (const [path, was, is] of [
    ["scorecards/vital-signs.yaml", "tolerance: 15", "tolerance: 1"],
    ["measures/front-door/contacts.yaml", "definition: ", "definition: By another rule, "],
  ] as const) {
    mkdirSync(join(own, path, ".."), { recursive: true });
    cpSync(join("catalogue", path), join(own, path));
    const text = readFileSync(join(own, path), "utf8");
    assert.ok(text.includes(was), path);
    writeFileSync(join(own, path), text.replace(was, is));
  }
}

async function reportOf(template: string, asked: Partial<ReportQuestion>): Promise<Report> {
  const workspace = opened();
  const question = {
    template,
    answers: {},
    madeOn: "2026-04-10",
    author: "A writer",
    scorecard: "vital-signs",
    ...asked,
  };
  try {
    return await assembleReport({ workspace, store: council.store }, question);
  } finally {
    workspace.close();
  }
}

function tableOf(report: Report, id: string): TableBlock {
  const found = blocksOf(report).find((block) => block.kind === "table" && block.id === id);
  assert.ok(
    found?.kind === "table",
    `${id} is among ${blocksOf(report)
      .flatMap((block) => ("id" in block ? [block.id] : []))
      .join(", ")}`,
  );
  return found;
}

function wordsOf(cell: ReportCell | undefined): string {
  if (cell?.kind === "text") return cell.text.join("");
  if (cell?.kind === "number") return cell.shown;
  if (cell?.kind === "state") return cell.shorthand;
  return cell === undefined || cell.kind === "trend" ? "" : cell.sentence;
}

test("a report on an edition prints the rules and definitions it was made with, not today’s", async () => {
  const frozen = await reportOf("committee-report-2018", { edition: MARCH });
  const live = await reportOf("committee-report-2018", { audience: "internal", period: "2026-03" });
  const rule = (report: Report): unknown => report.data.find(({ name }) => name === "indicators")?.rows[0]?.rating_rule;
  assert.match(`${rule(frozen)}`, /^relative-tolerance 15 /);
  assert.match(`${rule(live)}`, /^relative-tolerance 1 /);
  const definition = (report: Report): string =>
    wordsOf(
      tableOf(report, "definitions-section-definitions").rows.find(({ cells }) => wordsOf(cells[0]) === "5")?.cells[2],
    );
  assert.doesNotMatch(definition(frozen), /another rule/);
  assert.match(definition(live), /^By another rule/);
  assert.match(frozen.subtitle, /^Edition 1, published 10 April 2026$/);
});

test("without an edition named the public reads the latest one published", async () => {
  const report = await reportOf("committee-report-2018", { period: "2026-03" });
  assert.match(report.subtitle, /^Edition 2, published/);
  const { document } = await readFrozenEdition(council.store, CORRECTED);
  assert.equal(report.data.find(({ name }) => name === "indicators")?.rows.length, indicatorsOf(document.card).length);
});

test("a correction is compared with the edition it corrects, and says why it was made", async () => {
  const report = await reportOf("edition-difference-report", { edition: CORRECTED });
  assert.match(report.title, /March 2026, edition 1 of 10 April 2026/);
  const words = blocksOf(report).flatMap((block) => (block.kind === "paragraph" ? [block.text.join("")] : []));
  assert.ok(words.some((text) => text.includes(`corrects ${MARCH}`) && text.includes("Contacts were recorded late.")));
  const contacts = tableOf(report, "changes-section-changes-table").rows.find(({ cells }) =>
    wordsOf(cells[0]).startsWith("5 Contacts"),
  );
  assert.ok(contacts !== undefined, "contacts differ");
  assert.equal(Number(wordsOf(contacts.cells[2])) - Number(wordsOf(contacts.cells[1])), 2);
  assert.match(wordsOf(contacts.cells[5]), /^Figure\./);
  for (const format of REPORT_FORMATS) assert.ok((await format.render(report)).length > 0);
});

test("from one period to the next figures alone are no news, but ratings and restated figures are", async () => {
  const report = await reportOf("committee-report-2018", { edition: MARCH });
  const february = (await readFrozenEdition(council.store, FEBRUARY)).document.card;
  const march = (await readFrozenEdition(council.store, MARCH)).document.card;
  const before = new Map(indicatorsOf(february).map((scored) => [scored.reference, scored]));
  const news = indicatorsOf(march).filter(({ reference, rating, direction }) => {
    const was = before.get(reference);
    return was?.rating.word !== rating.word || was.direction.meaning !== direction.meaning;
  });
  assert.ok(news.length > 0 && news.length < indicatorsOf(march).length);
  assert.deepEqual(
    tableOf(report, "changes-section-changes-table").rows.map(({ cells }) => wordsOf(cells[0]).split(" ")[0]),
    news.map(({ reference }) => reference),
  );
});

test("people with a need are told why a published figure would differ today; the public is not", async () => {
  const live = await reportOf("exceptions-report", { audience: "internal", period: "2026-03", against: MARCH });
  const restated = tableOf(live, "changes-section-changes-restated");
  const contacts = restated.rows.find(
    ({ cells }) => wordsOf(cells[0]).startsWith("5 Contacts") && wordsOf(cells[1]) === "March 2026",
  );
  assert.match(wordsOf(contacts?.cells[4]), /2 recorded since/);
  const open = await reportOf("exceptions-report", { audience: "published", edition: CORRECTED, against: MARCH });
  assert.ok(!JSON.stringify(open).includes("recorded since"));
});

test("no difference between two public editions tells a hidden number", async () => {
  const [march, corrected] = await Promise.all([MARCH, CORRECTED].map((id) => readFrozenEdition(council.store, id)));
  assert.ok(march !== undefined && corrected !== undefined);
  const report = await reportOf("edition-difference-report", { edition: CORRECTED, against: MARCH });
  assert.deepEqual(faultsOf(report), []);
  const told = (one: typeof march) => toldIn(report, { internal: one.internal, shown: one.document.card });
  const inBoth = told(march).filter((line) => told(corrected).includes(line));
  assert.deepEqual(inBoth, []);
});

test("an edition is not compared with itself, nor with another scorecard’s", async () => {
  const workspace = opened();
  const question = { scorecard: "improvement-plan-audit", period: "2025-26-Q4" };
  workspace.close();
  const refused = (asked: Partial<ReportQuestion>) =>
    assert.rejects(reportOf("edition-difference-report", asked), (fault: AppError) => {
      assert.ok(fault instanceof AppError && fault.code === "USAGE", fault.message);
      return true;
    });
  await refused({ edition: MARCH, against: MARCH });
  await refused({ ...question, against: MARCH });
});

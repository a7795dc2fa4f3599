/** Every shipped template, whoever it is for: assembled from a small real authority, for a quarter of nothing, for 300 indicators and for editions, and rendered. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AppError } from "../src/domain/errors.ts";
import { faultsOf } from "../src/domain/report/check-report.ts";
import { blocksOf, gapsOf, type Report, type TableBlock } from "../src/domain/report/document.ts";
import { numberReport } from "../src/domain/report/numbering.ts";
import type { ReportTemplate } from "../src/domain/report/template.ts";
import { type Audience, indicatorsOf, type ScoredCard } from "../src/domain/scored-card.ts";
import { readCatalogue } from "../src/measures/catalogue.ts";
import { REPORT_FORMATS } from "../src/reports/formats/index.ts";
import { listOpenTeams } from "../src/services/challenge/context.ts";
import { approveComment, submitComment, writeComment } from "../src/services/commentary.ts";
import { openCommentary } from "../src/services/open-commentary.ts";
import { readJudgementInputs } from "../src/services/read-judgement-inputs.ts";
import { packsOfAll } from "../src/services/report/all-packs.ts";
import { assembleReport } from "../src/services/report/assemble-report.ts";
import type { ReportContext, ReportQuestion } from "../src/services/report/making.ts";
import { scoreScorecard } from "../src/services/score-scorecard.ts";
import { openWorkspace, type Workspace } from "../src/services/workspace.ts";
import { toldIn } from "./told-in-report.ts";
import { type Council, NOW, openCouncil } from "./web/council.ts";

const TEMPLATES = [...readCatalogue(["catalogue"]).reports.values()];
const AUDIENCES: readonly Audience[] = ["internal", "published"];
const CARD = { scorecard: "vital-signs", period: "2026-03" };
const by = { actor: "An analyst", at: NOW.toISOString() };

let council: Council;
let workspace: Workspace;
let context: ReportContext;
let teams: readonly string[];

before(async () => {
  council = await openCouncil();
  workspace = council.desk.live.current();
  context = contextOf(workspace);
  teams = (await listOpenTeams(council.desk)).map(({ name }) => name).slice(0, 2);
});
after(() => council.close());

function contextOf(of: Workspace): ReportContext {
  const { store } = council;
  return { workspace: of, store, packs: packsOfAll({ workspace: of, store, clock: () => NOW }) };
}

function questionOf(
  template: Pick<ReportTemplate, "id" | "subject">,
  asked: Partial<ReportQuestion> = {},
): ReportQuestion {
  const about = template.subject === "challenge" ? { teams } : CARD;
  const measure = template.subject === "measure" ? { measure: "assessments-within-45-working-days" } : {};
  return {
    template: template.id,
    answers: {},
    madeOn: "2026-04-10",
    author: "A writer",
    ...about,
    ...measure,
    ...asked,
  };
}

/** Reports as they stood before anybody commented, each made once. */
const reports = new Map<string, Promise<Report>>();
function made(template: ReportTemplate, audience: Audience = template.audience): Promise<Report> {
  const key = `${template.id} ${audience}`;
  const known = reports.get(key) ?? assembleReport(context, questionOf(template, { audience }));
  reports.set(key, known);
  return known;
}

/** Packs are never public. */
function audiencesOf({ subject }: ReportTemplate): readonly Audience[] {
  return subject === "challenge" ? ["internal"] : AUDIENCES;
}

async function cardOf(audience: Audience, period = CARD.period): Promise<ScoredCard> {
  const asked = { ...CARD, period };
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, asked);
  return scoreScorecard(workspace, inputs, { ...asked, audience });
}

async function renderedIn(report: Report, formats: readonly string[]): Promise<void> {
  for (const format of REPORT_FORMATS.filter(({ id }) => formats.includes(id))) {
    const files = await format.render(report);
    assert.ok(files.length > 0);
    for (const { name, bytes } of files) assert.ok(bytes.length > 0, `${name} holds something`);
  }
}

const ALL = REPORT_FORMATS.map(({ id }) => id);
const QUICK = ["html", "csv", "json"];

const ofCards = TEMPLATES.filter(({ subject }) => subject !== "editions");

for (const template of ofCards)
  test(`“${template.title}” is made for everyone it may be for, and written in every format`, async () => {
    for (const audience of audiencesOf(template)) {
      const report = await made(template, audience);
      assert.deepEqual(faultsOf(report), []);
      assert.equal(report.marking === "", audience === "published");
      assert.equal(report.organisation, "Wexcombe");
      assert.match(report.title, /\S/);
      assert.doesNotMatch(JSON.stringify(report), /\{(?:see|answer):|undefined|\[object/);
      await renderedIn(report, audience === template.audience ? ALL : QUICK);
    }
  });

test("the same question asked twice is the same report, byte for byte", async () => {
  const again = contextOf(openWorkspace({ data: council.desk.data, catalogue: ["catalogue"] }));
  for (const id of ["board-scorecard", "committee-report-2018", "members-summary"]) {
    const question = questionOf({ id, subject: "scorecard" });
    const [first, second] = [await assembleReport(context, question), await assembleReport(again, question)];
    assert.ok(JSON.stringify(second) === JSON.stringify(first), id);
  }
  again.workspace.close();
});

test("a period of which nothing is recorded still makes every report", async () => {
  for (const template of ofCards.filter(({ subject }) => subject !== "challenge"))
    for (const audience of AUDIENCES) {
      const report = await assembleReport(context, questionOf(template, { period: "2015-06", audience }));
      assert.deepEqual(faultsOf(report), []);
      await renderedIn(report, ["html"]);
    }
});

test("a scorecard of 300 indicators makes every report, with every indicator in the appendix", async () => {
  const own = join(council.desk.data, "catalogue-of-300");
  mkdirSync(join(own, "scorecards"), { recursive: true });
  writeFileSync(join(own, "scorecards", "three-hundred.yaml"), threeHundred());
  const large = openWorkspace({ data: council.desk.data, catalogue: ["catalogue", own] });
  const asked = { scorecard: "three-hundred", measure: "assessments-within-45-working-days" };
  for (const template of ofCards.filter(({ subject }) => subject !== "challenge")) {
    const report = await assembleReport(contextOf(large), questionOf(template, { ...asked, audience: "published" }));
    assert.deepEqual(faultsOf(report), []);
    // A report about one measure has the data of one.
    const expected = template.subject === "measure" ? 1 : 300;
    assert.equal(report.data.find(({ name }) => name === "indicators")?.rows.length, expected);
    if (template.id === "scorecard-appendix-quarterly-performance") {
      const rows = tablesOf(report).filter(({ sheet }) => sheet !== undefined);
      assert.equal(rows.flatMap((table) => table.rows).length, 300);
      await renderedIn(report, ["html", "pdf"]);
    }
  }
  large.close();
});

/** Ten sections of thirty: few measures, each in many places, so that counting cases stays quick. */
function threeHundred(): string {
  const measures = [
    "contacts",
    "referrals",
    "assessments-within-45-working-days",
    "children-looked-after",
    "child-protection-plans-open",
  ];
  const line = (section: number, place: number): string =>
    `      - { reference: "${section}.${place}", measure: ${measures[place % measures.length]}, window: in-month, title: "Indicator ${section}.${place}" }`;
  const sections = Array.from({ length: 10 }, (_, section) =>
    [
      `  - title: Part ${section + 1}`,
      "    indicators:",
      ...Array.from({ length: 30 }, (_, place) => line(section + 1, place + 1)),
    ].join("\n"),
  );
  return [
    "id: three-hundred",
    "title: Three hundred",
    "audience: Nobody",
    "period: month",
    "sections:",
    ...sections,
    "",
  ].join("\n");
}

function tablesOf(report: Report): readonly TableBlock[] {
  return blocksOf(report).filter((block) => block.kind === "table");
}

test("headings, tables and figures are numbered in the order they stand in, and nobody numbers by hand", async () => {
  for (const template of ofCards) {
    const report = await made(template);
    const { labels, headings } = numberReport(report);
    const order = tablesOf(report).map(({ id }) => labels.get(id));
    assert.deepEqual(
      order,
      order.map((_, index) => `Table ${index + 1}`),
    );
    const tops = blocksOf(report).filter((block) => block.kind === "heading" && block.level === 1 && block.isNumbered);
    assert.deepEqual(
      tops.map((block) => ("id" in block && block.id !== undefined ? headings.get(block.id) : "")),
      tops.map((_, index) => `${index + 1}`),
    );
    for (const section of template.sections) assert.doesNotMatch(section.heading, /^\d+[.\d]*\s/, template.id);
    const ids = report.sections.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test("counts of ratings and directions add up to the indicators there are", async () => {
  const template = TEMPLATES.find(({ id }) => id === "committee-report-2018");
  assert.ok(template !== undefined);
  const report = await made(template);
  const total = indicatorsOf(await cardOf("published")).length;
  for (const id of ["overview-section-ratings", "direction-section-directions"]) {
    const table = tablesOf(report).find((block) => block.id === id);
    assert.ok(table !== undefined, id);
    const numbers = table.rows.map(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === "number" ? [cell.value] : [])),
    );
    for (const row of numbers) assert.equal(row.at(-1), sum(row.slice(0, -1)), "a row’s parts are its total");
    const sections = numbers.slice(0, -1);
    assert.deepEqual(
      numbers.at(-1),
      numbers[0]?.map((_, place) => sum(sections.map((row) => row[place] ?? 0))),
    );
    assert.equal(numbers.at(-1)?.at(-1), total);
  }
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

test("no public report tells a number that is hidden, and an internal one would", async () => {
  const [internal, shown] = [await cardOf("internal"), await cardOf("published")];
  let toldInternally = 0;
  for (const template of ofCards.filter(({ subject }) => subject !== "challenge")) {
    assert.deepEqual(toldIn(await made(template, "published"), { internal, shown }), [], template.id);
    toldInternally += toldIn(await made(template, "internal"), { internal, shown }).length;
  }
  assert.ok(toldInternally > 100, `the search finds what internal reports tell: ${toldInternally}`);
});

test("a red indicator without an approved comment is a gap, and with one it says why", async () => {
  const question = questionOf({ id: "committee-report-2018", subject: "scorecard" }, { audience: "internal" });
  const [red] = indicatorsOf(await cardOf("internal")).filter(({ rating }) => rating.word === "red");
  assert.ok(red !== undefined, "something is red in March 2026");
  const gap = `red-section-${red.reference.toLowerCase()}`;
  const ids = async (): Promise<readonly string[]> =>
    gapsOf(await assembleReport(context, question)).map(({ id }) => id);
  assert.ok((await ids()).includes(gap));

  const commentary = await openCommentary(workspace, council.store, CARD);
  const body = "Cases of workers who left were shared out late.\n\nTheir posts are filled again.";
  const { id } = await writeComment(commentary, council.store, by, { on: red.reference, body });
  await submitComment(commentary, council.store, by, id);
  const waiting = gapsOf(await assembleReport(context, question)).find((one) => one.id === gap);
  assert.match(waiting?.remedy ?? "", /waits to be approved/);

  await approveComment(commentary, council.store, { ...by, actor: "A director" }, id);
  assert.ok(!(await ids()).includes(gap));
  const report = await assembleReport(context, question);
  const said = blocksOf(report).flatMap((block) =>
    block.kind === "paragraph" && block.id?.startsWith(gap) === true ? [block] : [],
  );
  assert.deepEqual(
    said
      .filter(({ by: writer }) => writer !== undefined)
      .map(({ text, by: writer }) => [text.join(""), writer?.person]),
    body.split("\n\n").map((paragraph) => [paragraph, "An analyst"]),
  );
});

test("a comment nobody has approved is in no report", async () => {
  const commentary = await openCommentary(workspace, council.store, CARD);
  const body = "Words that nobody has agreed to yet.";
  await writeComment(commentary, council.store, by, { on: "5", body });
  for (const id of ["board-scorecard", "committee-report-2018", "exceptions-report", "evidence-pack"]) {
    const report = await assembleReport(context, questionOf({ id, subject: "scorecard" }, { audience: "internal" }));
    assert.ok(!JSON.stringify(report).includes(body), id);
  }
});

test("packs of teams are never made for the public, and what a question lacks is said", async () => {
  const challenge = TEMPLATES.find(({ subject }) => subject === "challenge");
  assert.ok(challenge !== undefined);
  const faults = [
    [questionOf(challenge, { audience: "published" }), "USAGE"],
    [questionOf(challenge, { teams: [] }), "USAGE"],
    [questionOf({ id: "committee-report-2081", subject: "scorecard" }), "REPORT_UNKNOWN"],
    [questionOf({ id: "edition-difference-report", subject: "editions" }, { period: "2015-06" }), "USAGE"],
    [questionOf({ id: "measure-on-a-page", subject: "measure" }, { measure: "no-such-measure" }), "USAGE"],
  ] as const;
  for (const [question, code] of faults)
    await assert.rejects(assembleReport(context, question), (fault: AppError) => {
      assert.ok(fault instanceof AppError);
      assert.equal(fault.code, code, fault.message);
      return fault.remedy !== "";
    });
});

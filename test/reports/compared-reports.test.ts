/** Reports that set a real small authority beside made-up others, through the years, in charts, and before a challenge session: one opening of the council for all. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { TeamPack } from "../../src/domain/challenge/team-pack.ts";
import {
  type Block,
  blocksOf,
  type Report,
  type ReportCell,
  type TableBlock,
} from "../../src/domain/report/document.ts";
import { indicatorsOf } from "../../src/domain/scored-card.ts";
import { measureNamed } from "../../src/measures/catalogue.ts";
import { pdfFormat } from "../../src/reports/formats/pdf.ts";
import { buildPacks } from "../../src/services/challenge/pack.ts";
import { comparatorsFor } from "../../src/services/comparators.ts";
import { compareMeasure } from "../../src/services/compare-measure.ts";
import { packCatalogue } from "../../src/services/frozen-catalogue.ts";
import { NO_INPUTS } from "../../src/services/judgement-inputs.ts";
import { loadReturn } from "../../src/services/load-return.ts";
import { readJudgementInputs } from "../../src/services/read-judgement-inputs.ts";
import { assembleReport } from "../../src/services/report/assemble-report.ts";
import { idPart, type ReportQuestion } from "../../src/services/report/making.ts";
import { scoreFigures } from "../../src/services/score-figures.ts";
import { scoreScorecard } from "../../src/services/score-scorecard.ts";
import { addComment, moveComment } from "../../src/store/comment.ts";
import { writeEdition } from "../../src/store/edition.ts";
import { addSeriesNote } from "../../src/store/series-note.ts";
import { writePublished } from "../../src/synthesise/published/write-published.ts";
import { type Council, openCouncil } from "../web/council.ts";

const PLACE = { scorecard: "quarterly-performance", period: "2025-26-Q4" };
const TEAMS = ["Children Looked After", "Front Door"];

let council: Council;
let published: string;
before(async () => {
  council = await openCouncil();
  published = mkdtempSync(join(tmpdir(), "waymark-others-"));
  writePublished(published, { own: "Wexcombe", seed: "reports", lastYear: 2025 });
  await loadReturn({
    ...{ paths: [published], authority: "Wexcombe", data: council.desk.data, catalogue: ["catalogue"] },
    ...{ strict: false, by: "test", at: new Date("2026-04-03T08:00:00Z"), report: () => {} },
  });
});
after(async () => {
  await council.close();
  rmSync(published, { recursive: true, force: true });
});

function assembled(template: string, more: Partial<ReportQuestion> = {}): Promise<Report> {
  const context = {
    workspace: council.desk.live.current(),
    store: council.store,
    packs: (teams: readonly string[]) => buildPacks(council.desk, teams, { beforeSession: null }),
  };
  return assembleReport(context, {
    ...{ template, ...PLACE, answers: { "next-year": "More." }, madeOn: "2026-04-10", author: "A writer" },
    ...more,
  });
}

function tableNamed(report: Report, id: string): TableBlock {
  const found = blocksOf(report).find((block) => block.kind === "table" && block.id === id);
  assert.ok(found?.kind === "table", `there is a table ${id}`);
  return found;
}

function shownIn(cell: ReportCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.kind === "text")
    return cell.text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "")).join("");
  if (cell.kind === "number") return cell.shown;
  return cell.kind === "state" ? cell.shorthand : cell.kind === "trend" ? cell.alt : cell.label;
}

async function card(audience: "internal" | "published") {
  const workspace = council.desk.live.current();
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, PLACE);
  return scoreScorecard(workspace, inputs, { ...PLACE, audience });
}

test("neighbours are named closest first, and each rank is that of the comparison of measures", async () => {
  const report = await assembled("annual-performance-report", { audience: "internal" });
  const list = blocksOf(report).find(
    (block): block is Extract<Block, { kind: "list" }> => block.kind === "list" && block.isOrdered,
  );
  const compared = await compareMeasure(council.desk.live.current(), {
    ...{ measure: "assessments-within-45-working-days", window: "quarter", period: PLACE.period },
  });
  assert.deepEqual(
    list?.items.map((item) => item.join("")),
    compared.neighbours.toSorted((a, b) => a.closeness - b.closeness).map(({ name }) => name),
  );
  const row = tableNamed(report, "others-neighbours").rows.find(({ cells }) => shownIn(cells[0]).startsWith("1.7 "));
  assert.equal(shownIn(row?.cells.at(-1)), compared.rankAmongNeighbours?.words);
  assert.deepEqual(
    row?.cells.slice(2, 5).map(shownIn),
    compared.comparators.map(({ shown }) => shown),
  );
});

test("in public a hidden figure of ours is neither shown nor ranked beside others", async () => {
  const report = await assembled("annual-performance-report");
  const hidden = indicatorsOf(await card("published")).filter(
    ({ state, comparators }) => state === "suppressed" && comparators.some((one) => one.state !== "no-comparator"),
  );
  assert.ok(hidden.length > 0);
  const { rows } = tableNamed(report, "others-neighbours");
  for (const { reference } of hidden) {
    const row = rows.find(({ cells }) => shownIn(cells[0]).startsWith(`${reference} `));
    assert.deepEqual([shownIn(row?.cells[1]), shownIn(row?.cells.at(-1))], ["[c]", "Not ranked: figures are missing"]);
  }
});

test("three years: internal reports count whole years, public ones show the last quarter of each as the card has it", async () => {
  const [internal, open] = [
    await assembled("annual-performance-report", { audience: "internal" }),
    await assembled("annual-performance-report"),
  ];
  const counted = await scoreFigures(council.desk.live.current(), {
    ...{ measures: ["contacts"], window: "financial-year", from: "2023-24", to: "2025-26" },
  });
  const first = (report: Report) => tableNamed(report, "three-years-years-1").rows[0]?.cells.slice(0, 4).map(shownIn);
  assert.deepEqual(first(internal), ["1.1 Contacts (financial year)", ...counted.map(({ shown }) => shown)]);
  const contacts = indicatorsOf(await card("published")).find(({ reference }) => reference === "1.1");
  const quarters = ["2023-24-Q4", "2024-25-Q4", "2025-26-Q4"].map(
    (id) => contacts?.history.find(({ period }) => period === id)?.shown,
  );
  assert.deepEqual(first(open), ["1.1 Contacts (quarter)", ...quarters]);
});

test("others' figures stand under the year they were published for, and a year not out yet is no year before repeated", async () => {
  const { columns, rows } = tableNamed(await assembled("annual-performance-report"), "three-years-years-1");
  const england = columns.findIndex(({ id }) => id === "england-2023-24");
  const row = rows.find(({ cells }) => shownIn(cells[0]).startsWith("1.7 "));
  const [first, second, third] = row?.cells.slice(england, england + 3).map(shownIn) ?? [];
  const workspace = council.desk.live.current();
  const measure = measureNamed(workspace.catalogue, "assessments-within-45-working-days");
  for (const [shown, end, period] of [
    [first, "2024-03-31", "2023-24"],
    [second, "2025-03-31", "2024-25"],
  ] as const) {
    const found = await comparatorsFor(workspace, [measure], "Wexcombe", { window: "quarter", end });
    const of = found.get(measure.id)?.find(({ group }) => group === "england");
    assert.deepEqual([shown, period], [of?.shown, of?.period]);
  }
  assert.equal(third, "[x]", "the made-up statistics end with 2024-25");
});

/** The annual report, with more years than a card holds. */
async function sixYears(): Promise<Report> {
  const workspace = council.desk.live.current();
  const template = workspace.catalogue.reports.get("annual-performance-report");
  assert.ok(template);
  const sections = template.sections.map((section) => ({
    ...section,
    content: section.content.map((content) => (content.kind === "years" ? { ...content, years: 6 } : content)),
  }));
  const reports = new Map([...workspace.catalogue.reports, [template.id, { ...template, sections }]]);
  return assembleReport(
    { workspace: { ...workspace, catalogue: { ...workspace.catalogue, reports } }, store: council.store },
    { template: template.id, ...PLACE, answers: {}, madeOn: "2026-04-10", author: "A writer" },
  );
}

test("beyond what the card and editions hold, a public report says that nothing was published", async () => {
  const cell = tableNamed(await sixYears(), "three-years-years-1").rows[0]?.cells[1];
  assert.deepEqual(cell, { kind: "state", shorthand: "[x]", words: "Not published by us." });
});

test("each red has its chart, told in words, with the same figures in a table", async () => {
  const report = await assembled("annual-performance-report", { audience: "internal" });
  const figures = blocksOf(report).filter((block) => block.kind === "figure");
  const reds = indicatorsOf(await card("internal")).filter(({ rating }) => rating.word === "red");
  assert.equal(figures.length, reds.length);
  for (const [index, figure] of figures.entries()) {
    const table = tableNamed(report, figure.table);
    const shown = table.rows[0]?.cells.slice(1).map(shownIn);
    assert.deepEqual(
      shown,
      reds[index]?.history.slice(-9).map((one) => one.shown),
    );
    assert.match(figure.alt, /^A line through time\. .+\.$/);
    for (const value of shown ?? []) if (!value.startsWith("[")) assert.ok(figure.svg.includes(value), value);
  }
});

test("a reason people typed for a break in a series reaches internal charts only", async () => {
  const note = {
    measure: "second",
    window: null,
    kind: "series-break",
    reason: "Only 3 children left the old system.",
  } as const;
  const measure = "contacts";
  await addSeriesNote(
    council.store,
    { actor: "analyst", at: "2026-04-05T09:00:00.000Z" },
    { ...note, measure, fromPeriod: "2025-26-Q1" },
  );
  const told = async (audience: "internal" | "published") =>
    JSON.stringify(await assembled("measure-on-a-page", { measure, audience }));
  assert.ok((await told("internal")).includes("Only 3 children"));
  assert.ok(!(await told("published")).includes("Only 3 children"));
  assert.ok((await told("published")).includes("made in another way"));
});

const COMMENT =
  "Two workers left in January and their assessments were handed on late. Both posts are filled since March, a duty manager now looks at every assessment on its thirtieth day, and those open for longer are told to the head of service each Monday.";
const noPdfInfo = spawnSync("pdfinfo", ["-v"]).error === undefined ? false : "pdfinfo is not on this machine";

test("an ordinary measure with a comment fits one A4 page of PDF", { skip: noPdfInfo }, async () => {
  const by = { actor: "manager@wexcombe.example", at: "2026-04-05T09:00:00.000Z" };
  const subject = { kind: "references", references: ["1.7"] } as const;
  const { id, version } = await addComment(council.store, by, { ...PLACE, subject, body: COMMENT });
  const submitted = await moveComment(council.store, by, { id, version, to: "submitted" });
  await moveComment(
    council.store,
    { ...by, actor: "director@wexcombe.example" },
    { id, version: submitted.version, to: "approved" },
  );
  const report = await assembled("measure-on-a-page", { measure: "assessments-within-45-working-days" });
  assert.ok(JSON.stringify(report).includes(COMMENT));
  const rows = report.data.find(({ name }) => name === "indicators")?.rows;
  assert.deepEqual(
    rows?.map(({ reference }) => reference),
    ["1.7"],
    "its data are of that measure alone",
  );
  const [file] = await pdfFormat.render(report);
  assert.ok(file);
  const place = join(published, "measure.pdf");
  writeFileSync(place, file.bytes);
  const told = spawnSync("pdfinfo", [place], { encoding: "utf8" }).stdout;
  assert.match(told, /Pages:\s+1\n/);
  assert.match(told, /A4/);
});

test("a service's pack sets the teams side by side with the counts of their packs, marks every page, and cannot be published", async () => {
  const report = await assembled("challenge-pack-service", { teams: TEAMS });
  const packs: readonly TeamPack[] = await buildPacks(council.desk, TEAMS, { beforeSession: null });
  assert.match(report.marking, /internal, not for publication/);
  const side = tableNamed(report, "packs-packs-side");
  assert.deepEqual(
    side.rows.map(({ cells }) => [shownIn(cells[0]), shownIn(cells[1])]),
    packs.map(({ team, exceptions }) => [team, String(exceptions.filter(({ why }) => why.includes("red")).length)]),
  );
  for (const [index, { exceptions, trends, team }] of packs.entries()) {
    const id = `packs-packs-${index + 1}-${idPart(team)}`;
    const names = (part: string) => tableNamed(report, `${id}-${part}`).rows.map(({ cells }) => shownIn(cells[0]));
    assert.deepEqual(
      names("stands-out"),
      exceptions.map(({ title }) => title),
    );
    const [few, many] = [trends.filter(({ isOfFew }) => isOfFew), trends.filter(({ isOfFew }) => !isOfFew)];
    assert.deepEqual(
      [...names("trend"), ...(few.length === 0 ? [] : names("few"))],
      [...many, ...few].map(({ title }) => title),
    );
  }
  const rows = report.data.find(({ name }) => name === "measures")?.rows ?? [];
  assert.equal(
    rows.length,
    packs.reduce((sum, { exceptions, trends }) => sum + exceptions.length + trends.length, 0),
  );
  await assert.rejects(assembled("challenge-pack-team", { teams: TEAMS.slice(0, 1), audience: "published" }), {
    code: "USAGE",
  });
});

test("a year the card does not reach back to stands as the edition of that year printed it", async () => {
  const now = await card("published");
  const [first] = indicatorsOf(now);
  assert.ok(first);
  const figure = { ...first.history[0], period: "2020-21-Q4", value: 321, shown: "321", status: "value" };
  const indicator = { ...first, period: "2020-21-Q4", history: [figure] };
  const old = { ...now, sections: [{ ...now.sections[0], indicators: [indicator] }] };
  const facts = { id: "quarterly-performance-2020-21-Q4-1", number: 1, publishedAt: "2021-05-01T09:00:00.000Z" };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8");
  await writeEdition(
    council.store,
    { actor: "director", at: facts.publishedAt },
    {
      ...{ id: facts.id, scorecard: PLACE.scorecard, period: "2020-21-Q4", number: 1, kind: "first" },
      ...{ reason: null, corrects: null, audience: "published" },
      files: [
        { path: "public/edition.json", bytes: json({ facts, card: old }) },
        { path: "internal/card.json", bytes: json(old) },
        { path: "internal/inputs.json", bytes: json(NO_INPUTS) },
        { path: "internal/catalogue.json.gz", bytes: packCatalogue({}) },
      ],
    },
  );
  const [row] = tableNamed(await sixYears(), "three-years-years-1").rows;
  assert.deepEqual(row?.cells.slice(1, 3).map(shownIn), ["321", "[x]"]);
});

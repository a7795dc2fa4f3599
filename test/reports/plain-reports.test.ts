/** The summaries for members and for young people, of a real small authority: readable by those they are for, and silent about what is hidden. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Block, blocksOf, gapsOf, type Report } from "../../src/domain/report/document.ts";
import { indicatorsOf, type ScoredCard } from "../../src/domain/scored-card.ts";
import { readCatalogue } from "../../src/measures/catalogue.ts";
import { cardsHolding } from "../../src/services/measure/typed-on-measure.ts";
import { readJudgementInputs } from "../../src/services/read-judgement-inputs.ts";
import { assembleReport } from "../../src/services/report/assemble-report.ts";
import { scoreScorecard } from "../../src/services/score-scorecard.ts";
import { type Council, openCouncil } from "../web/council.ts";
import { JARGON, readingGrade, syllablesIn } from "./reading-age.ts";

const PLACE = { scorecard: "quarterly-performance", period: "2025-26-Q4" };

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

async function assembled(
  template: string,
  more: { readonly audience?: "internal" | "published" } = {},
): Promise<Report> {
  const workspace = council.desk.live.current();
  return assembleReport(
    { workspace, store: council.store },
    {
      ...PLACE,
      ...more,
      template,
      answers: { "what-next": "We will come to see you more quickly. We will ask you what you think." },
      madeOn: "2026-04-10",
      author: "A writer",
    },
  );
}

async function trueCard(): Promise<ScoredCard> {
  const workspace = council.desk.live.current();
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, PLACE);
  return scoreScorecard(workspace, inputs, { ...PLACE, audience: "internal" });
}

const wordsOf = (block: Block): string =>
  block.kind === "paragraph"
    ? block.text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "")).join("")
    : block.kind === "list"
      ? block.items.map((item) => item.join("")).join(" ")
      : block.kind === "heading"
        ? `${block.text}.`
        : "";

test("the count of syllables is right for words of one to four", () => {
  for (const [word, syllables] of [
    ["care", 1],
    ["moved", 1],
    ["family", 3],
    ["people", 2],
    ["dentist", 2],
    ["education", 4],
  ] as const)
    assert.equal(syllablesIn(word), syllables, word);
});

test("every measure told of to young people is in the catalogue, on a shipped scorecard, and in words they know", () => {
  const catalogue = readCatalogue(["catalogue"]);
  const sections = catalogue.reports.get("young-people")?.sections ?? [];
  const told = sections.flatMap(({ content }) =>
    content.flatMap((one) => (one.kind === "plain-english" ? one.tell : [])),
  );
  assert.ok(told.length > 15);
  for (const { measure, name, says } of told) {
    assert.ok(cardsHolding(catalogue, measure).length > 0, measure);
    assert.equal(JARGON.exec(`${name}. ${says}`)?.[0], undefined, measure);
  }
  const all = told.map(({ name, says }) => `${name}. ${says}`).join(" ");
  assert.ok(readingGrade(all) <= 5, `its grade is ${readingGrade(all).toFixed(1)}`);
});

test("a text known to be hard is graded hard", () => {
  const hard =
    "Statutory assessments demonstrating multi-agency safeguarding effectiveness require comprehensive evaluation.";
  assert.ok(readingGrade(hard) > 15);
});

for (const audience of ["published", "internal"] as const)
  test(`an eleven-year-old can read the young people's summary (${audience}), and it uses no word of the trade`, async () => {
    const report = await assembled("young-people", { audience });
    const text = blocksOf(report).map(wordsOf).join(" ");
    assert.ok(text.length > 1500, "it says something");
    assert.ok(readingGrade(text) <= 5, `its grade is ${readingGrade(text).toFixed(1)}`);
    assert.equal(JARGON.exec(text)?.[0], undefined);
    assert.deepEqual(gapsOf(report), []);
  });

test("numbers in the young people's summary are rough: no figure of the card stands there as it is, and none is of few", async () => {
  const report = await assembled("young-people", { audience: "internal" });
  const told = blocksOf(report).flatMap((block) =>
    block.kind === "paragraph" && /^(help|safe|care|leaving)-/.test(block.id ?? "") ? [wordsOf(block)] : [],
  );
  assert.ok(told.length > 8);
  for (const sentence of told.flatMap((words) => words.match(/[^.]*\bAbout [^.]*\./g) ?? [])) {
    assert.doesNotMatch(sentence, /%|\d\.\d/);
    const [number = ""] = /[\d,]+/.exec(sentence) ?? [];
    assert.ok(
      number === "" || Number(number.replace(",", "")) >= 10 || /in every/.test(sentence) || /months/.test(sentence),
      sentence,
    );
  }
});

test("the summary for members tells of every measure once, and of every red what it shows, what good looks like and what is being done", async () => {
  const report = await assembled("members-summary", { audience: "internal" });
  const card = await trueCard();
  const blocks = blocksOf(report);
  const facts = blocks.flatMap((block) => (block.kind === "facts" ? block.rows.map(({ name }) => name) : []));
  const reds = indicatorsOf(card).filter(({ rating }) => rating.word === "red");
  assert.ok(reds.length > 0);
  const others = indicatorsOf(card).filter(({ rating }) => rating.word !== "red");
  assert.deepEqual(
    facts,
    others.map(({ title }) => title),
  );
  const text = blocks.map(wordsOf).join("\n");
  for (const { title, measure, reference } of reds) {
    assert.ok(
      text.includes(`Red: ${title}. What it shows: ${measure.shows.charAt(0).toLowerCase()}${measure.shows.slice(1)}`),
    );
    assert.ok(
      gapsOf(report).some(({ words }) => words.includes(reference)),
      `${reference} has no comment, so it is a gap`,
    );
  }
});

test("the public summary for members holds none of the numbers hidden from the public", async () => {
  const report = await assembled("members-summary");
  const rows = blocksOf(report).flatMap((block) => (block.kind === "facts" ? block.rows : []));
  const workspace = council.desk.live.current();
  const inputs = await readJudgementInputs(council.store, workspace.catalogue, PLACE);
  const shown = await scoreScorecard(workspace, inputs, { ...PLACE, audience: "published" });
  const hidden = indicatorsOf(shown).filter(({ state }) => state === "suppressed");
  assert.ok(hidden.length > 3);
  for (const { title } of hidden) {
    const row = rows.find(({ name }) => name === title);
    assert.doesNotMatch(row?.text.join("") ?? "missing", /Now:|missing/);
    assert.match(row?.text.join("") ?? "", /Hidden because it could tell of a person\./);
  }
});

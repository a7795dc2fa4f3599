import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { workbookBytes } from "../ingest/formats/workbook-fixture.ts";
import { MONTHLY_LINES } from "../ingest/scorecard/card-fixture.ts";
import { listComments } from "../store/comment.ts";
import { importScorecard } from "./import-scorecard.ts";
import { openStore } from "./open-store.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { scoreScorecard } from "./score-scorecard.ts";
import { openWorkspace } from "./workspace.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-import-test-"));
after(() => rmSync(root, { recursive: true, force: true }));

const ROWS = MONTHLY_LINES.map((line) => line.split("|").map((cell) => cell.trim()));

/** Writes a file into a folder of its own. */
function fileOf(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(root, "file-")), name);
  writeFileSync(path, content);
  return path;
}

const text = (delimiter: string): string =>
  ROWS.map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join(
    "\r\n",
  );

/** The card as a workbook: months as days, percentages as fractions. */
const workbook = workbookBytes({
  sheets: [
    {
      name: "Card",
      rows: ROWS.map((cells, row) =>
        cells.map((cell, column) => {
          if (cell === "Oct-23") return { date: 45200 };
          if (/^\d+\.\d%$/.test(cell) && row === 4 && column < 6) return { percent: Number(cell.slice(0, -1)) / 100 };
          return cell === "" ? null : cell;
        }),
      ),
    },
  ],
});

function request(
  paths: readonly string[],
  data: string,
  more: { readonly isDryRun?: boolean; readonly map?: string } = {},
) {
  mkdirSync(data, { recursive: true });
  return importScorecard({
    paths,
    authority: "Wexcombe",
    id: "monthly-card",
    isMending: false,
    isDryRun: more.isDryRun ?? false,
    ...(more.map === undefined ? {} : { map: more.map }),
    data,
    catalogue: ["catalogue", join(data, "catalogue")],
    by: "Analyst",
    at: new Date("2024-02-09T10:00:00Z"),
    report: () => undefined,
  });
}

/** Everything but where it stood. */
function plain({ card }: Awaited<ReturnType<typeof request>>) {
  return card.sections.map(({ title, indicators }) => ({
    title,
    rows: indicators.map(({ reference, unit, decimals, target, figures }) => [
      reference,
      unit,
      decimals,
      target,
      figures.map(({ period, value, state }) => [period.id, value, state]),
    ]),
  }));
}

test("the same card as tabs, commas and a workbook is the same card", async () => {
  const data = join(root, "dry");
  const tabs = await request([fileOf("card.tsv", text("\t"))], data, { isDryRun: true });
  const commas = await request([fileOf("card.csv", text(","))], data, { isDryRun: true });
  const sheet = await request([fileOf("card.xlsx", workbook)], data, { isDryRun: true });
  assert.deepEqual(plain(commas), plain(tabs));
  // The workbook prints 97.80% as 97.8%, as its format says; nothing else differs.
  assert.deepEqual(plain(sheet), plain(tabs));
  assert.equal(tabs.made, null);
});

test("an imported card is judged like any other, and a second import changes nothing", async () => {
  const data = join(root, "data");
  const path = fileOf("card.tsv", text("\t"));
  const map = fileOf("map.yaml", 'title: Monthly card\npolarity: { "1b": high-is-good }\n');
  const first = await request([path], data, { map });
  const second = await request([path], data, { map });
  assert.deepEqual(first.made, {
    measures: 6,
    scorecard: "monthly-card",
    comments: { added: 1, changed: 0, kept: 0 },
    history: { load: first.made?.history.load, status: "accepted" },
  });
  assert.equal(second.made?.history.status, "already-loaded");
  assert.deepEqual(second.made?.comments, { added: 0, changed: 0, kept: 1 });

  const workspace = openWorkspace({ data, catalogue: ["catalogue", join(data, "catalogue")] });
  const store = await openStore({ data });
  try {
    const question = { scorecard: "monthly-card", period: "2024-01" };
    assert.equal((await listComments(store, question)).length, 1);
    const inputs = await readJudgementInputs(store, workspace.catalogue, question);
    const card = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
    const rows = new Map(card.sections.flatMap(({ indicators }) => indicators).map((row) => [row.reference, row]));
    const decided = rows.get("1b");
    assert.deepEqual(
      [decided?.shown, decided?.rating.word, decided?.direction.arrow, decided?.comparators.map(({ shown }) => shown)],
      ["84.0%", "amber", "down", ["81%"]],
    );
    assert.deepEqual(
      decided?.history.flatMap(({ value }) => (value === null ? [] : [value])),
      [90, 85, 97.8, 84],
    );
    assert.equal(rows.get("1c")?.shown, "21%");
    assert.equal(rows.get("3")?.state, "not-available");
    assert.equal(decided?.comments.length, 1);
  } finally {
    await store.close();
    workspace.close();
  }
});

test("a corrected file replaces the card: a figure taken out is gone, a comment reworded is a new version", async () => {
  const data = join(root, "corrected");
  await request([fileOf("card.tsv", text("\t"))], data);
  const corrected = text("\t").replace("84.0%", "").replace("slower in January", "slower after Christmas");
  const outcome = await request([fileOf("card.tsv", corrected)], data);
  assert.deepEqual(outcome.made?.comments, { added: 0, changed: 1, kept: 0 });
  const workspace = openWorkspace({ data, catalogue: ["catalogue", join(data, "catalogue")] });
  try {
    const { database } = await workspace.open();
    const rows = await database.rows(
      "select period, value, state from aggregate_input where measure = 'monthly-card-1b' order by period_start",
    );
    assert.deepEqual(
      rows.map(({ value, state }) => [value, state]),
      [
        [90, null],
        [85, null],
        [97.8, null],
        [null, "not_available"],
      ],
    );
  } finally {
    workspace.close();
  }
});

test("an import never replaces a card it did not make", async () => {
  const data = join(root, "taken");
  const path = fileOf("vital-signs.tsv", text("\t"));
  await assert.rejects(
    importScorecard({
      paths: [path],
      authority: "Wexcombe",
      isMending: false,
      isDryRun: true,
      data,
      catalogue: ["catalogue"],
      by: "Analyst",
      at: new Date("2024-02-09T10:00:00Z"),
      report: () => undefined,
    }),
    /There is a scorecard "vital-signs" that no import made/,
  );
});

test("a map with a mistake is refused naming the key", async () => {
  const map = fileOf("map.yaml", "yaer: 2023-24\n");
  await assert.rejects(request([fileOf("card.tsv", text("\t"))], join(root, "map"), { map, isDryRun: true }), /yaer/);
});

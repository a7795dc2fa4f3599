import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type MadeSheet, workbookBytes } from "../../formats/workbook-fixture.ts";
import { readReturn } from "../../read-return.ts";
import { SEND_LISTS } from "./lists.ts";

const folder = mkdtempSync(join(tmpdir(), "area-send-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const columns = (list: number): string[] => (SEND_LISTS[list - 1]?.columns ?? []).map(({ name }) => name);

async function load(path: string, query: string) {
  const [draft] = await readReturn([path], { authority: "Wexcombe", catalogueDir: "catalogue", workDir: folder });
  assert.ok(draft);
  try {
    const rows = (await draft.connection.runAndReadAll(query)).getRowsJson();
    return { rows, returnId: draft.returnId, codes: draft.issues.map(({ code }) => code), tables: draft.tables };
  } finally {
    await draft.close();
  }
}

function workbook(sheets: readonly MadeSheet[]): string {
  const path = join(folder, "area-send.xlsx");
  writeFileSync(path, workbookBytes({ sheets }));
  return path;
}

/** A row of a list with some columns filled. */
const row = (list: number, values: Readonly<Record<string, string | number | { date: number }>>) =>
  columns(list).map((name) => values[name] ?? null);

test("a workbook with the sheet names of the children's Annex A is still known for what it is", async () => {
  const filled = row(1, {
    "Unique ID": "S1",
    "Date initial EHC plan issued": { date: 44_000 },
    "SEN primary need": "ASD",
  });
  const { returnId, rows } = await load(
    workbook([{ name: "List 1", rows: [columns(1), filled] }]),
    "select person_id, plan_start, need_1 from draft.ehcp_case",
  );
  assert.equal(returnId, "area-send-annex-a");
  assert.deepEqual(rows, [["S1", "2020-06-18", "ASD"]]);
});

const EXCLUSIONS: readonly (readonly [string | number, boolean | null])[] = [
  [0, false],
  [1, true],
  [3, true],
  ["Yes", true],
  ["no", false],
  ["some", null],
];
for (const [written, excluded] of EXCLUSIONS)
  test(`${written} permanent exclusions is ${excluded === null ? "told of and left blank" : `excluded: ${excluded}`}`, async () => {
    const filled = row(2, {
      "Unique ID": "S1",
      "SEN primary need": "MLD",
      "Permanent exclusions": written,
      Absence: 4,
    });
    const sheet = {
      name: "List 1",
      rows: [columns(1), row(1, { "Unique ID": "S2", "Date EHC plan last reviewed": { date: 45_000 } })],
    };
    const { rows, codes } = await load(
      workbook([sheet, { name: "List 2", rows: [columns(2), filled] }]),
      "select exclusion, sessions_missed::integer from draft.education_record where person_id = 'S1'",
    );
    assert.deepEqual(rows, [[excluded, 4]]);
    assert.equal(codes.includes("NUMBER_UNREADABLE"), excluded === null);
  });

const SAMPLE = "../shared/data/samples/area-send/fake_sen.xlsx";
test("the shared sample has two plans and two children with support, three people in all", {
  skip: !existsSync(SAMPLE) && "the shared sample is not here",
}, async () => {
  const { tables, rows } = await load(
    SAMPLE,
    "select kind, count(*)::integer from draft.person_flag group by kind order by kind",
  );
  assert.equal(tables.ehcp_case?.rows, 2);
  assert.equal(tables.person?.rows, 3);
  assert.deepEqual(rows, [
    ["disability", 2],
    ["send", 2],
  ]);
});

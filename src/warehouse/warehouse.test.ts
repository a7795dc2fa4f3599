/** Tests of loads and generations: real Parquet, real DuckDB. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { tableNamed } from "../domain/tables/index.ts";
import { acceptLoad, isIntact, sameLoad } from "./accept-load.ts";
import { dataFolder } from "./data-folder.ts";
import { openDatabase, sqlText } from "./database.ts";
import type { DraftLoad, Repeats } from "./draft-load.ts";
import { ensureGeneration } from "./generation.ts";
import { whileLoading } from "./loading-lock.ts";
import { knownOn, readManifests } from "./manifest.ts";
import { columnDefinitions } from "./merge-sql.ts";

const roots: string[] = [];
after(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>>;
type Given = {
  readonly returnId: string;
  readonly repeats: Repeats;
  readonly year?: number;
  readonly asAt?: string;
  readonly sha?: string;
};

const freshFolder = (): ReturnType<typeof dataFolder> => {
  const root = mkdtempSync(join(tmpdir(), "waymark-warehouse-"));
  roots.push(root);
  return dataFolder(root);
};

/** A draft of rows written out; `columns` are those any row names, as a return's mapping would declare. */
async function draftOf(
  rows: Rows,
  { returnId, repeats, year, asAt, sha = JSON.stringify(rows) }: Given,
): Promise<DraftLoad> {
  const database = await openDatabase(":memory:");
  await database.run("create schema draft");
  await database.run("create table draft.issue (severity varchar, code varchar)");
  const tables: Record<string, { rows: number; columns: string[] }> = {};
  for (const [name, list] of Object.entries(rows)) {
    const table = tableNamed(name);
    assert.ok(table, name);
    const columns = [...new Set(list.flatMap((row) => Object.keys(row)))];
    const types = new Map(columnDefinitions(table).map((column) => [column.name, column.type]));
    await database.run(
      `create table draft."${name}" (source_file varchar, source_row bigint, ${columns.map((column) => `"${column}" ${types.get(column)}`).join(", ")})`,
    );
    for (const [index, row] of list.entries()) {
      const values = columns.map((column) => (row[column] == null ? "null" : sqlText(String(row[column]))));
      await database.run(`insert into draft."${name}" values ('file.csv', ${index + 2}, ${values.join(", ")})`);
    }
    tables[name] = { rows: list.length, columns };
  }
  return {
    returnId,
    title: returnId,
    authority: "Wexcombe",
    repeats,
    ...(year === undefined ? {} : { year }),
    ...(asAt === undefined ? {} : { asAt }),
    files: [{ name: "file.csv", sha256: sha, bytes: 1 }],
    connection: database.connection,
    schema: "draft",
    tables,
    rowsRead: 0,
    rowsRefused: 0,
    issueCounts: { error: 0, warning: 0, info: 0 },
    issues: [],
    refused: false,
    close: async () => database.close(),
  };
}

/** Accepts drafts a minute apart and gives the current rows of a table. */
async function currentRows(
  drafts: readonly DraftLoad[],
  table: string,
  columns: string,
  asKnownOn?: string,
): Promise<readonly unknown[]> {
  const folder = freshFolder();
  for (const [index, draft] of drafts.entries()) {
    await acceptLoad(draft, folder, { at: new Date(Date.UTC(2026, 0, 1, 9, index)), by: "test" });
    await draft.close();
  }
  const all = readManifests(folder);
  const { path } = await ensureGeneration({
    folder,
    manifests: asKnownOn === undefined ? all : knownOn(all, asKnownOn),
    views: [],
    holidays: ["2026-01-01"],
  });
  const database = await openDatabase(path, { readOnly: true });
  const rows = await database.rows(`select ${columns} from "${table}" order by all`);
  database.close();
  return rows;
}

test("a later load of the same return stands in place of the earlier, which stays readable as known then", async () => {
  const make = (): Promise<DraftLoad[]> =>
    Promise.all([
      draftOf(
        {
          referral: [
            { referral_id: "1", person_id: "A", date: "2025-05-01" },
            { referral_id: "2", person_id: "B", date: "2025-05-02" },
          ],
        },
        { returnId: "standard-safeguarding-dataset", repeats: "everything" },
      ),
      draftOf(
        { referral: [{ referral_id: "1", person_id: "A", date: "2025-05-01", nfa: true }] },
        { returnId: "standard-safeguarding-dataset", repeats: "everything" },
      ),
    ]);
  assert.deepEqual(await currentRows(await make(), "referral", "person_id, nfa"), [{ person_id: "A", nfa: true }]);
  assert.deepEqual(await currentRows(await make(), "referral", "person_id, nfa", "2026-01-01T09:00:30Z"), [
    { person_id: "A", nfa: null },
    { person_id: "B", nfa: null },
  ]);
});

test("years of a return make one history: an episode open in one year and ended in the next is one episode", async () => {
  const episode = { person_id: "A", start: "2024-02-01", legal_status: "C2", place: "U4" };
  const drafts = await Promise.all([
    draftOf(
      {
        care_episode: [
          { id: "a", ...episode, end: null },
          { id: "b", ...episode, person_id: "B", end: "2024-03-01" },
        ],
      },
      { returnId: "ssda903", repeats: "year", year: 2024 },
    ),
    draftOf(
      { care_episode: [{ id: "a", ...episode, end: "2024-06-30" }] },
      { returnId: "ssda903", repeats: "year", year: 2025 },
    ),
  ]);
  assert.deepEqual(await currentRows(drafts, "care_episode", 'person_id, "end"'), [
    { person_id: "A", end: "2024-06-30" },
    { person_id: "B", end: "2024-03-01" },
  ]);
});

test("loading years in the wrong order changes nothing: the later year is believed", async () => {
  const episode = { id: "a", person_id: "A", start: "2024-02-01", legal_status: "C2", place: "U4" };
  const drafts = await Promise.all([
    draftOf(
      { care_episode: [{ ...episode, end: "2024-06-30" }] },
      { returnId: "ssda903", repeats: "year", year: 2025 },
    ),
    draftOf({ care_episode: [{ ...episode, end: null }] }, { returnId: "ssda903", repeats: "year", year: 2024 }),
  ]);
  assert.deepEqual(await currentRows(drafts, "care_episode", '"end"'), [{ end: "2024-06-30" }]);
});

test("an episode left open by one workbook is over when the next tells of a later one; short breaks run beside it", async () => {
  const workbook = (asAt: string, episodes: readonly Readonly<Record<string, string | null>>[]): Promise<DraftLoad> =>
    draftOf({ care_episode: episodes }, { returnId: "annex-a", repeats: "as_at", asAt });
  const rows = await currentRows(
    [
      await workbook("2025-06-30", [
        { id: "1", person_id: "A", start: "2025-05-01", end: null, legal_status: "C2" },
        { id: "2", person_id: "B", start: "2025-05-01", end: null, legal_status: "C2" },
        { id: "3", person_id: "C", start: "2025-05-01", end: null, legal_status: "C2" },
      ]),
      await workbook("2025-09-30", [
        { id: "1", person_id: "A", start: "2025-08-01", end: null, legal_status: "C1" },
        { id: "2", person_id: "B", start: "2025-08-02", end: null, legal_status: "V4" },
        { id: "3", person_id: "C", start: "2025-05-01", end: "2025-07-31", legal_status: "C2" },
      ]),
    ],
    "care_episode",
    'person_id, start, "end"',
  );
  assert.deepEqual(rows, [
    { person_id: "A", start: "2025-05-01", end: "2025-08-01" },
    { person_id: "A", start: "2025-08-01", end: null },
    { person_id: "B", start: "2025-05-01", end: null },
    { person_id: "B", start: "2025-08-02", end: null },
    { person_id: "C", start: "2025-05-01", end: "2025-07-31" },
  ]);
});

test("two returns that tell of one referral make one, and each fills what the other cannot say", async () => {
  const drafts = await Promise.all([
    draftOf(
      {
        referral: [
          { referral_id: "census", person_id: "A", date: "2025-05-01", closure_date: null, primary_need: "N1" },
        ],
      },
      { returnId: "cin-census", repeats: "year", year: 2025 },
    ),
    draftOf(
      {
        referral: [
          { referral_id: "list", person_id: "A", date: "2025-05-01", team: "North", closure_date: "2025-06-01" },
        ],
      },
      { returnId: "annex-a", repeats: "as_at", asAt: "2025-09-30" },
    ),
  ]);
  // The census is believed over Annex A: its empty closure date stands, the team it has no column for comes from Annex A.
  assert.deepEqual(await currentRows(drafts, "referral", "referral_id, closure_date, primary_need, team"), [
    { referral_id: "census", closure_date: null, primary_need: "N1", team: "North" },
  ]);
});

test("equal rows within one load are kept apart, and paired across loads", async () => {
  const contact = { person_id: "A", date: "2025-05-01", source: "2A" };
  const twice = {
    contact: [
      { contact_id: "1", ...contact },
      { contact_id: "2", ...contact },
    ],
  };
  const drafts = await Promise.all([
    draftOf(twice, { returnId: "annex-a", repeats: "as_at", asAt: "2025-06-30" }),
    draftOf(twice, { returnId: "annex-a", repeats: "as_at", asAt: "2025-09-30" }),
  ]);
  assert.deepEqual(await currentRows(drafts, "contact", "contact_id"), [{ contact_id: "1" }, { contact_id: "2" }]);
});

test("a feed that repeats a child replaces that child alone, and a purge removes what it names", async () => {
  const feed = { returnId: "dfe-daily-api", repeats: "child" } as const;
  const person = (id: string) => ({ person_id: id });
  const drafts = await Promise.all([
    draftOf(
      {
        person: [person("A"), person("B"), person("C")],
        referral: [
          { referral_id: "1", person_id: "A", date: "2025-01-01" },
          { referral_id: "2", person_id: "B", date: "2025-01-02" },
          { referral_id: "3", person_id: "C", date: "2025-01-03" },
        ],
      },
      feed,
    ),
    draftOf(
      {
        person: [person("A")],
        referral: [{ referral_id: "9", person_id: "A", date: "2025-02-01" }],
        purge: [{ id: "p", person_id: "C", table: null, record_id: null }],
      },
      feed,
    ),
  ]);
  assert.deepEqual(await currentRows(drafts, "referral", "referral_id"), [{ referral_id: "2" }, { referral_id: "9" }]);
});

test("the same files are known again, and a stored file that was changed is found out", async () => {
  const folder = freshFolder();
  const draft = await draftOf(
    { referral: [{ referral_id: "1", person_id: "A", date: "2025-05-01" }] },
    { returnId: "cin-census", repeats: "year", year: 2025, sha: "same" },
  );
  const manifest = await acceptLoad(draft, folder, { at: new Date("2026-01-01T09:00:00Z"), by: "test" });
  assert.equal(sameLoad(draft, readManifests(folder))?.id, manifest.id);
  assert.equal(await isIntact(folder, manifest), true);
  writeFileSync(join(folder.loads, manifest.id, "referral.parquet"), "changed");
  assert.equal(await isIntact(folder, manifest), false);
  await draft.close();
});

test("a load that fails half-way leaves nothing behind", async () => {
  const folder = freshFolder();
  const draft = await draftOf(
    { referral: [{ referral_id: "1", person_id: "A", date: "2025-05-01" }] },
    { returnId: "cin-census", repeats: "year" },
  );
  await draft.connection.run("drop table draft.issue");
  await assert.rejects(acceptLoad(draft, folder, { at: new Date(0), by: "test" }));
  assert.deepEqual(readdirSync(folder.loads), []);
  assert.deepEqual(readdirSync(folder.work), []);
  await draft.close();
});

test("two processes cannot load at once, and a dead process's lock is taken over", async () => {
  const folder = freshFolder();
  await whileLoading(folder, async () => {
    await assert.rejects(
      whileLoading(folder, async () => undefined),
      { code: "WAREHOUSE_BUSY" },
    );
  });
  assert.equal(existsSync(folder.lock), false);
  writeFileSync(folder.lock, "999999999");
  assert.equal(await whileLoading(folder, async () => "mine"), "mine");
});

test("the calendar counts working days with the start as day 0, over weekends and bank holidays", async () => {
  const folder = freshFolder();
  const { path } = await ensureGeneration({
    folder,
    manifests: [],
    views: [],
    holidays: ["2025-12-25", "2025-12-26", "2026-01-01"],
  });
  const database = await openDatabase(path, { readOnly: true });
  const between = async (a: string, b: string): Promise<unknown> =>
    (
      await database.rows(
        `select b.working_day - a.working_day as n from calendar a, calendar b where a.date = '${a}' and b.date = '${b}'`,
      )
    )[0]?.n;
  assert.equal(await between("2025-12-24", "2025-12-24"), 0);
  assert.equal(await between("2025-12-24", "2025-12-29"), 1);
  assert.equal(await between("2025-12-27", "2025-12-29"), 1);
  assert.equal(await between("2025-12-31", "2026-01-02"), 1);
  assert.equal(await between("2025-12-29", "2025-12-24"), -1);
  assert.deepEqual(
    await database.rows(
      "select month_index, count(*) as days from calendar where date between '2024-02-01' and '2024-02-29' group by 1",
    ),
    [{ month_index: 24289, days: 29 }],
  );
  database.close();
});

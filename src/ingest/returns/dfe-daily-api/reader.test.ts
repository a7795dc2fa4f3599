import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { acceptLoad } from "../../../warehouse/accept-load.ts";
import { dataFolder } from "../../../warehouse/data-folder.ts";
import { openDatabase } from "../../../warehouse/database.ts";
import { ensureGeneration } from "../../../warehouse/generation.ts";
import { readManifests } from "../../../warehouse/manifest.ts";
import { readReturn } from "../../read-return.ts";

const folder = mkdtempSync(join(tmpdir(), "daily-api-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Reads payloads given by file name and shows the rows of some tables. */
async function read(payloads: Readonly<Record<string, unknown>>, queries: readonly string[]) {
  const paths = Object.entries(payloads).map(([name, payload]) => {
    const path = join(folder, name);
    writeFileSync(path, typeof payload === "string" ? payload : JSON.stringify(payload));
    return path;
  });
  const [draft, ...more] = await readReturn(paths, {
    authority: "Wexcombe",
    catalogueDir: "catalogue",
    workDir: folder,
  });
  assert.ok(draft && more.length === 0);
  try {
    const answers: unknown[] = [];
    for (const query of queries) answers.push((await draft.connection.runAndReadAll(query)).getRowsJson());
    return { answers, draft, codes: draft.issues.map(({ code }) => code) };
  } finally {
    await draft.close();
    for (const path of paths) rmSync(path);
  }
}

const episode = { social_care_episode_id: "E1", referral_date: "2025-01-02" };
const told = [{ la_child_id: "A", social_care_episodes: [episode] }];
const purged = [{ la_child_id: "A", purge: true }];

test("a child deleted in a later payload leaves a request to delete and no rows", async () => {
  const { answers, draft } = await read({ "2025-06-01.json": told, "2025-06-02.json": purged }, [
    'select person_id, "table", record_id from draft.purge',
  ]);
  assert.deepEqual(answers, [[["A", null, null]]]);
  assert.deepEqual(Object.keys(draft.tables), ["purge"]);
  assert.equal(draft.asAt, "2025-06-02");
});

test("a child deleted and told of again later is kept, and nothing asks to delete them", async () => {
  const { answers, draft, codes } = await read({ "2025-06-01.json": purged, "2025-06-02.json": told }, [
    "select referral_id, date from draft.referral",
  ]);
  assert.deepEqual(answers, [[["E1", "2025-01-02"]]]);
  assert.deepEqual(Object.keys(draft.tables), ["person", "referral"]);
  assert.deepEqual(
    codes.filter((code) => code === "PAYLOAD_SUPERSEDED"),
    ["PAYLOAD_SUPERSEDED"],
  );
});

test("an episode deleted takes what is in it along, told or not", async () => {
  const gone = {
    ...episode,
    purge: true,
    child_protection_plans: [{ child_protection_plan_id: "C1", start_date: "2025-02-01" }],
  };
  const { answers, draft } = await read({ "day.json": [{ la_child_id: "A", social_care_episodes: [gone] }] }, [
    'select "table", record_id from draft.purge order by all',
  ]);
  assert.deepEqual(answers, [
    [
      ["cp_plan", "C1"],
      ["referral", "E1"],
    ],
  ]);
  // The child's own row stays: it names the child whose earlier records this payload stands in place of.
  assert.deepEqual(Object.keys(draft.tables), ["person", "purge"]);
});

test("a placement has no legal status, and the column is left for another return to fill", async () => {
  const placement = { child_looked_after_placement_id: "L1", start_date: "2025-03-01", placement_type: "U6" };
  const payload = [
    { la_child_id: "A", social_care_episodes: [{ ...episode, child_looked_after_placements: [placement] }] },
  ];
  const { answers, draft } = await read({ "day.json": payload }, ["select id, legal_status from draft.care_episode"]);
  assert.deepEqual(answers, [[["L1", null]]]);
  assert.ok(!draft.tables.care_episode?.columns.includes("legal_status"));
});

test("a payload without a child is refused in words", async () => {
  const { draft, codes } = await read({ "day.json": '[{"la_child_id": ' }, []);
  assert.ok(draft.refused);
  assert.ok(codes.includes("JSON_CUT_SHORT"));
});

test("across loads a later payload stands in place of a child's earlier one, and a request to delete takes the child out", async () => {
  const data = dataFolder(join(folder, "data"));
  const leaver = { ...episode, care_leavers: { contact_date: "2025-05-05", activity: "F2" } };
  const days = [
    [
      ...told,
      { la_child_id: "B", social_care_episodes: [{ ...leaver, social_care_episode_id: "E2" }] },
      { la_child_id: "C" },
    ],
    [
      { la_child_id: "B", social_care_episodes: [{ social_care_episode_id: "E3", referral_date: "2025-04-04" }] },
      ...purged,
    ],
  ];
  for (const [index, payload] of days.entries()) {
    const path = join(folder, "day.json");
    writeFileSync(path, JSON.stringify(payload));
    const [draft] = await readReturn([path], { authority: "Wexcombe", catalogueDir: "catalogue", workDir: folder });
    assert.ok(draft);
    await acceptLoad(draft, data, { at: new Date(Date.UTC(2025, 5, index + 1)), by: "test" });
    await draft.close();
  }
  const { path } = await ensureGeneration({
    folder: data,
    manifests: readManifests(data),
    views: [],
    holidays: ["2025-12-25"],
  });
  const database = await openDatabase(path, { readOnly: true });
  const ids = async (sql: string) => (await database.columns(sql)).columns[0] ?? [];
  try {
    assert.deepEqual(await ids("select person_id from person order by 1"), ["B", "C"]);
    assert.deepEqual(await ids("select referral_id from referral order by 1"), ["E3"]);
    assert.deepEqual(await ids("select person_id from care_leaver"), []);
  } finally {
    database.close();
  }
});

/** The dataset read back: extracts of a made-up authority give the very rows its lives were made of, however its care is told. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readMapping } from "../../src/ingest/mapping/read-mapping.ts";
import { readReturn } from "../../src/ingest/read-return.ts";
import { synthesise } from "../../src/synthesise/synthesise.ts";
import type { DraftLoad } from "../../src/warehouse/draft-load.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-ssd-"));
const ssd = join(folder, "ssd", "wexcombe", "ssd");
const direct = join(folder, "parquet", "wexcombe");
let draft: DraftLoad;

before(async () => {
  const lives = { authorities: 1, children: 600, months: 36, seed: "dataset", dirtyShare: 0 } as const;
  for (const format of ["ssd", "parquet"] as const)
    await synthesise({ ...lives, format, out: join(folder, format) }, { report: () => {} });
  draft = await read([ssd]);
});

after(async () => {
  await draft.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read(paths: readonly string[]): Promise<DraftLoad> {
  const workDir = mkdtempSync(join(folder, "work-"));
  const [only, ...others] = await readReturn(paths, { authority: "Wexcombe", catalogueDir: "catalogue", workDir });
  assert.ok(only !== undefined && others.length === 0, "the files are one load");
  return only;
}

async function rowsOf(sql: string, of: DraftLoad = draft): Promise<readonly Record<string, unknown>[]> {
  return (await of.connection.runAndReadAll(sql)).getRowObjectsJson();
}

/** What the dataset can tell of each table, and which of its rows the dataset holds. */
const TOLD: readonly (readonly [table: string, fields: string, where?: string])[] = [
  ["person", "person_id dob expected_dob sex ethnicity upn upn_unknown"],
  ["contact", "contact_id person_id date source"],
  ["early_help_episode", "id person_id start end reason end_reason organisation worker_id"],
  ["referral", "referral_id person_id date source nfa primary_need closure_date closure_reason outcome worker"],
  ["assessment", "id referral_id person_id start authorised child_seen outcome nfa worker"],
  ["assessment_factor", "assessment_id person_id code"],
  ["s47_enquiry", "id referral_id person_id strategy_date start end outcome worker", '"start" is not null'],
  ["icpc", "id referral_id person_id target date led_to_plan transfer_in worker"],
  ["cin_plan", "id referral_id person_id start end worker"],
  ["cp_plan", "id referral_id person_id start end initial_category latest_category"],
  ["review", "id kind subject_id person_id due date participation", "kind in ('cp', 'cla')"],
  ["visit", "id kind person_id date seen seen_alone", "kind in ('cin', 'cp', 'cla')"],
  ["care_episode", "person_id start rne legal_status need provider urn distance place_post end rec change_reason"],
  ["missing_episode", "id person_id type start end rhi_offered rhi_accepted"],
  ["permanence", "id person_id decision placement_order match placed ffa_placed order order_type carers_adopted"],
  ["ehcp_case", "id person_id request_date request_outcome assessment_outcome_date plan_start plan_cease"],
  ["ehcp_case", "id last_review need_1 need_2", "plan_start is not null and plan_cease is null"],
  ["involvement", "id person_id worker_id team_id role start end change_reason"],
  ["worker", "worker_id registration title fte agency team_id"],
  ["team", "team_id name parent_id service"],
];

for (const [table, names, where = "true"] of TOLD)
  test(`${table}: the rows read (${names}) are the rows the lives were made of`, async () => {
    const fields = names.split(" ").map((name) => `cast("${name}" as varchar) as "${name}"`);
    const ours = `select ${fields.join(", ")} from draft."${table}" where ${where}`;
    const theirs = `select ${fields.join(", ")} from read_parquet('${direct}/${table}/data.parquet') where ${where}`;
    assert.deepEqual(await rowsOf(`(${ours}) except all (${theirs})`), [], "only read");
    assert.deepEqual(await rowsOf(`(${theirs}) except all (${ours})`), [], "only lived");
    assert.notEqual((await rowsOf(ours)).length, 0, "there is something to compare");
  });

test("an extract with one row for each period of care is cut into the same episodes as one with a row for each change", async () => {
  const periods = join(folder, "periods");
  mkdirSync(periods);
  for (const file of readdirSync(ssd)) copyFileSync(join(ssd, file), join(periods, file));
  writeFileSync(
    join(periods, "ssd_cla_episodes.csv"),
    onePerPeriod(readFileSync(join(ssd, "ssd_cla_episodes.csv"), "utf8")),
  );
  const merged = await read([periods]);
  try {
    const select = `select cast("start" as varchar) as "start", cast("end" as varchar) as "end", person_id, legal_status, place, provider, rec,
      change_reason from draft.care_episode order by all`;
    const episodes = await rowsOf(select);
    assert.deepEqual(await rowsOf(select, merged), episodes);
    const told = (await rowsOf("select count(*)::integer as rows from staged.ssd_cla_episodes", merged))[0]?.rows;
    assert.ok(Number(told) < episodes.length, "the extract really had fewer rows");
  } finally {
    await merged.close();
  }
});

/** Keeps the first row of each period of care, with the end of its last. No field of this file is quoted. */
function onePerPeriod(csv: string): string {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(",");
  const [period, ceased, reason] = [
    "clae_cla_id",
    "clae_cla_episode_ceased_date",
    "clae_cla_episode_ceased_reason",
  ].map((name) => names.indexOf(name)) as [number, number, number];
  const kept = new Map<string, string[]>();
  for (const line of lines) {
    const cells = line.split(",");
    const first = kept.get(cells[period]!);
    if (first === undefined) kept.set(cells[period]!, cells);
    else for (const at of [ceased, reason]) first[at] = cells[at]!;
  }
  return [header, ...[...kept.values()].map((cells) => cells.join(","))].join("\n");
}

test("every date and code spoilt on purpose is one issue", async () => {
  const out = join(folder, "dirty");
  const lives = { authorities: 1, children: 500, months: 12, seed: "dirty", dirtyShare: 0.05 } as const;
  await synthesise({ ...lives, format: "ssd", out }, { report: () => {} });
  const files = join(out, "wexcombe", "ssd");
  const spoilt = await read([files]);
  try {
    const cells = (...codes: readonly string[]) =>
      rowsOf(
        `select distinct file, "row"::integer as row, "column" from draft.issue
         where code in ('${codes.join("', '")}') and "row" is not null order by all`,
        spoilt,
      );
    assert.ok(cellsLike(files, /^ZZ9$/).length > 5, "something was spoilt");
    assert.deepEqual(await cells("TWO_DIGIT_YEAR"), cellsLike(files, /^\d\d\/\d\d\/\d\d$/));
    assert.deepEqual(await cells("DATE_IMPOSSIBLE"), cellsLike(files, /-02-31$/));
    assert.deepEqual(await cells("CODE_UNKNOWN", "VALUE_UNKNOWN"), cellsLike(files, /^ZZ9$/));
  } finally {
    await spoilt.close();
  }
});

type Cell = { readonly file: string; readonly row: number; readonly column: string };

/** Cells of columns that are kept whose text is like a pattern, found without any of ingest. Quoted fields hold no such text. */
function cellsLike(files: string, pattern: RegExp): readonly Cell[] {
  const { ignored } = readMapping("catalogue", "standard-safeguarding-dataset").mapping;
  const cells: Cell[] = [];
  for (const file of readdirSync(files).sort()) {
    const [header = "", ...lines] = readFileSync(join(files, file), "utf8").trim().split(/\r?\n/);
    const names = header.split(",");
    const left = new Set(ignored[file.replace(".csv", "")] ?? []);
    for (const [index, line] of lines.entries())
      for (const [at, text] of line
        .replace(/"(?:[^"]|"")*"/g, "quoted")
        .split(",")
        .entries())
        if (pattern.test(text) && !left.has(names[at]!)) cells.push({ file, row: index + 2, column: names[at]! });
  }
  return cells;
}

test("the last day told of is the last day of the lives", () => {
  assert.equal(draft.asAt, "2026-03-31");
});

test("a clean extract gives no error, and refuses no row", () => {
  assert.equal(draft.issueCounts.error, 0);
  assert.equal(draft.rowsRefused, 0);
});

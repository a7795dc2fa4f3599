/** The SSDA903 reader: files known by their columns, years by their dates, and the shared samples counted by other means. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import type { DraftLoad } from "../../../warehouse/draft-load.ts";
import { readReturn } from "../../read-return.ts";
import { yearLabel } from "./collection-year.ts";
import { FILES, fileOfHeader } from "./files.ts";

const workDir = mkdtempSync(join(tmpdir(), "waymark-903-"));
after(() => rmSync(workDir, { recursive: true, force: true }));

for (const [file, columns] of Object.entries(FILES))
  test(`${file} is known by its columns in any order and case`, () => {
    assert.equal(fileOfHeader(columns), file);
    assert.equal(
      fileOfHeader([...columns].reverse().map((column) => ` ${column.toLowerCase().replaceAll("_", " ")} `)),
      file,
    );
  });

test("a file without the child's id, or with columns of no file, is not one of the return", () => {
  assert.equal(fileOfHeader(["DOB", "REVIEW", "REVIEW_CODE"]), null);
  assert.equal(fileOfHeader(["CHILD", "DOB"]), null);
  assert.equal(fileOfHeader(["CHILD", "DOB", "TEAM", "WORKER"]), null);
});

test("an older episodes file without URN and provider is still episodes", () => {
  const older = FILES.Episodes?.filter((column) => !["URN", "PLACE_PROVIDER", "REASON_PLACE_CHANGE"].includes(column));
  assert.equal(fileOfHeader(older ?? []), "Episodes");
});

for (const [path, year] of [
  ["903/2017-episodes.csv", "2017"],
  ["903/SSDA903_2020_header.csv", "2020"],
  ["903/episodes 2024-25.csv", "2025"],
  ["903/episodes_202425.csv", "2025"],
  ["2023-24/episodes.csv", "2024"],
  ["903/episodes.csv", ""],
  ["20240331120000/episodes.csv", ""],
] as const)
  test(`${path} says ${year || "no year"}`, () => {
    assert.equal(yearLabel({ name: path, path, bytes: 0, sha256: "", head: new Uint8Array() }), year);
  });

const samples = "../shared/data/samples";
const skip = !existsSync(samples) && "the shared samples are not here";

/** Rows of a plain CSV as objects, split by hand: the samples have no quotes. */
function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

const distinct = (rows: readonly Readonly<Record<string, string>>[]) =>
  new Set(rows.map((row) => JSON.stringify(Object.values(row)))).size;

async function reading(paths: readonly string[], look: (drafts: readonly DraftLoad[]) => void | Promise<void>) {
  const drafts = await readReturn(paths, { authority: "Wexcombe", catalogueDir: "catalogue", workDir });
  try {
    await look(drafts);
  } finally {
    for (const draft of drafts) await draft.close();
  }
}

test("every row of the sample CSV files becomes the canonical rows it should", { skip }, async () => {
  const folder = join(samples, "ssda903");
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv") && !file.includes("errors"));
  const rows = (name: string) => rowsOf(join(folder, `${name}.csv`));
  await reading(
    files.map((file) => join(folder, file)),
    ([draft]) => {
      const count = (table: string) => draft?.tables[table]?.rows ?? 0;
      const oc2 = rows("oc2");
      const filled = (column: string) => oc2.filter((row) => row[column] !== "").length;
      assert.equal(count("care_episode"), distinct(rows("episodes")));
      assert.equal(count("review"), distinct(rows("reviews")));
      assert.equal(count("missing_episode"), distinct(rows("missing")));
      assert.equal(count("care_leaver"), rows("oc3").length);
      const asked = ["HEALTH_ASSESSMENT", "TEETH_CHECK", "IMMUNISATIONS", "HEALTH_CHECK", "SUBSTANCE_MISUSE"];
      const sdq = oc2.filter((row) => row.SDQ_SCORE !== "" || row.SDQ_REASON !== "").length;
      const helped = oc2.filter((row) => row.SUBSTANCE_MISUSE === "1").length;
      assert.equal(count("health_check"), asked.reduce((sum, column) => sum + filled(column), 0) + sdq + helped);
      const people = new Set(
        [
          "header",
          "uasc",
          "reviews",
          "oc2",
          "oc3",
          "ad1",
          "placed_for_adoption",
          "previous_permanence",
          "missing",
        ].flatMap((name) => rows(name).map((row) => row.CHILD)),
      );
      assert.equal(count("person"), people.size);
      assert.equal(draft?.year, 2018);
      assert.equal(draft?.rowsRefused, 0);
    },
  );
});

test("the sample's bad codes are each told once for each row they stand in", { skip }, async () => {
  const folder = join(samples, "ssda903");
  const placed = rowsOf(join(folder, "placed_for_adoption.csv"));
  await reading([join(folder, "placed_for_adoption.csv")], async ([draft]) => {
    const told = draft?.issues.filter(
      ({ code, column }) => code === "CODE_UNKNOWN" && column === "REASON_PLACED_CEASED",
    );
    const rows = told?.reduce((sum, { count = 1 }) => sum + count, 0);
    assert.equal(rows, placed.filter((row) => !/^(RD[1-4])?$/.test(row.REASON_PLACED_CEASED ?? "")).length);
  });
});

test("the XML form yields a row for each of its elements", { skip }, async () => {
  const path = join(samples, "ssda903", "fake_903.xml");
  const text = readFileSync(path, "utf8");
  const elements = (name: string) => text.match(new RegExp(`<${name}>`, "g"))?.length ?? 0;
  await reading([path], ([draft]) => {
    assert.equal(draft?.tables.care_episode?.rows, elements("EPISODE"));
    assert.equal(draft?.tables.person?.rows, elements("CHILD"));
    assert.equal(draft?.tables.review?.rows, elements("AREVIEW"));
    assert.equal(draft?.tables.missing_episode?.rows, elements("AMISSING"));
    assert.equal(draft?.tables.care_leaver?.rows, elements("IN_TOUCH"));
  });
});

test("five years of files are five drafts, and an episode goes by one id in every year that tells of it", {
  skip,
}, async () => {
  const folder = join(samples, "ssda903-five-years");
  await reading([folder], async (drafts) => {
    assert.deepEqual(
      drafts.map(({ year }) => year),
      [2018, 2019, 2020, 2021, 2022],
    );
    const ids = new Set<string>();
    for (const draft of drafts)
      for (const [id] of (await draft.connection.runAndReadAll("select id from draft.care_episode")).getRows())
        ids.add(String(id));
    const told = new Set(
      [2017, 2018, 2019, 2020, 2021].flatMap((year) =>
        rowsOf(join(folder, `${year}-episodes.csv`)).map((row) => `${row.CHILD} ${row.DECOM}`),
      ),
    );
    assert.equal(ids.size, told.size);
  });
});

test("the dirty samples load with issues and lose no episode", { skip }, async () => {
  const folder = join(samples, "ssda903-dirty");
  await reading([folder], (drafts) => {
    const episodes = readdirSync(folder)
      .filter((file) => file.includes("episodes"))
      .flatMap((file) => rowsOf(join(folder, file)));
    const kept = drafts.reduce((sum, { tables }) => sum + (tables.care_episode?.rows ?? 0), 0);
    assert.equal(kept, episodes.length);
    const codes = new Set(drafts.flatMap(({ issues }) => issues.map(({ code }) => code)));
    for (const code of ["FACTS_DIFFER", "KEY_TWICE", "CODE_UNKNOWN", "EPISODES_OVERLAP", "PERSON_WITHOUT_RECORD"])
      assert.ok(codes.has(code), code);
  });
});

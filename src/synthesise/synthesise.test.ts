/** What is written: the same bytes for the same seed, headers as the formats have them, faults as counted. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Workbook } from "@cj-tech-master/excelts";
import { DuckDBInstance } from "@duckdb/node-api";
import { SaxesParser } from "saxes";
import { AppError } from "../domain/errors.ts";
import { TABLES } from "../domain/tables/index.ts";
import type { SynthesisFormat } from "./options.ts";
import { synthesise } from "./synthesise.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-synthesise-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

async function write(
  format: SynthesisFormat,
  options: { children?: number; months?: number; dirtyShare?: number; authorities?: number; seed?: string } = {},
) {
  const out = join(root, String(made++));
  const reports: number[] = [];
  const summary = await synthesise(
    { authorities: 1, children: 600, months: 30, seed: "test", out, format, ...options },
    { report: ({ done }) => reports.push(done) },
  );
  return { out, folder: join(out, "wexcombe"), summary, reports };
}

function files(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name)).toString("latin1")]));
}

const csvRows = (folder: string, name: string) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n");

for (const format of ["ssd", "returns", "parquet"] as const)
  test(`the same seed gives the same bytes, another seed others: ${format}`, async () => {
    const options = { children: 240, months: 18 };
    const [one, two, other] = [
      await write(format, options),
      await write(format, options),
      await write(format, { ...options, seed: "other" }),
    ];
    assert.deepEqual(files(one.out), files(two.out));
    assert.notDeepEqual(files(one.out), files(other.out));
  });

test("every child asked for is there, shared out among the authorities, and progress reaches the total", async () => {
  const { out, summary, reports } = await write("ssd", { children: 301, authorities: 2, dirtyShare: 0 });
  const ids = summary.authorities.map(({ folder }) => csvRows(join(out, folder, "ssd"), "ssd_person.csv").length - 1);
  assert.deepEqual(ids, [151, 150]);
  assert.equal(summary.rows.ssd_person, 301);
  assert.equal(reports.at(-1), 301);
});

test("row counts of the summary are the rows in the files", async () => {
  const { folder, summary } = await write("ssd");
  for (const part of ["ssd", "local"])
    for (const file of readdirSync(join(folder, part)))
      assert.equal(csvRows(join(folder, part), file).length - 1, summary.rows[file.replace(".csv", "")], file);
});

test("faults are exactly those counted, kind by kind", async () => {
  const clean = await write("ssd", { children: 1200, dirtyShare: 0 });
  const dirty = await write("ssd", { children: 1200, dirtyShare: 0.05 });
  assert.equal(
    Object.values(clean.summary.faults).reduce((sum, count) => sum + count, 0),
    0,
  );
  const found: Record<string, number> = {};
  for (const part of ["ssd", "local"])
    for (const file of readdirSync(join(clean.folder, part)))
      countFaults(csvRows(join(clean.folder, part), file), csvRows(join(dirty.folder, part), file), found);
  assert.deepEqual(found, dirty.summary.faults);
  for (const [fault, count] of Object.entries(dirty.summary.faults)) assert.ok(count > 0, `no ${fault}`);
});

function countFaults(clean: readonly string[], dirty: readonly string[], found: Record<string, number>): void {
  let place = 0;
  for (const row of clean) {
    const read = dirty[place++] ?? "";
    const kind =
      row === read ? (dirty[place] === row ? "duplicate_row" : undefined) : kindOf(row.split(","), read.split(","));
    if (kind === "duplicate_row") place++;
    if (kind) found[kind] = (found[kind] ?? 0) + 1;
  }
  assert.equal(place, dirty.length);
}

function kindOf(before: readonly string[], now: readonly string[]): string {
  const place = now.findIndex((cell, index) => cell !== before[index]);
  const [was, is] = [before[place] ?? "", now[place] ?? ""];
  if (is === "") return "missing_date_of_birth";
  if (is === "ZZ9") return "unknown_code";
  if (/^X9\d{5}$/.test(is)) return "unknown_child";
  if (is.endsWith("-02-31")) return "impossible_date";
  if (/^\d\d\/\d\d\/\d\d$/.test(is)) return "two_digit_year";
  if (is === `${was}  `) return "trailing_blank";
  return is === was.toLowerCase() ? "lower_case_code" : "end_before_start";
}

const specification = new URL("../../../shared/data/specs/ssd.json", import.meta.url);
test("SSD files have the specification's field names", {
  skip: !existsSync(specification) && "the specification is not here",
}, async () => {
  const { folder } = await write("ssd", { children: 60, months: 6 });
  const { tables } = JSON.parse(readFileSync(specification, "utf8")) as { tables: Record<string, { name: string }[]> };
  for (const file of readdirSync(join(folder, "ssd"))) {
    const header = csvRows(join(folder, "ssd"), file)[0]?.split(",").toSorted();
    assert.deepEqual(header, tables[file.replace(".csv", "")]?.map(({ name }) => name).toSorted(), file);
  }
});

test("local files have our own field names, in the order of the data dictionary", async () => {
  const { folder } = await write("ssd", { children: 60, months: 6 });
  const declared = new Map(TABLES.map(({ name, fields }) => [name, Object.keys(fields).join(",")]));
  for (const file of readdirSync(join(folder, "local")))
    assert.equal(csvRows(join(folder, "local"), file)[0], declared.get(file.replace(".csv", "")), file);
});

test("each collection year has its own codes: sex by number to 2024, supported accommodation K3 from 2025", async () => {
  const { folder } = await write("returns", { children: 4000, months: 36, dirtyShare: 0 });
  const column = (year: number, file: string, place: number) =>
    new Set(
      csvRows(join(folder, "ssda903", String(year)), file)
        .slice(1)
        .map((row) => row.split(",")[place]),
    );
  assert.deepEqual([...column(2024, "header.csv", 1)].toSorted(), ["1", "2"]);
  assert.deepEqual([...column(2025, "header.csv", 1)].toSorted(), ["F", "M"]);
  assert.ok(column(2024, "episodes.csv", 5).has("H5") && !column(2024, "episodes.csv", 5).has("K3"));
  assert.ok(column(2025, "episodes.csv", 5).has("K3") && !column(2025, "episodes.csv", 5).has("H5"));
  assert.ok(column(2026, "episodes.csv", 5).size > 8 && !column(2026, "episodes.csv", 5).has("Z1"));
  assert.equal(
    csvRows(join(folder, "ssda903", "2024"), "episodes.csv")[0],
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
  );
});

test("an episode open at the end of one year is told again, closed or not, in the next", async () => {
  const { folder } = await write("returns", { children: 4000, months: 36, dirtyShare: 0 });
  const open = csvRows(join(folder, "ssda903", "2024"), "episodes.csv")
    .slice(1)
    .map((row) => row.split(","))
    .filter((cells) => cells[7] === "");
  const next = new Set(
    csvRows(join(folder, "ssda903", "2025"), "episodes.csv").map((row) => row.split(",").slice(0, 2).join()),
  );
  assert.ok(open.length > 20);
  for (const cells of open) assert.ok(next.has(cells.slice(0, 2).join()), cells.slice(0, 2).join());
});

test("the census and SEN2 are well formed, with elements in the order of the schema", async () => {
  const { folder } = await write("returns", { children: 1500, dirtyShare: 0.03 });
  const order = [
    "CINreferralDate",
    "ReferralSource",
    "PrimaryNeedCode",
    "CINclosureDate",
    "ReasonForClosure",
    "DateOfInitialCPC",
    "Assessments",
    "CINPlanDates",
    "Section47",
    "ReferralNFA",
    "ChildProtectionPlans",
  ];
  let children = 0;
  for (const name of ["cin-census/cin-census-2026.xml", "sen2/sen2-2026.xml"]) {
    const parser = new SaxesParser();
    const path: string[] = [];
    let last = 0;
    parser.on("error", (error) => assert.fail(`${name}: ${error.message}`));
    parser.on("opentag", (tag) => {
      if (tag.name === "CINdetails") last = 0;
      if (tag.name === "Child") children++;
      if (path.at(-1) === "CINdetails") {
        const place = order.indexOf(tag.name);
        assert.ok(place >= last, `${tag.name} out of order`);
        last = place;
      }
      path.push(tag.name);
    });
    parser.on("closetag", () => path.pop());
    parser.write(readFileSync(join(folder, name), "utf8")).close();
  }
  assert.ok(children > 100);
});

test("the Annex A workbook has lists 1 to 11 with their headers, real dates and the official style of values", async () => {
  const { folder } = await write("returns", { children: 3000, dirtyShare: 0 });
  const book = new Workbook();
  await book.xlsx.readFile(join(folder, "annex-a", "annex-a-2026-03-31.xlsx"));
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    Array.from({ length: 11 }, (_, place) => `List ${place + 1}`),
  );
  const care = book.getWorksheet("List 8");
  assert.equal(care?.getRow(1).cellCount, 34);
  assert.match(String(care?.getRow(2).getCell(2).value), /^[a-d]\) /);
  assert.ok(care?.getRow(2).getCell(8).value instanceof Date);
  assert.match(String(care?.getRow(2).getCell(12).value), /^[CEVLJ]\d: /);
  for (let list = 1; list <= 9; list++)
    assert.ok((book.getWorksheet(`List ${list}`)?.rowCount ?? 0) > 1, `List ${list} is empty`);
});

test("Parquet has the canonical columns with their types, sorted by date", async () => {
  const { folder, summary } = await write("parquet");
  const connection = await (await DuckDBInstance.create()).connect();
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const file = (table: string) => `'${join(folder, table, "data.parquet")}'`;
  const [visits] = await read(
    `select count(*) as rows, count(date) as dated, min(authority) as authority from ${file("visit")}`,
  );
  assert.deepEqual(visits, {
    rows: String(summary.rows.visit),
    dated: String(summary.rows.visit),
    authority: "Wexcombe",
  });
  const [order] = await read(
    `select count(*) as wrong from (select date < lag(date) over () as back from ${file("visit")}) where back`,
  );
  assert.deepEqual(order, { wrong: "0" });
  const types = await read(
    `select column_name, column_type from (describe select * from ${file("care_episode")}) where column_name in ('start', 'distance', 'unregistered') order by 1`,
  );
  assert.deepEqual(
    types.map(({ column_type }) => column_type),
    ["DOUBLE", "DATE", "BOOLEAN"],
  );
  assert.ok(!existsSync(join(folder, "work")));
  connection.closeSync();
});

test("options that make no sense are refused with what to do", async () => {
  for (const wrong of [{ children: 0 }, { months: 1.5 }, { dirtyShare: 2 }, { authorities: 700 }])
    await assert.rejects(
      write("ssd", wrong),
      (error) => error instanceof AppError && error.code === "USAGE" && error.remedy !== "",
    );
});

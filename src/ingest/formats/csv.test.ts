/** CSV files staged whole: the right rows with the right numbers, whichever reader did it, and clear issues for hostile files. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import type { Issue } from "../../domain/issue.ts";
import type { SourceFile } from "../contract.ts";
import { HEAD_BYTES, LIMITS } from "../limits.ts";
import { openStaging } from "../staging.ts";
import { stageCsvFile } from "./csv.ts";
import { isHeader, readCsvHeader, stagedNames } from "./csv-header.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-csv-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): SourceFile {
  const path = join(folder, name);
  const bytes = Buffer.from(content);
  writeFileSync(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, path, bytes: bytes.length, sha256, head: bytes.subarray(0, HEAD_BYTES) };
}

async function stage(file: SourceFile, limits = LIMITS) {
  const issues: Issue[] = [];
  const issue = (each: Issue) => issues.push(each);
  const header = readCsvHeader(file, limits);
  assert.ok(isHeader(header));
  const staging = await openStaging(folder, issue);
  const columns = stagedNames(header.names, [], file.name, issue);
  await stageCsvFile({ staging, workDir: folder, issue, limits }, "T", file, { ...header, columns });
  const rows = await staging.rows('select * exclude (_file, _sheet) from staged."T" order by _row');
  staging.close();
  return { rows, issues: issues.map(({ code, row }) => [code, row]) };
}

test("a large regular file is read in parallel and every row keeps its own number", async () => {
  const lines = Array.from({ length: 300_000 }, (_, i) => `${i + 2},word ${i % 7},01/02/2025`);
  const file = fileOf("large.csv", `NUMBER,WORD,DAY\n${lines.join("\n")}\n`);
  const header = readCsvHeader(file);
  assert.ok(isHeader(header));
  const staging = await openStaging(folder, () => assert.fail("no issue expected"));
  const rows = await staging.csv("T", file, { ...header, columns: header.names });
  const [found] = await staging.rows(
    'select count(*)::integer as n, count(*) filter (where cast("NUMBER" as bigint) = _row)::integer as same from staged."T"',
  );
  staging.close();
  assert.equal(rows, 300_000);
  assert.deepEqual(found, { n: 300_000, same: 300_000 });
});

test("quoted line ends do not shift the rows after them", async () => {
  const { rows } = await stage(fileOf("quoted.csv", 'A,B\n1,"x\ny\nz"\n2,"p\r\nq"\n3,r\n'));
  assert.deepEqual(
    rows.map((row) => [row._row, row.A]),
    [
      [2, "1"],
      [3, "2"],
      [4, "3"],
    ],
  );
});

test("blank lines count as rows and hold nothing", async () => {
  const { rows, issues } = await stage(fileOf("blank.csv", "\n\nA,B\n1,x\n\n2,y\n"));
  assert.deepEqual(
    rows.map((row) => [row._row, row.A]),
    [
      [4, "1"],
      [6, "2"],
    ],
  );
  assert.deepEqual(issues, []);
});

test("rows too long are refused, rows too short are kept, both with their number", async () => {
  const { rows, issues } = await stage(fileOf("ragged.csv", "A,B,C\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n"));
  assert.deepEqual(issues, [
    ["ROW_TOO_SHORT", 3],
    ["ROW_TOO_LONG", 4],
  ]);
  assert.deepEqual(
    rows.map((row) => row._row),
    [2, 3, 5],
  );
});

for (const [name, delimiter] of [
  ["commas", ","],
  ["semicolons", ";"],
  ["tabs", "\t"],
  ["bars", "|"],
] as const)
  test(`${name} are found to be the delimiter`, async () => {
    const { rows } = await stage(fileOf(`${name}.csv`, `A${delimiter}B\n1${delimiter}"x, y; z"\n`));
    assert.deepEqual(rows, [{ _row: 2, A: "1", B: "x, y; z" }]);
  });

for (const [name, encode] of [
  ["UTF-8 with a mark", (text: string) => Buffer.from(`\uFEFF${text}`)],
  ["UTF-16 with a mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 without a mark", (text: string) => Buffer.from(text, "utf16le")],
  ["UTF-16 big end first", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ["Windows-1252", (text: string) => Buffer.from(text, "latin1")],
] as const)
  test(`a file in ${name} is read to the letter`, async () => {
    const { rows } = await stage(fileOf("encoded.csv", encode("NAME,B\r\nZoë,Müller\r\n")));
    assert.deepEqual(rows, [{ _row: 2, NAME: "Zoë", B: "Müller" }]);
  });

test("a letter outside UTF-8 far into a file turns the whole file to Windows-1252, and says so", async () => {
  const text = `A,B\n${"1,plain\n".repeat(20_000)}2,Zo\xeb\n`;
  const { rows, issues } = await stage(fileOf("late.csv", Buffer.from(text, "latin1")));
  assert.equal(rows.at(-1)?.B, "Zoë");
  assert.deepEqual(issues, [["TEXT_NOT_DECODED", undefined]]);
});

test("NUL bytes are taken out with the row told", async () => {
  const { rows, issues } = await stage(fileOf("nul.csv", "A,B\n1,x\n2,y\0\0z\n"));
  assert.equal(rows[1]?.B, "yz");
  assert.deepEqual(issues, [["NUL_BYTES", 3]]);
});

test("a quote never closed keeps the rows before it and names its row", async () => {
  const { rows, issues } = await stage(fileOf("open.csv", 'A,B\n1,x\n2,"y\n3,z\n'));
  assert.equal(rows.length, 1);
  assert.deepEqual(issues, [["UNCLOSED_QUOTE", 3]]);
});

test("a huge cell stops the reading in bounded memory", async () => {
  const limits = { ...LIMITS, cellCharacters: 10_000 };
  const { rows, issues } = await stage(fileOf("huge.csv", `A,B\n1,x\n2,"${"y".repeat(3_000_000)}"\n3,z\n`), limits);
  assert.ok(rows.length >= 1);
  assert.deepEqual(issues, [["CELL_TOO_LONG", 3]]);
});

test("ten thousand columns are refused", () => {
  const header = readCsvHeader(fileOf("wide.csv", `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\n`));
  assert.ok(!isHeader(header));
  assert.ok(["TOO_MANY_COLUMNS", "HEADER_TOO_LONG"].includes(header.fault));
});

test("columns that stand twice are told, and the first is the one read", async () => {
  const { rows, issues } = await stage(fileOf("twice.csv", "A,B,a,\n1,2,3,\n"));
  assert.equal(rows[0]?.A, "1");
  assert.deepEqual(issues, [["COLUMN_TWICE", 1]]);
});

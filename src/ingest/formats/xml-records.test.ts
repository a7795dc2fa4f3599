import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import type { Issue } from "../../domain/issue.ts";
import type { ReadContext, SourceFile } from "../contract.ts";
import { openXmlStaging } from "./xml-records.ts";
import { stagedColumns, type XmlShape } from "./xml-shape.ts";

const folder = mkdtempSync(join(tmpdir(), "xml-records-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const SHAPE: XmlShape = {
  root: "R",
  header: ["Year"],
  groups: ["H", "G"],
  records: [
    { element: "P", columns: ["Id", "Name"] },
    { element: "V", within: ["P"], inherits: ["Id"], columns: ["Day"] },
    { element: "F", within: ["P", "V"], inherits: ["Id", "Day"], columns: ["F"] },
  ],
};

type StagedRow = Readonly<Record<string, string | null>>;

const path = join(folder, "file.xml");

/** Streams a text through the shape into plain arrays. */
async function stage(text: string) {
  writeFileSync(path, text);
  return stageFile();
}

/** Streams the file written last. */
async function stageFile() {
  const tables = new Map<string, StagedRow[]>();
  const issues: Issue[] = [];
  const context: ReadContext = {
    staging: {
      async writer(table, columns) {
        const rows: StagedRow[] = [];
        tables.set(table, rows);
        return {
          add(source, values) {
            rows.push(
              Object.fromEntries([["row", String(source.row)], ...columns.map((c, i) => [c, values[i] ?? null])]),
            );
          },
          full: async () => {},
        };
      },
      csv: async () => 0,
      run: async () => {},
      rows: async () => [],
    },
    issue: (issue) => issues.push(issue),
    progress: () => {},
    catalogueDir: "catalogue",
    asked: {},
  };
  const head = headOf(path);
  const file: SourceFile = { name: "file.xml", path, bytes: statSync(path).size, sha256: "", head };
  const read = await (await openXmlStaging(SHAPE, context)).read(file);
  return { tables, issues, read };
}

function headOf(file: string): Uint8Array {
  const head = new Uint8Array(65_536);
  const handle = openSync(file, "r");
  const length = readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  return head.subarray(0, length);
}

const codes = (issues: readonly Issue[]) => issues.map(({ code, column }) => (column ? `${code} ${column}` : code));

test("rows carry the values and ordinals of the records they stand in, also values that come after them", async () => {
  const { tables, read, issues } = await stage(
    "<R><H><Year>2025</Year></H><P><Id>a</Id><V><G><F>x</F><F>y</F></G><Day>1</Day></V></P><P><V/><Id>b</Id></P></R>",
  );
  assert.equal(read.header.get("Year"), "2025");
  assert.equal(read.records, 2);
  assert.deepEqual(tables.get("F"), [
    { row: "1", F_no: "1", P_no: "1", V_no: "1", Id: "a", Day: "1", F: "x" },
    { row: "2", F_no: "2", P_no: "1", V_no: "1", Id: "a", Day: "1", F: "y" },
  ]);
  assert.deepEqual(
    tables.get("V")?.map(({ Id, Day }) => [Id, Day]),
    [
      ["a", "1"],
      ["b", null],
    ],
  );
  assert.deepEqual(issues, []);
});

test("what the shape does not foresee is told of by name and place, never by value", async () => {
  const { tables, issues } = await stage(
    "<R><P>loose<Id>a</Id><Id>secret</Id><Odd>secret</Odd><Other><Name>secret</Name><V><Day>2</Day></V></Other></P></R>",
  );
  assert.deepEqual(codes(issues), ["ELEMENT_TWICE Id", "COLUMN_NOT_USED Odd", "COLUMN_NOT_USED Name", "TEXT_STRAY P"]);
  assert.ok(
    issues.every((issue) => !JSON.stringify(issue).includes("secret") && !JSON.stringify(issue).includes("loose")),
  );
  assert.deepEqual(tables.get("P"), [{ row: "1", P_no: "1", Id: "a", Name: null }]);
  assert.deepEqual(
    tables.get("V")?.map(({ Id, Day }) => [Id, Day]),
    [["a", "2"]],
  );
});

test("a file cut short keeps its whole records and no part of the one cut", async () => {
  const { tables, issues } = await stage("<R><P><Id>a</Id><V><Day>1</Day></V></P><P><Id>b</Id><V><Day>2</Day></V>");
  assert.deepEqual(
    tables.get("P")?.map(({ Id }) => Id),
    ["a"],
  );
  assert.deepEqual(
    tables.get("V")?.map(({ Id }) => Id),
    ["a"],
  );
  assert.deepEqual(
    issues.map(({ code, sheet, row }) => [code, sheet, row]),
    [["XML_CUT_SHORT", "P", 2]],
  );
});

test("a record closed by the wrong tag is not kept", async () => {
  const { tables } = await stage("<R><P><Id>a</Id></P><P><Id>b</Id></R>");
  assert.deepEqual(
    tables.get("P")?.map(({ Id }) => Id),
    ["a"],
  );
});

test("a file without a record says so", async () => {
  assert.deepEqual(codes((await stage("<R><H/></R>")).issues), ["XML_WITHOUT_RECORDS"]);
});

test("any well-formed tree gives one row for each record, in document order, with its own values", async () => {
  const text = fc.string({ maxLength: 8 }).map((value) => value.replace(/[^A-Za-z0-9]/g, ""));
  const visit = fc.record({ day: text, factors: fc.array(text, { maxLength: 3 }), noise: fc.boolean() });
  const person = fc.record({ id: text, visits: fc.array(visit, { maxLength: 4 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 6 }), async (people) => {
      const xml = people.map(({ id, visits }) => {
        const inner = visits.map(({ day, factors, noise }) => {
          const leaves = factors.map((factor) => `<F>${factor}</F>`).join("\n");
          return `<V>${noise ? "<N><Day>no</Day></N>" : ""}<Day>${day}</Day><G>${leaves}</G></V>`;
        });
        return `<P><Id>${id}</Id>${inner.join(" ")}</P>`;
      });
      const { tables } = await stage(`<R>\n${xml.join("\n")}\n</R>`);
      const told = (table: string, column: string) => tables.get(table)?.map((row) => row[column] ?? "");
      assert.deepEqual(
        told("P", "Id"),
        people.map(({ id }) => id),
      );
      assert.deepEqual(
        told("V", "Day"),
        people.flatMap(({ visits }) => visits.map(({ day }) => day)),
      );
      assert.deepEqual(
        told("V", "Id"),
        people.flatMap(({ id, visits }) => visits.map(() => id)),
      );
      assert.deepEqual(
        told("F", "F"),
        people.flatMap(({ visits }) => visits.flatMap(({ factors }) => factors)),
      );
      assert.deepEqual(
        told("F", "row"),
        told("F", "F")?.map((_, index) => String(index + 1)),
      );
    }),
    { numRuns: 60 },
  );
});

test("memory does not grow with the file: 60 MB are read within a heap of 45 MB", () => {
  const person =
    "  <P>\n    <Id>W1</Id>\n    <V>\n      <Day>2024-01-01</Day>\n      <G><F>1A</F></G>\n    </V>\n  </P>\n";
  const thousand = person.repeat(1000);
  writeFileSync(path, "<R>\n");
  for (let written = 0; written < 60_000_000; written += thousand.length) appendFileSync(path, thousand);
  appendFileSync(path, "</R>");
  const program = `
    import { openXmlStaging } from ${JSON.stringify(new URL("./xml-records.ts", import.meta.url).href)};
    const writer = { add() {}, full: async () => {} };
    const staging = await openXmlStaging(${JSON.stringify(SHAPE)}, { staging: { writer: async () => writer }, issue() {}, progress() {} });
    const file = { name: "file.xml", path: ${JSON.stringify(path)}, bytes: ${statSync(path).size}, head: new Uint8Array() };
    console.log((await staging.read(file)).records);`;
  const printed = execFileSync(
    process.execPath,
    ["--max-old-space-size=45", "--import", "tsx", "--input-type=module", "--eval", program],
    { encoding: "utf8", cwd: import.meta.dirname, stdio: ["ignore", "pipe", "ignore"] },
  );
  assert.equal(Number(printed), 1000 * Math.ceil(60_000_000 / thousand.length));
});

test("one record with a hundred thousand rows is read whole, holding back only what is still open", async () => {
  const visits = "<V><Day>1</Day></V>".repeat(100_000);
  const { tables } = await stage(`<R><P><Id>a</Id>${visits}<Name>late</Name></P></R>`);
  assert.equal(tables.get("V")?.length, 100_000);
  assert.equal(tables.get("V")?.[99_999]?.Id, "a");
  assert.deepEqual(tables.get("P"), [{ row: "1", P_no: "1", Id: "a", Name: "late" }]);
});

test("staged columns are the record's ordinal, those around it, what it inherits and its own", () => {
  assert.deepEqual(stagedColumns(SHAPE.records[2] ?? { element: "", columns: [] }), [
    "F_no",
    "P_no",
    "V_no",
    "Id",
    "Day",
    "F",
  ]);
});

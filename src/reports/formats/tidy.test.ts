/** CSV and JSON hold the data behind a report, described for machines, and a spreadsheet runs nothing of it. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { blocksOf, type Report } from "../../domain/report/document.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { csvFormat } from "./csv.ts";
import { REPORT_FORMATS } from "./index.ts";
import { jsonFormat } from "./json.ts";
import { numberedReport } from "./json-schema.ts";

const report = sampleReport({ withGap: true });
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

test("each table of data is one CSV file, and one file says what its columns hold", async () => {
  const [figures, metadata, ...others] = await csvFormat.render(report);
  assert.deepEqual(others, []);
  assert.equal(figures?.name, "sample-figures-2025-26-Q4.csv");
  assert.equal(
    textOf(figures?.bytes),
    "reference,period,value,shorthand\r\n1.1,2025-26-Q4,71.428571,[p]\r\n1.2,2025-26-Q3,,[c]\r\n'=1.3,2025-26-Q4,1127,\r\n",
  );
  assert.equal(metadata?.name, "sample-2025-26-Q4.csv-metadata.json");
});

type Described = {
  readonly "@context": unknown;
  readonly notes: readonly { readonly body: string }[];
  readonly dialect: Readonly<Record<string, unknown>>;
  readonly tables: readonly {
    readonly url: string;
    readonly "dc:title": string;
    readonly tableSchema: {
      readonly columns: readonly { readonly name: string; readonly titles: string; readonly datatype: string }[];
    };
  }[];
};

/** What the W3C's vocabulary for tabular data requires of a table group (w3.org/TR/tabular-metadata). */
function assertTableGroup(metadata: Described, files: ReadonlyMap<string, string>): void {
  assert.deepEqual(metadata["@context"], ["http://www.w3.org/ns/csvw", { "@language": "en-GB" }]);
  assert.ok(metadata.tables.length > 0, "a group has at least one table");
  const dialect = ["encoding", "lineTerminators", "header"];
  assert.deepEqual(Object.keys(metadata.dialect), dialect);
  for (const note of metadata.notes) assert.equal(typeof note, "object");
  for (const { url, tableSchema } of metadata.tables) {
    const header = files.get(url)?.split("\r\n")[0];
    assert.ok(header !== undefined, `${url} is one of the files`);
    assert.equal(header, tableSchema.columns.map(({ titles }) => titles).join(","));
    const names = tableSchema.columns.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length, "names of columns are unlike each other");
    for (const name of names)
      assert.match(name, /^(?!_)(\w|%[0-9A-F]{2})+(\.(\w|%[0-9A-F]{2})+)*$/, "a URI template variable");
    for (const { datatype } of tableSchema.columns)
      assert.ok(["string", "number", "date"].includes(datatype), "a built-in datatype");
    assert.equal(new Set(metadata.tables.map((table) => table.url)).size, metadata.tables.length);
  }
}

async function csvOf(one: Report): Promise<{ metadata: Described; files: ReadonlyMap<string, string> }> {
  const files = await csvFormat.render(one);
  const metadata = files.find(({ type }) => type === "application/csvm+json");
  return {
    metadata: JSON.parse(textOf(metadata?.bytes)),
    files: new Map(
      files.filter(({ type }) => type.startsWith("text/csv")).map(({ name, bytes }) => [name, textOf(bytes)]),
    ),
  };
}

test("the metadata keep to the W3C's vocabulary and tell titles, types, shorthand, notes and marking", async () => {
  const { metadata, files } = await csvOf(report);
  assertTableGroup(metadata, files);
  assert.deepEqual(
    metadata.tables[0]?.tableSchema.columns.map(({ name, datatype }) => [name, datatype]),
    [
      ["reference", "string"],
      ["period", "string"],
      ["value", "number"],
      ["shorthand", "string"],
    ],
  );
  const notes = metadata.notes.map(({ body }) => body);
  assert.ok(notes.includes("[c] Hidden because it could tell of a person."));
  assert.ok(notes.includes(report.marking));
  assert.ok(notes.some((note) => note.startsWith("[note 1] ")));
});

test("a report without data of its own gives its tables, numbers exact and their shorthand beside them", async () => {
  const { metadata, files } = await csvOf({ ...report, data: [] });
  assertTableGroup(metadata, files);
  assert.equal(files.size, blocksOf(report).filter(({ kind }) => kind === "table").length);
  const card = files.get("sample-indicators-front-door-2025-26-Q4.csv") ?? "";
  const [header, ...rows] = card.split("\r\n");
  assert.equal(
    header,
    "reference,measure,target,q3_2025_26,q3_2025_26_shown,q4_2025_26,q4_2025_26_shown,rating,direction,trend,comment",
  );
  assert.match(rows[0] ?? "", /,68\.2,68\.2%,71\.428571,71\.4% \[p\],■ Red,↑ Improving,/);
  assert.match(rows[1] ?? "", /,,\[c\],0,0,/);
});

test("a report without tables gives its words", async () => {
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ kind }) => kind === "gap" || kind === "list"),
  }));
  const { metadata, files } = await csvOf({ ...report, data: [], sections });
  assertTableGroup(metadata, files);
  assert.match([...files.values()][0] ?? "", /Why 1\.1 is red, and what is being done/);
});

test("JSON is the report itself, with its numbers and its schema", async () => {
  const [file, schema] = await jsonFormat.render(report);
  const { numbering, $schema, ...rest } = JSON.parse(textOf(file?.bytes));
  assert.deepEqual(rest, JSON.parse(JSON.stringify(report)));
  assert.equal(numbering.labels.ratings, "Table 1");
  assert.equal($schema, schema?.name);
});

const ajvPath = "ajv/dist/2020.js";
const require = createRequire(import.meta.url);
const hasAjv = existsSync("node_modules/ajv/dist/2020.js");

test("the schema fits the report, and nothing that is not one", { skip: !hasAjv && "not installed: ajv" }, async () => {
  const [file, schema] = await jsonFormat.render(report);
  const { default: Ajv } = require(ajvPath);
  const validate = new Ajv({ strict: false }).compile(JSON.parse(textOf(schema?.bytes)));
  const document = JSON.parse(textOf(file?.bytes));
  assert.ok(validate(document), JSON.stringify(validate.errors));
  assert.equal(JSON.parse(textOf(schema?.bytes)).$schema, "https://json-schema.org/draft/2020-12/schema");
  for (const wrong of [
    { ...document, title: 1 },
    { ...document, audience: "everyone" },
    { ...document, sections: [{ ...document.sections[0], blocks: [{ kind: "picture" }] }] },
    Object.fromEntries(Object.entries(document).filter(([key]) => key !== "numbering")),
  ])
    assert.equal(validate(wrong), false);
});

test("everything a report may hold has its place in the schema", async () => {
  const [file] = await jsonFormat.render(report);
  assert.deepEqual(numberedReport.parse(JSON.parse(textOf(file?.bytes))), JSON.parse(textOf(file?.bytes)));
});

test("every format has an id of its own and refuses a report that breaks a rule", async () => {
  const ids = REPORT_FORMATS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const format of REPORT_FORMATS)
    await assert.rejects(format.render({ ...report, title: " " }), { code: "REPORT_INVALID" }, format.id);
});

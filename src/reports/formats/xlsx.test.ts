/** The workbook keeps the Analysis Function's rules for spreadsheets, holds every number as a number, and runs nothing. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { SaxesParser } from "saxes";
import { blocksOf, type Report } from "../../domain/report/document.ts";
import { AWKWARD } from "../sample/awkward-text.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { xlsxFormat } from "./xlsx.ts";

const skip = spawnSync("unzip", ["-v"]).error === undefined ? false : "not installed: unzip";
const folder = mkdtempSync(join(tmpdir(), "waymark-xlsx-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const report = sampleReport({ large: 297, withGap: true });
const path = join(folder, "report.xlsx");
const book = new Workbook();
const parts = new Map<string, string>();

/** The written file's parts by name, and a library's reading of it. */
before(async () => {
  const bytes = await bytesOf(report);
  await book.xlsx.load(Buffer.from(bytes) as never);
  writeFileSync(path, bytes);
  if (skip) return;
  const unzip = (...options: readonly string[]) =>
    execFileSync("unzip", [...options], { encoding: "utf8", maxBuffer: 1e8 });
  for (const name of unzip("-Z1", path).trim().split("\n"))
    parts.set(name, unzip("-p", path, name.replace(/[[\]]/g, "?")));
});

async function bytesOf(one: Report): Promise<Uint8Array> {
  const [file] = await xlsxFormat.render(one);
  return file?.bytes ?? new Uint8Array();
}

const rowsOf = (sheet: Worksheet): readonly (readonly unknown[])[] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.getRow(row + 1).cellCount }, (__, column) => sheet.getCell(row + 1, column + 1).value),
  );
const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "text" in value ? String(value.text) : String(value ?? "");
const texts = (sheet: Worksheet): readonly string[] => rowsOf(sheet).flatMap((row) => row.map(textOf));
const everything = (): readonly string[] => book.worksheets.flatMap(texts);
const named = (name: string): Worksheet => {
  const sheet = book.getWorksheet(name);
  assert.ok(sheet, name);
  return sheet;
};
const sheetParts = (): readonly (readonly [string, string])[] =>
  [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
const tableRanges = (): readonly { readonly from: number; readonly to: number; readonly columns: number }[] =>
  book.worksheets.slice(1).map(({ name }, index) => {
    const part = parts.get(`xl/tables/table${index + 1}.xml`) ?? "";
    const [, from, to] = / ref="A(\d+):[A-Z]+(\d+)"/.exec(part) ?? [];
    assert.ok(from !== undefined, name);
    return { from: Number(from), to: Number(to), columns: part.match(/<tableColumn /g)?.length ?? 0 };
  });

test("cover, contents, notes and shorthand come first, and every sheet has a name of its own that Excel takes", () => {
  const names = book.worksheets.map(({ name }) => name);
  assert.deepEqual(names.slice(0, 5), ["Cover", "Contents", "Notes", "Shorthand", "Text"]);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
  for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/);
});

test("the contents lead to every sheet by links that work", { skip }, () => {
  const links = [...(parts.get("xl/worksheets/sheet2.xml") ?? "").matchAll(/<hyperlink [^>]*location="'([^"]*)'!A1"/g)];
  assert.deepEqual(
    links.map(([, name]) => name),
    book.worksheets.slice(2).map(({ name }) => name),
  );
});

test("every sheet but the cover holds one table, with one header row, at the left edge and nothing below it", {
  skip,
}, () => {
  const ranges = tableRanges();
  for (const [index, sheet] of book.worksheets.slice(1).entries()) {
    const { from, to, columns } = ranges[index] ?? { from: 0, to: 0, columns: 0 };
    assert.match(parts.get(`xl/worksheets/_rels/sheet${index + 2}.xml.rels`) ?? "", /tables\/table\d+\.xml/);
    assert.equal(to, sheet.rowCount, sheet.name);
    assert.ok(to > from, sheet.name);
    assert.equal(sheet.columnCount, columns, sheet.name);
  }
});

test("headers are text, each its own, and the same in the table as in its cells", { skip }, () => {
  const ranges = tableRanges();
  for (const [index, sheet] of book.worksheets.slice(1).entries()) {
    const header = rowsOf(sheet)[(ranges[index]?.from ?? 1) - 1] ?? [];
    const part = parts.get(`xl/tables/table${index + 1}.xml`) ?? "";
    const told = [...part.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(
      header,
      told.map((name) => name?.replaceAll("&amp;", "&")),
      sheet.name,
    );
    assert.equal(new Set(told.map((name) => name?.toLowerCase())).size, told.length);
    assert.doesNotMatch(part, /headerRowCount="0"/);
  }
});

test("no cell of a table is empty, so that no row or column is", { skip }, () => {
  const ranges = tableRanges();
  for (const [index, sheet] of book.worksheets.slice(1).entries()) {
    const { from, columns } = ranges[index] ?? { from: 1, columns: 0 };
    for (const row of rowsOf(sheet).slice(from - 1)) {
      assert.equal(row.length, columns, sheet.name);
      for (const cell of row) assert.notEqual(textOf(cell).trim(), "", sheet.name);
    }
  }
});

test("tables have names that tell what they hold, each once", { skip }, () => {
  const names = [...parts].flatMap(([name, part]) =>
    name.startsWith("xl/tables/") ? [/displayName="([^"]+)"/.exec(part)?.[1] ?? ""] : [],
  );
  assert.deepEqual(names.slice(0, 4), ["contents", "notes", "shorthand", "words"]);
  assert.ok(names.includes("indicators"));
  assert.equal(new Set(names).size, book.worksheets.length - 1);
  for (const name of names) assert.match(name, /^[A-Za-z_]\w*$/);
});

test("column A says above each table what it is, how many there are, where notes are, what shorthand means and whence it comes", () => {
  for (const sheet of book.worksheets.slice(1)) {
    const above = rowsOf(sheet)
      .slice(0, 10)
      .filter((row) => row.filter((cell) => cell !== null).length === 1);
    assert.ok(
      above.some(([cell]) => String(cell).startsWith("This sheet contains one table")),
      sheet.name,
    );
  }
  const above = texts(named("Indicators")).slice(0, 200);
  for (const line of [
    "Tables 3 to 4: Indicators, Quarter 4 of 2025-26 (January to March 2026)",
    "OFFICIAL-SENSITIVE: internal, not for publication",
    "Notes are marked [note 1], [note 2] and so on; their words are on the sheet “Notes”.",
    "Shorthand [c]: Hidden because it could tell of a person.",
    "Source: Waymark; data as loaded on 2 April 2026.",
  ])
    assert.ok(above.includes(line), line);
  assert.ok(!texts(named("Indicators by rating")).some((text) => text.startsWith("Shorthand [c]")));
});

test("titles have a heading's style, and links a link's", { skip }, () => {
  const styles = parts.get("xl/styles.xml") ?? "";
  assert.match(styles, /<cellStyle name="Heading 1" xfId="1" builtinId="16"\/>/);
  const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*xfId="(\d)"/g)];
  for (const [name, part] of sheetParts()) {
    const style = Number(/<c r="A1" s="(\d+)"/.exec(part)?.[1]);
    assert.equal(formats[style]?.[1], "1", name);
  }
});

test("nothing is merged, split, hidden, frozen, filtered, drawn, filled in, or said by a macro, header or footer", {
  skip,
}, () => {
  const found = [...parts.keys()].filter((name) => /media|drawing|vba|comment|printerSettings/i.test(name));
  assert.deepEqual(found, []);
  const all = [...parts.values()].join("\n");
  assert.doesNotMatch(
    all,
    /<mergeCell|hidden="1"|state="(hidden|veryHidden|frozen)"|<pane|[aA]utoFilter|headerFooter|<f>|<f /,
  );
  const fills = /<fills.*<\/fills>/.exec(parts.get("xl/styles.xml") ?? "")?.[0] ?? "";
  assert.deepEqual(
    [...fills.matchAll(/patternType="(\w+)"/g)].map(([, kind]) => kind),
    ["none", "gray125"],
  );
});

test("every text in a table is wrapped, columns are wide enough for their words, and no row is too high to show", {
  skip,
}, () => {
  const formats = [
    ...(/<cellXfs.*<\/cellXfs>/.exec(parts.get("xl/styles.xml") ?? "")?.[0] ?? "").matchAll(/<xf .*?(?:\/>|<\/xf>)/g),
  ];
  for (const [name, part] of sheetParts().filter(([, xml]) => xml.includes("<tablePart "))) {
    const body = part.slice(part.indexOf(`<row r="${tableRanges()[Number(/\d+/.exec(name)?.[0]) - 2]?.from ?? 1}"`));
    for (const [, style] of body.matchAll(/<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"/g))
      assert.match(formats[Number(style)]?.[0] ?? "", /wrapText="1"/, name);
    for (const [, width] of part.matchAll(/<col [^>]*width="([\d.]+)"/g))
      assert.ok(Number(width) >= 10 && Number(width) <= 120, name);
    for (const [, height] of part.matchAll(/ ht="([\d.]+)"/g)) assert.ok(Number(height) <= 409, name);
  }
});

test("the cursor stands in A1 of the first sheet", { skip }, () => {
  assert.match(parts.get("xl/workbook.xml") ?? "", /activeTab="0"/);
  for (const [name, part] of sheetParts()) {
    assert.match(part, /<selection activeCell="A1" sqref="A1"\/>/, name);
    assert.equal(part.includes("tabSelected"), name.endsWith("/sheet1.xml"), name);
  }
});

test("title, subject, author, keywords, marking and language are filled in", { skip }, () => {
  const core = parts.get("docProps/core.xml") ?? "";
  for (const text of [
    report.title,
    report.subtitle,
    report.author,
    report.keywords.join(", "),
    report.marking,
    "en-GB",
  ])
    assert.ok(core.includes(`>${text}</`), text);
  assert.equal(book.title, report.title);
});

test("tables of the sections stand on one sheet, each row with its section", () => {
  const all = texts(named("Indicators"));
  assert.equal(all.filter((text) => text === "Front door").length, 3);
  assert.equal(all.filter((text) => text === "Everything else").length, 297);
});

test("numbers are numbers with a format, percentages as Excel holds them; marks stand beside them, and what is withheld is shorthand", () => {
  const sheet = named("Indicators");
  const numbers: { readonly value: unknown; readonly format: string }[] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "number") numbers.push({ value: cell.value, format: String(cell.numFmt) });
    }),
  );
  assert.ok(numbers.some(({ value, format }) => value === 0.71428571 && format === "#,##0.0%"));
  assert.ok(numbers.some(({ value, format }) => value === 1036 && format === "#,##0"));
  const header = rowsOf(sheet).find((row) => row.includes("Q4 2025-26")) ?? [];
  const marks = header.indexOf("Q4 2025-26: marks");
  assert.equal(marks, header.indexOf("Q4 2025-26") + 1);
  const assessed = rowsOf(sheet).find((row) => row[1] === "1.1") ?? [];
  assert.equal(assessed[marks], "[p]");
  assert.ok(texts(sheet).includes("[c]"));
});

test("a number every other format prints otherwise than Excel would stands as they print it", async () => {
  const odd = sampleReport();
  const cells = blocksOf(odd).flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap((row) => row.cells) : [],
  );
  const cell = cells.find((one) => one.kind === "number");
  assert.ok(cell?.kind === "number");
  Object.assign(cell, { shown: "93% (14 of 15)", value: 93.333, format: { decimals: 0, sign: "%" } });
  const written = new Workbook();
  await written.xlsx.load(Buffer.from(await bytesOf(odd)) as never);
  assert.ok(written.worksheets.flatMap(texts).includes("93% (14 of 15)"));
});

test("nothing is a formula, whatever it begins with, not even when somebody edits it; and no word is lost", {
  skip,
}, () => {
  for (const sheet of book.worksheets)
    for (const cell of rowsOf(sheet).flat())
      assert.ok(typeof cell !== "object" || cell === null || !("formula" in cell), sheet.name);
  assert.ok(everything().some((text) => text.includes(AWKWARD.join(" | "))));
  const data = sheetParts().find(([, part]) => part.includes("=1.3"))?.[1] ?? "";
  const style = Number(/<c r="A\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=1\.3</.exec(data)?.[1]);
  const formats = [...(parts.get("xl/styles.xml") ?? "").matchAll(/<xf .*?(?:\/>|<\/xf>)/g)].slice(3);
  assert.match(formats[style]?.[0] ?? "", /quotePrefix="1"/);
});

test("every heading, note, gap, chart's words and link's address of the report is there", () => {
  const all = everything().join("\n");
  for (const { text } of report.notes) assert.ok(all.includes(text));
  for (const block of blocksOf(report)) {
    if (block.kind === "heading" || block.kind === "gap")
      assert.ok(all.includes(block.kind === "gap" ? block.words : block.text));
    if (block.kind === "figure") assert.ok(all.includes(block.alt));
  }
  assert.ok(all.includes("The council’s pages (https://wexcombe.example/performance)"));
});

test("what every column holds is said in words", () => {
  const described = texts(named("Columns"));
  for (const text of ["What is counted.", "Movement since the last quarter.", "Exact, in per cent or cases."])
    assert.ok(described.includes(text), text);
});

test("every part is well-formed XML, whatever control signs and halves of signs a text has", { skip }, async () => {
  const odd = sampleReport();
  const [first] = odd.notes;
  assert.ok(first);
  Object.assign(first, { text: "bell \u0007, return \r\n, half \uD800, lookalike _x0041_ & <b>" });
  const [file] = await xlsxFormat.render(odd);
  writeFileSync(join(folder, "odd.xlsx"), file?.bytes ?? "");
  const names = execFileSync("unzip", ["-Z1", join(folder, "odd.xlsx")], { encoding: "utf8" })
    .trim()
    .split("\n");
  for (const name of names) {
    const parser = new SaxesParser();
    parser.on("error", (fault) => assert.fail(`${name}: ${fault.message}`));
    const xml = execFileSync("unzip", ["-p", join(folder, "odd.xlsx"), name.replace(/[[\]]/g, "?")], {
      encoding: "utf8",
    });
    parser.write(xml).close();
    if (xml.includes("lookalike"))
      assert.ok(xml.includes("bell _x0007_, return \n, half \uFFFD, lookalike _x005F_x0041_ &amp; &lt;b&gt;"));
  }
});

const validator = "../../../node_modules/@cj-tech-master/excelts/dist/esm/modules/excel/utils/ooxml-validator/index.js";

test("nothing in it is on a library's list of what Excel refuses to open", async () => {
  // Not among what the library offers, so looked for by its file.
  const { validateXlsxBuffer } = await import(validator);
  const { ok, problems } = await validateXlsxBuffer(await bytesOf(report), { maxProblems: 5 });
  assert.deepEqual(problems, []);
  assert.equal(ok, true);
});

test("the same report gives the same bytes", async () => {
  assert.deepEqual(await bytesOf(sampleReport()), await bytesOf(sampleReport()));
});

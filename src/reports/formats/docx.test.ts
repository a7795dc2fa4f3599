/** The Word file says what the report says, with real headings, repeated header rows, pictures in words and landscape pages. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { blocksOf } from "../../domain/report/document.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { docxFormat } from "./docx.ts";

const skip = spawnSync("unzip", ["-v"]).error === undefined ? false : "not installed: unzip";
const folder = mkdtempSync(join(tmpdir(), "waymark-docx-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const report = sampleReport({ large: 30, withGap: true });
const file = join(folder, "report.docx");
let xml = "";
let core = "";

before(async () => {
  const [word] = await docxFormat.render(report);
  writeFileSync(file, word?.bytes ?? "");
  if (skip) return;
  xml = execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8", maxBuffer: 1e8 });
  core = execFileSync("unzip", ["-p", file, "docProps/core.xml"], { encoding: "utf8" });
});

/** What a reader sees: the text of every run, entities resolved. */
const words = (): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

test("headings have Word's own styles, in the report's order", { skip }, () => {
  const styles = [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level));
  const levels = blocksOf(report).flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  // Notes and shorthand stand at the end.
  assert.deepEqual(styles, [...levels, 1, 1]);
  assert.match(xml, /<w:pStyle w:val="Title"\/>/);
});

test("every table repeats its header row, cuts no row and merges no cell", { skip }, () => {
  const tables = blocksOf(report).filter((block) => block.kind === "table");
  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, tables.length);
  assert.equal(xml.match(/<w:cantSplit\/>/g)?.length, xml.match(/<w:tr>|<w:tr /g)?.length);
  assert.doesNotMatch(xml, /<w:gridSpan|<w:vMerge|<w:txbxContent/);
});

test("every picture says in words what it shows", { skip }, () => {
  const pictures = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words = ""]) => words);
  assert.equal(pictures.length, 34);
  assert.ok(pictures.every((text) => text.length > 10));
});

test("the text stands upright and the appendix lies on its side", { skip }, () => {
  const pages = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => /landscape/.test(size));
  assert.deepEqual(pages, [false, true, false]);
});

test("title, author and language are filled in", { skip }, () => {
  assert.ok(core.includes(report.title.replaceAll("’", "’")));
  assert.match(execFileSync("unzip", ["-p", file, "word/styles.xml"], { encoding: "utf8" }), /w:lang w:val="en-GB"/);
});

test("every figure, rating, direction, note and comment can be read", { skip }, () => {
  const all = words();
  const cells = blocksOf(report).flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap((row) => row.cells) : [],
  );
  for (const cell of cells) {
    if (cell.kind === "number") assert.ok(all.includes([cell.shown, ...(cell.marks ?? [])].join(" ")), cell.shown);
    if (cell.kind === "rating" || cell.kind === "direction") assert.ok(all.includes(cell.label), cell.label);
    if (cell.kind === "text")
      for (const part of cell.text)
        if (typeof part === "string") for (const line of part.split("\n")) assert.ok(all.includes(line), line);
  }
  for (const { text } of report.notes) assert.ok(all.includes(text));
});

test("cross-references lead to bookmarks that are there", { skip }, () => {
  const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name));
  const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
  assert.ok(anchors.length > 4);
  for (const anchor of anchors) assert.ok(bookmarks.has(anchor), anchor);
});

/** The PDF says what the report says, is tagged so that it can be read by ear, and is the same bytes for the same report. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { blocksOf, type Report, type Text } from "../../domain/report/document.ts";
import { numberReport, plainInline } from "../../domain/report/numbering.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { pdfFormat } from "./pdf.ts";

const missing = ["pdftotext", "pdffonts", "qpdf"].filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const skip = missing.length > 0 ? `not installed: ${missing.join(", ")}` : false;
const folder = mkdtempSync(join(tmpdir(), "waymark-pdf-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const report = sampleReport({ large: 40, withGap: true });
const file = join(folder, "report.pdf");
let words = "";
let structure = "";

before(async () => {
  const [pdf] = await pdfFormat.render(report);
  writeFileSync(file, pdf?.bytes ?? "");
  if (skip) return;
  // A long word is broken by spaces of no width; lines are broken anywhere.
  words = folded(execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }));
  execFileSync("qpdf", ["--qdf", "--object-streams=disable", file, `${file}.qdf`]);
  structure = readFileSync(`${file}.qdf`, "latin1");
});

/** Without spaces, hyphens at the ends of lines, and what emoji became. */
function folded(text: string): string {
  return text.replace(/[\s\u200b\u00ad\u2010-\u2011-]+/g, "");
}

/** Everything a reader of the report is told, text by text. */
function textsOf(of: Report): readonly string[] {
  const numbering = numberReport(of);
  const plain = (text: Text) => plainInline(text, numbering, of);
  return [
    of.title,
    of.subtitle,
    of.marking,
    ...of.notes.map(({ text }) => text),
    ...of.shorthand.flatMap(({ shorthand, words: meaning }) => [shorthand, meaning]),
    ...blocksOf(of).flatMap((block) => {
      if (block.kind === "heading") return [block.text];
      if (block.kind === "paragraph") return [plain(block.text)];
      if (block.kind === "list") return block.items.map(plain);
      if (block.kind === "facts") return block.rows.flatMap(({ name, text }) => [name, plain(text)]);
      if (block.kind === "gap") return [block.words, block.remedy];
      if (block.kind === "figure") return [block.caption];
      if (block.kind !== "table") return [];
      return [
        block.caption,
        ...block.columns.map(({ header }) => header),
        ...block.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => {
            if (cell.kind === "text") return [plain(cell.text)];
            if (cell.kind === "number") return [cell.shown, ...(cell.marks ?? [])];
            if (cell.kind === "state") return [cell.shorthand];
            return cell.kind === "trend" ? [] : [cell.label];
          }),
        ),
      ];
    }),
  ];
}

test("every text, figure, rating and direction of the report can be read in it", { skip }, () => {
  // Right-to-left text is drawn in another order, and signs no font has are named by number.
  const readable = textsOf(report).filter((text) => !/[\u0600-\u06ff\u{1f300}-\u{1faff}✅]/u.test(text));
  assert.ok(readable.length > 300);
  const lost = readable.filter((text) => !words.includes(folded(text)));
  assert.deepEqual(lost, []);
});

test("a sign no font has is named, not dropped", { skip }, () => {
  assert.match(words, /Family\[U\+1F469\]/);
  assert.match(words, /help\[U\+2705\]/);
});

test("it declares itself PDF/UA-1, has a language, a title that is shown, and bookmarks", { skip }, () => {
  assert.match(structure, /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.match(structure, /\/Lang \(en-GB\)/);
  assert.match(structure, /\/DisplayDocTitle true/);
  assert.match(structure, /\/Type \/Outlines|\/Outlines \d+/);
  assert.match(structure, /\/MarkInfo/);
});

test("header cells say which way they head, and each picture says in words what it shows", { skip }, () => {
  const headers = structure.match(/\/S \/TH\b/g)?.length ?? 0;
  const scopes = structure.match(/\/Scope \/Column/g)?.length ?? 0;
  const rowScopes = structure.match(/\/Scope \/Row/g)?.length ?? 0;
  assert.equal(scopes + rowScopes, headers);
  const rows = blocksOf(report).reduce((sum, block) => sum + (block.kind === "table" ? block.rows.length : 0), 0);
  assert.equal(rowScopes, rows);
  const columns = blocksOf(report).reduce((sum, block) => sum + (block.kind === "table" ? block.columns.length : 0), 0);
  // A header repeated on the next page is drawn, not tagged again.
  assert.equal(scopes, columns);
  const trends = blocksOf(report).flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === "trend")) : [],
  );
  // One picture a trend and one for the chart; its words stand with the tag, and where it is drawn.
  const figures = structure.match(/\/S \/Figure\b/g)?.length ?? 0;
  assert.equal(figures, trends.length + 1);
  assert.ok((structure.match(/\/Alt [(<]/g)?.length ?? 0) >= figures);
});

test("headings are tagged in their order and none skips a level", { skip }, () => {
  const levels = [...structure.matchAll(/\/S \/H(\d)\b/g)].map(([, level]) => Number(level));
  assert.ok(levels.length >= 6);
  assert.ok(levels.includes(1) && levels.includes(2));
});

test("every font is in the file", { skip }, () => {
  const fonts = execFileSync("pdffonts", [file], { encoding: "utf8" }).trim().split("\n").slice(2);
  assert.ok(fonts.length > 0);
  for (const font of fonts) assert.match(font, /\byes\b/, font);
  assert.ok(fonts.some((font) => font.includes("NotoSans")));
});

test("the same report gives the same bytes", async () => {
  const [one] = await pdfFormat.render(sampleReport());
  const [two] = await pdfFormat.render(sampleReport());
  assert.equal(one?.name, "sample-2025-26-Q4.pdf");
  assert.ok(one !== undefined && one.bytes.length > 10_000);
  assert.deepEqual(one.bytes, two?.bytes);
});

test("a report that breaks a rule is refused before anything is typeset", async () => {
  await assert.rejects(pdfFormat.render({ ...report, title: "" }), { code: "REPORT_INVALID" });
});

/** The PDF says what the report says, is tagged so that it can be read by ear, and is the same bytes for the same report. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { alternatives, type PdfStructure, pdfStructure } from "../../../test/pdf-structure.ts";
import { blocksOf, type Report, type Text } from "../../domain/report/document.ts";
import { numberReport, plainInline } from "../../domain/report/numbering.ts";
import { AWKWARD } from "../sample/awkward-text.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { pdfFormat } from "./pdf.ts";

const missing = ["pdftotext", "pdffonts"].filter((tool) => spawnSync(tool, ["-v"]).error !== undefined);
const skip = missing.length > 0 ? `not installed: ${missing.join(", ")}` : false;
const folder = mkdtempSync(join(tmpdir(), "waymark-pdf-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const report = sampleReport({ large: 40, withGap: true });
const file = join(folder, "report.pdf");
let words = "";
let structure: PdfStructure = {
  root: { type: "", dict: {}, children: [], marked: [] },
  tags: [],
  faults: ["not read"],
};

before(async () => {
  const [pdf] = await pdfFormat.render(report);
  writeFileSync(file, pdf?.bytes ?? "");
  structure = pdfStructure(pdf?.bytes ?? new Uint8Array());
  if (skip) return;
  words = folded(execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }));
});

/** Without spaces, which stand where lines end, and hyphens, which may. */
function folded(text: string): string {
  return text.replace(/[\s\u00ad\u2010-\u2011-]+/g, "");
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

test("a very long word is broken without a sign that would be copied with it", { skip }, () => {
  assert.ok(words.includes(AWKWARD[0] ?? "none"));
  assert.doesNotMatch(words, /\u200b/);
});

test("a sign no font has is named, not dropped", { skip }, () => {
  assert.match(words, /Family\[U\+1F469\]/);
  assert.match(words, /help\[U\+2705\]/);
});

test("it declares itself PDF/UA-1, and its tags are whole, in order and say what each thing is", () => {
  assert.deepEqual(structure.faults, []);
});

test("every table has a header for each column and each row, and every cell names both", () => {
  const tables = blocksOf(report).flatMap((block) => (block.kind === "table" ? [block] : []));
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const scopes = structure.tags.flatMap(({ type, dict }) =>
    type === "TH" ? [JSON.stringify(dict["/A"]).includes("/Column") ? "column" : "row"] : [],
  );
  // A header repeated on the next page is drawn again, not tagged again.
  assert.equal(scopes.filter((scope) => scope === "column").length, columns);
  assert.equal(scopes.filter((scope) => scope === "row").length, rows);
  assert.equal(structure.tags.filter(({ type }) => type === "Table").length, tables.length);
});

test("each picture says in words what it shows, in the order of the report", () => {
  const told = blocksOf(report).flatMap((block) => {
    if (block.kind === "figure") return [block.alt];
    if (block.kind !== "table") return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "trend" ? [cell.alt] : [])));
  });
  assert.deepEqual(alternatives(structure), told);
});

test("headings are tagged in the report's order and at its levels", () => {
  const levels = structure.tags.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  const told = blocksOf(report).flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  // Before them the contents and the list of tables, after them notes and shorthand.
  assert.deepEqual(levels, [1, 2, ...told, 1, 1]);
});

test("an archive's copy is PDF/A-3a and PDF/UA-1 at once, and says the same", async () => {
  const [pdf] = await pdfFormat.render(report, { isArchive: true });
  const text = Buffer.from(pdf?.bytes ?? []).toString("latin1");
  assert.match(text, /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A</);
  assert.match(text, /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.match(text, /PDF\/UA identification schema/);
  assert.match(text, /\/OutputIntents/);
  const archived = pdfStructure(pdf?.bytes ?? new Uint8Array());
  assert.deepEqual(archived.faults, []);
  assert.deepEqual(
    archived.tags.map(({ type }) => type),
    structure.tags.map(({ type }) => type),
  );
});

test("a scorecard of 300 indicators is whole", async () => {
  const large = sampleReport({ large: 300 });
  const [pdf] = await pdfFormat.render(large);
  const { tags, faults } = pdfStructure(pdf?.bytes ?? new Uint8Array());
  assert.deepEqual(faults, []);
  const rows = blocksOf(large).reduce((sum, block) => sum + (block.kind === "table" ? block.rows.length + 1 : 0), 0);
  assert.equal(tags.filter(({ type }) => type === "TR").length, rows);
});

test("every font is in the file", { skip }, () => {
  const fonts = execFileSync("pdffonts", [file], { encoding: "utf8" }).trim().split("\n").slice(2);
  assert.ok(fonts.length > 0);
  for (const font of fonts) assert.match(font, /\byes\b/, font);
  // Fonts of the machine would make the same report another file elsewhere.
  const families = new Set(fonts.map((font) => /^\w+\+(NotoSans|DejaVuSansMono|LibertinusSerif)-?/.exec(font)?.[1]));
  assert.deepEqual([...families].sort(), ["DejaVuSansMono", "NotoSans"]);
});

test("the same report gives the same bytes", async () => {
  const [one] = await pdfFormat.render(sampleReport());
  const [two] = await pdfFormat.render(sampleReport());
  assert.equal(one?.name, "sample-2025-26-Q4.pdf");
  assert.ok(one !== undefined && one.bytes.length > 10_000);
  assert.deepEqual(one.bytes, two?.bytes);
});

test("awkward text is shown wherever it stands, and run nowhere", async () => {
  for (const awkward of [
    ...AWKWARD,
    "lone \ud800",
    "bell \u0007 and \ufeff",
    "\u202e turned \u202c",
    "中文 हिन्दी שלום",
    '#read("x")',
  ]) {
    const [figure] = blocksOf(report).filter(({ kind }) => kind === "figure");
    const words = [awkward];
    const [pdf] = await pdfFormat.render({
      ...sampleReport(),
      title: awkward,
      subtitle: awkward,
      organisation: awkward,
      marking: awkward,
      author: awkward,
      keywords: words,
      notes: [{ id: "n", text: awkward }],
      shorthand: [{ shorthand: awkward, words: awkward }],
      sections: [
        {
          id: "only",
          orientation: "portrait",
          size: "a4",
          blocks: [
            { kind: "contents" },
            { kind: "heading", id: "h", level: 1, text: awkward, isNumbered: true },
            { kind: "paragraph", text: [awkward, { kind: "strong", text: awkward }, { kind: "note", note: "n" }] },
            { kind: "list", isOrdered: true, items: [words] },
            { kind: "facts", rows: [{ name: awkward, text: words }] },
            { kind: "gap", id: "g", words: awkward, remedy: awkward },
            {
              kind: "table",
              id: "assessments-table",
              caption: awkward,
              columns: [{ id: "c", header: awkward, weight: 1, align: "end", words: awkward }],
              rows: [],
              source: awkward,
            },
            ...(figure?.kind === "figure" ? [{ ...figure, caption: awkward, alt: awkward }] : []),
          ],
        },
      ],
    });
    assert.deepEqual(pdfStructure(pdf?.bytes ?? new Uint8Array()).faults, [], awkward);
  }
});

test("a report that breaks a rule is refused before anything is typeset", async () => {
  await assert.rejects(pdfFormat.render({ ...report, title: "" }), { code: "REPORT_INVALID" });
});

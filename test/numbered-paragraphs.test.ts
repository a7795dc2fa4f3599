/** Committee papers number every paragraph under its heading: the same numbers in every format, and Word counts them itself. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { AppError } from "../src/domain/errors.ts";
import type { Block, Report } from "../src/domain/report/document.ts";
import { numberReport } from "../src/domain/report/numbering.ts";
import { readCatalogue } from "../src/measures/catalogue.ts";
import { readReportTemplate } from "../src/measures/read-report-template.ts";
import { childOf, descendants, type Element, textOf, wordValue } from "../src/reports/formats/docx/xml.ts";
import type { FormatId, RenderOptions } from "../src/reports/formats/format.ts";
import { REPORT_FORMATS } from "../src/reports/formats/index.ts";
import { type OpenedWord, openedWord } from "../src/reports/sample/opened-word.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";
import { sampleWordBase } from "../src/reports/sample/sample-word-base.ts";
import { officeTexts, pandocText, pdfText, skipWithout } from "./report-text/extract.ts";
import { even } from "./report-text/pieces.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-numbered-paragraphs-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const numbered = (id: string, words: string): Block => ({ kind: "paragraph", id, text: [words], isNumbered: true });
const heading = (id: string, level: 1 | 2 | 3, isNumbered = true): Block => ({
  kind: "heading",
  id,
  level,
  text: `Heading of ${id}`,
  isNumbered,
});

/** Paragraphs of three levels, one yet to be written, and one below a heading without a number. */
const SHALLOW: readonly Block[] = [
  heading("reasons", 1),
  numbered("first", "Seeing the same figures lets the committee find what falls short."),
  {
    kind: "paragraph",
    id: "second",
    text: ["As ", { kind: "reference", to: "first" }, " and ", { kind: "reference", to: "legal-words" }, " say."],
    isNumbered: true,
  },
  { kind: "list", isOrdered: true, isLettered: true, items: [["note the figures; and"], ["ask again."]] },
  { kind: "gap", id: "to-write", words: "What the risks are", remedy: "Only you can say.", isNumbered: true },
  heading("legal", 2),
  numbered("legal-words", "No legal implications arise."),
  heading("notes", 1, false),
  numbered("bare", "Nobody numbers these words."),
];
const DEEP: readonly Block[] = [
  ...SHALLOW,
  heading("more", 1),
  heading("wards", 2),
  heading("north", 3),
  numbered("deep", "Four levels down."),
];

const reportOf = (blocks: readonly Block[]): Report => ({
  ...sampleReport(),
  sections: [{ id: "all", orientation: "portrait", size: "a4", blocks }],
  notes: [],
  shorthand: [],
  data: [],
});
const deep = reportOf(DEEP);

/** What a reader of any format finds before the words. */
const EXPECTED = [
  ["1.1", "Seeing the same figures"],
  ["1.2", "As paragraph 1.1 and paragraph 1.4.1 say."],
  ["1.3", "Still to be written: What the risks are"],
  ["1.4", "Heading of legal"],
  ["1.4.1", "No legal implications arise."],
  ["2.1.1", "Heading of north"],
  ["2.1.1.1", "Four levels down."],
] as const;

async function bytesOf(format: FormatId, report = deep, options: RenderOptions = {}): Promise<Uint8Array> {
  const [file] = (await REPORT_FORMATS.find(({ id }) => id === format)?.render(report, options)) ?? [];
  assert.ok(file);
  return file.bytes;
}

async function written(format: FormatId): Promise<string> {
  const path = join(folder, `report.${format}`);
  writeFileSync(path, await bytesOf(format));
  return path;
}

function assertNumbered(extracted: string): void {
  const text = even(extracted);
  for (const [number, words] of EXPECTED) assert.ok(text.includes(even(`${number} ${words}`)), `${number} ${words}`);
  assert.doesNotMatch(text, /\dNobodynumbers/);
}

test("the PDF has the numbers before the words", { skip: skipWithout("pdftotext") }, async () =>
  assertNumbered(pdfText(await written("pdf"))),
);

test("the HTML file has the numbers as words that are read and copied", { skip: skipWithout("pandoc") }, async () =>
  assertNumbered(pandocText(await written("html"), "html")),
);

test("LibreOffice shows the numbers Word counts", { skip: skipWithout("soffice") }, async () => {
  const path = await written("docx");
  assertNumbered(officeTexts([path], join(folder, "office")).get(path) ?? "");
});

test("the workbook’s and the CSV’s words begin with their numbers", async () => {
  const csv = Buffer.from(await bytesOf("csv")).toString("utf8");
  for (const [number, words] of EXPECTED.filter(([, said]) => !said.startsWith("Heading")))
    assert.ok(csv.includes(`${number} ${words}`), number);
  assert.doesNotMatch(csv, /\d Nobody/);
});

test("JSON lists the numbers of paragraphs in reading order", async () => {
  const { numbering } = JSON.parse(Buffer.from(await bytesOf("json")).toString("utf8"));
  assert.deepEqual(numbering.paragraphs, [
    { number: "1.1", id: "first" },
    { number: "1.2", id: "second" },
    { number: "1.3", id: "to-write" },
    { number: "1.4.1", id: "legal-words" },
    { number: "2.1.1.1", id: "deep" },
  ]);
});

const styleOf = (one: Element) => wordValue(childOf(one, "w:pPr"), "w:pStyle") ?? "";
const nameOf = (word: OpenedWord, id: string) => wordValue(word.style(id), "w:name");

function paragraphOf(word: OpenedWord, words: string): Element {
  const found = descendants(word.document, "w:p").find((one) => textOf(one).startsWith(words));
  assert.ok(found, words);
  return found;
}

test("Word counts paragraphs with the headings in one list, in styles of their own, and none is typed", async () => {
  const word = openedWord(await bytesOf("docx"));
  for (const [number, words] of EXPECTED) assert.equal(word.numbers.get(paragraphOf(word, words)), number, words);
  assert.equal(word.numbers.get(paragraphOf(word, "Nobody numbers")), undefined);
  assert.equal(nameOf(word, styleOf(paragraphOf(word, "Seeing the same"))), "Numbered Paragraph 2");
  assert.equal(nameOf(word, styleOf(paragraphOf(word, "No legal"))), "Numbered Paragraph 3");
  assert.equal(nameOf(word, styleOf(paragraphOf(word, "Four levels"))), "Numbered Paragraph 4");
  for (const { attributes } of descendants(word.numbering, "w:pStyle"))
    assert.ok(word.style(attributes["w:val"] ?? ""), `a list names the style ${attributes["w:val"]}`);
});

test("within a council’s document that does not number headings our own list counts", async () => {
  const word = openedWord(await bytesOf("docx", deep, { wordBase: sampleWordBase() }));
  for (const [number, words] of EXPECTED) assert.equal(word.numbers.get(paragraphOf(word, words)), number, words);
});

test("within a council’s document that numbers headings its list counts paragraphs too, and references agree", async () => {
  const report = reportOf(SHALLOW);
  const word = openedWord(await bytesOf("docx", report, { wordBase: sampleWordBase({ isNumbered: true }) }));
  // The council's own locked heading is its first.
  assert.equal(word.numbers.get(paragraphOf(word, "Heading of reasons")), "2.0");
  assert.equal(word.numbers.get(paragraphOf(word, "Seeing the same")), "2.1");
  assert.equal(word.numbers.get(paragraphOf(word, "As paragraph 2.1 and paragraph 2.4.1 say.")), "2.2");
  assert.equal(word.numbers.get(paragraphOf(word, "Still to be written")), "2.3");
  assert.equal(word.numbers.get(paragraphOf(word, "No legal")), "2.4.1");
});

test("where the council numbers too few levels, all are counted by ours", async () => {
  const word = openedWord(await bytesOf("docx", deep, { wordBase: sampleWordBase({ isNumbered: true }) }));
  assert.equal(word.numbers.get(paragraphOf(word, "Four levels")), "2.1.1.1");
  assert.equal(word.numbers.get(paragraphOf(word, "Heading of reasons")), "1");
});

const catalogue = readCatalogue(["catalogue"]);

test("both committee papers number their paragraphs, other reports do not", () => {
  const numbering = [...catalogue.reports.values()].filter(({ numberParagraphs }) => numberParagraphs === true);
  assert.deepEqual(numbering.map(({ id }) => id).sort(), ["committee-report-2016", "committee-report-2018"]);
});

const template = (lines: string, see: string) => `id: ours
title: Ours
description: Ours.
reportTitle: Ours
subject: scorecard
audience: published
${lines}
sections:
  - { id: a, heading: A, content: [{ kind: text, id: a-text, text: Words. }] }
  - { id: b, heading: B, numberParagraphs: false, content: [{ kind: text, id: b-text, text: "See {see:${see}}." }] }
`;

test("a template may refer to a text that has a number, and is told where one has none", () => {
  const read = (lines: string, see: string) => readReportTemplate(template(lines, see), "reports/ours.yaml", catalogue);
  assert.equal(read("numberParagraphs: true", "a-text").numberParagraphs, true);
  for (const [lines, see] of [
    ["numberParagraphs: false", "a-text"],
    ["numberParagraphs: true", "b-text"],
  ] as const)
    assert.throws(
      () => read(lines, see),
      (fault: AppError) => fault instanceof AppError && fault.message.includes(`{see:${see}}`),
    );
});

test("a report without numbered paragraphs keeps its headings where they were", async () => {
  assert.equal(numberReport(sampleReport()).paragraphs.size, 0);
  const word = openedWord(await bytesOf("docx", sampleReport()));
  const suffixes = descendants(word.numbering, "w:suff").map(({ attributes }) => attributes["w:val"]);
  assert.deepEqual([...new Set(suffixes)], ["space"]);
});

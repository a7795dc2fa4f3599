/** The Word file says what the report says, with numbers of styles, fields that hold their words, repeated header rows, pictures in words and landscape pages. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { blocksOf, type Report } from "../../domain/report/document.ts";
import { numberReport, referenceText } from "../../domain/report/numbering.ts";
import { type OpenedWord, openedWord } from "../sample/opened-word.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { fieldsIn } from "./docx/fields.ts";
import { childOf, childrenOf, descendants, type Element, textOf, wordValue } from "./docx/xml.ts";
import { docxFormat } from "./docx.ts";

const report = sampleReport({ large: 30, withGap: true });
let word: OpenedWord;

before(async () => {
  word = await rendered(report);
});

async function rendered(one: Report): Promise<OpenedWord> {
  const [file] = await docxFormat.render(one);
  return openedWord(file?.bytes ?? new Uint8Array());
}

const styleOf = (paragraph: Element): string => wordValue(childOf(paragraph, "w:pPr"), "w:pStyle") ?? "Normal";
const paragraphs = (): readonly Element[] => descendants(word.document, "w:p");
const headings = (): readonly Element[] => paragraphs().filter((one) => /^(Waymark)?Heading\d$/.test(styleOf(one)));

test("headings have Word's own styles, in the report's order, and no number is typed into one", () => {
  const expected = blocksOf(report).flatMap((block) =>
    block.kind === "heading" ? [[`${block.isNumbered ? "" : "Waymark"}Heading${block.level}`, block.text]] : [],
  );
  assert.deepEqual(
    headings().map((one) => [styleOf(one), textOf(one)]),
    // Notes and shorthand stand at the end.
    [...expected, ["WaymarkHeading1", "Notes"], ["WaymarkHeading1", "Shorthand"]],
  );
  assert.equal(paragraphs().filter((one) => styleOf(one) === "Title").length, 1);
});

test("the numbers Word counts are the numbers of the report, and unnumbered headings have none", () => {
  const { headings: counted } = numberReport(report);
  const expected = blocksOf(report).flatMap((block) => (block.kind === "heading" ? [counted.get(block.id)] : []));
  assert.deepEqual(
    headings().map((one) => word.numbers.get(one) ?? ""),
    [...expected, "", ""],
  );
  assert.ok(expected.includes("1.1.1") && expected.includes(""));
});

test("headings are numbered by their styles, not one by one, and those without a number rest on those with one", () => {
  for (const heading of headings()) assert.equal(childOf(childOf(heading, "w:pPr"), "w:numPr"), undefined);
  assert.equal(wordValue(word.style("WaymarkHeading1"), "w:basedOn"), "Heading1");
});

test("each ordered list begins at 1, and its numbers are not typed", async () => {
  const items = [["Tell the school."], ["Visit the child."]];
  const list = { kind: "list", isOrdered: true, items } as const;
  const [front, ...rest] = report.sections;
  assert.ok(front);
  const lists = await rendered({ ...report, sections: [{ ...front, blocks: [list, ...front.blocks, list] }, ...rest] });
  const numbered = descendants(lists.document, "w:p").filter((one) => styleOf(one) === "ListNumber");
  assert.deepEqual(
    numbered.map((one) => [lists.numbers.get(one), textOf(one)]),
    [...items, ...items].map(([text], index) => [`${(index % 2) + 1}.`, text]),
  );
});

test("captions count their tables and figures by a field that already holds the number", () => {
  const { labels } = numberReport(report);
  const captions = paragraphs().filter((one) => styleOf(one) === "Caption");
  const captioned = blocksOf(report).filter((block) => block.kind === "table" || block.kind === "figure");
  assert.deepEqual(
    captions.map(textOf),
    captioned.map(({ id, caption }) => `${labels.get(id)}: ${caption}`),
  );
  for (const caption of captions) assert.match(fieldsIn(caption)[0]?.code ?? "", /^SEQ (Table|Figure) /);
  // A caption is never left at the foot of a page.
  assert.ok(childOf(childOf(word.style("Caption"), "w:pPr"), "w:keepNext"));
});

test("cross-references are fields that lead to a bookmark there is, and hold the right words before Word counts again", () => {
  const bookmarks = new Map(
    paragraphs().flatMap((one) =>
      childrenOf(one, "w:bookmarkStart").map(({ attributes }) => [attributes["w:name"], one]),
    ),
  );
  const references = fieldsIn(word.document).filter(({ code }) => code.startsWith("REF "));
  assert.ok(references.length >= 3);
  for (const { code, words } of references) {
    const [, anchor, asked = ""] = /^REF (\S+) (.*)$/.exec(code) ?? [];
    const target = bookmarks.get(anchor);
    assert.ok(target, code);
    if (asked.includes("\\r")) assert.equal(words, word.numbers.get(target));
    else assert.ok(textOf(target).startsWith(words), `${words}: ${textOf(target)}`);
  }
  const numbering = numberReport(report);
  const all = textOf(word.document);
  assert.ok(
    all.includes(`see ${referenceText("ratings", numbering, report)} and ${referenceText("reds", numbering, report)}.`),
  );
});

test("contents are a field whose entries and pages are written already", () => {
  const entries = paragraphs().filter((one) => /^TOC\d$/.test(styleOf(one)));
  assert.deepEqual(
    entries.map((one) => textOf(one).replace(/ \d+$/, "")),
    ["1 Report summary", "1.1 What is red", "Appendix: the scorecard", "Notes", "Shorthand"],
  );
  assert.ok(entries.every((one) => / \d+$/.test(textOf(one))));
  const codes = descendants(word.document, "w:instrText").map(({ children }) => children.join(""));
  assert.equal(codes.filter((code) => /^TOC .*"1-2".*"Heading 1 Unnumbered,1,/.test(code)).length, 1);
});

test("every table repeats its header row, cuts no row, merges no cell, leaves none empty and names its first column", () => {
  const tables = descendants(word.document, "w:tbl");
  assert.equal(tables.length, blocksOf(report).filter(({ kind }) => kind === "table").length);
  for (const table of tables) {
    const rows = childrenOf(table, "w:tr");
    assert.deepEqual(
      rows.map((row) => descendants(row, "w:tblHeader").length),
      rows.map((_, index) => (index === 0 ? 1 : 0)),
    );
    assert.ok(rows.every((row) => descendants(row, "w:cantSplit").length === 1));
    const cells = descendants(table, "w:tc");
    assert.ok(cells.every((cell) => textOf(cell).trim() !== "" || descendants(cell, "wp:docPr").length === 1));
    const look = descendants(table, "w:tblLook")[0]?.attributes ?? {};
    assert.deepEqual([look["w:firstRow"], look["w:firstColumn"]], ["true", "true"]);
  }
  for (const name of ["w:gridSpan", "w:vMerge", "w:txbxContent"])
    assert.equal(descendants(word.document, name).length, 0);
});

test("columns have widths that add up to the table's, and the table fits between the margins", () => {
  for (const table of descendants(word.document, "w:tbl")) {
    const widths = childrenOf(childOf(table, "w:tblGrid") ?? table, "w:gridCol").map(({ attributes }) =>
      Number(attributes["w:w"]),
    );
    const total = widths.reduce((sum, width) => sum + width, 0);
    assert.ok(total === 11_906 - 2 * 1134 || total === 16_838 - 2 * 794, `${total}`);
    assert.equal(`${total}`, descendants(table, "w:tblW")[0]?.attributes["w:w"]);
  }
});

test("a table's title and description tell what it holds", () => {
  const tables = blocksOf(report).filter((block) => block.kind === "table");
  const said = descendants(word.document, "w:tblPr").map((one) => [
    wordValue(one, "w:tblCaption"),
    wordValue(one, "w:tblDescription"),
  ]);
  assert.deepEqual(
    said.map(([title]) => title),
    tables.map(({ caption }) => caption),
  );
  assert.match(said[0]?.[1] ?? "", /^5 rows under one header row\. Rating: Red, amber, green or not rated\./);
});

test("every picture says in words what it shows, and older readers get one as well", () => {
  const pictures = descendants(word.document, "wp:docPr").map(({ attributes }) => attributes);
  assert.equal(pictures.length, 34);
  assert.ok(pictures.every(({ descr = "" }) => descr.length > 10));
  assert.equal(new Set(pictures.map(({ id }) => id)).size, 34);
  const names = [...word.parts.keys()].filter((name) => name.startsWith("word/media/"));
  assert.ok(names.some((name) => name.endsWith(".svg")) && names.some((name) => name.endsWith(".png")));
});

test("ratings are a shape and a word, and a tint only besides", () => {
  const shaded = descendants(word.document, "w:tc").filter((cell) => descendants(cell, "w:shd").length > 0);
  assert.ok(shaded.length >= 33);
  for (const cell of shaded) assert.match(textOf(cell), /^(■ Red|▲ Amber|● Green|– Not rated)$/);
});

test("the text stands upright and the appendix lies on its side", () => {
  const sides = descendants(word.document, "w:pgSz").map(({ attributes }) => attributes["w:orient"]);
  assert.deepEqual(sides, ["portrait", "landscape", "portrait"]);
});

test("the marking and the page's number stand on every kind of page", () => {
  const sections = descendants(word.document, "w:sectPr");
  for (const section of sections) {
    assert.equal(textOf(word.part(section, "w:headerReference")), report.marking);
    const footer = word.part(section, "w:footerReference");
    assert.ok(textOf(footer).startsWith(`${report.organisation}: ${report.title}. Page`));
    assert.deepEqual(
      descendants(footer, "w:instrText").map(({ children }) => children.join("")),
      ["PAGE", "NUMPAGES"],
    );
  }
});

test("title, author and language are filled in, letters are without serifs, twelve points and left aligned", () => {
  assert.ok(word.text("docProps/core.xml").includes(`<dc:title>${report.title}</dc:title>`));
  const standard = childOf(childOf(word.styles, "w:docDefaults"), "w:rPrDefault") ?? word.styles;
  assert.equal(descendants(standard, "w:lang")[0]?.attributes["w:val"], "en-GB");
  assert.equal(descendants(standard, "w:rFonts")[0]?.attributes["w:ascii"], "Arial");
  assert.equal(descendants(standard, "w:sz")[0]?.attributes["w:val"], "24");
  const aligned = descendants(word.document, "w:jc").map(({ attributes }) => attributes["w:val"]);
  assert.ok(
    aligned.every((side) => side === "right"),
    "only numbers are aligned otherwise",
  );
  assert.doesNotMatch(word.text("word/document.xml"), /<w:sz /, "sizes are the styles' to say");
});

test("every figure, rating, direction, note and comment can be read", () => {
  const all = textOf(word.document);
  const cells = blocksOf(report).flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap((row) => row.cells) : [],
  );
  for (const cell of cells) {
    if (cell.kind === "number") assert.ok(all.includes([cell.shown, ...(cell.marks ?? [])].join(" ")), cell.shown);
    if (cell.kind === "state") assert.ok(all.includes(cell.shorthand));
    if (cell.kind === "rating" || cell.kind === "direction") assert.ok(all.includes(cell.label), cell.label);
    if (cell.kind !== "text") continue;
    for (const part of cell.text)
      if (typeof part === "string") assert.ok(all.includes(part.replaceAll(/[\n\t]/g, " ")), part);
  }
  for (const { text } of report.notes) assert.ok(all.includes(`[note 1] ${text}`));
  for (const { shorthand, words } of report.shorthand) assert.ok(all.includes(`${shorthand} ${words}`));
});

test("signs that XML cannot hold are replaced, so that Word does not call the file damaged", async () => {
  const odd = await rendered({ ...report, title: "Quarter\u0000 4\u000b \ud83d of 2025-26" });
  assert.ok(textOf(odd.document).includes("Quarter\ufffd 4\ufffd \ufffd of 2025-26"));
});

test("the same report gives the same bytes, whatever was written before it", async () => {
  const [first] = await docxFormat.render(report);
  await docxFormat.render(sampleReport());
  const [second] = await docxFormat.render(report);
  assert.ok(Buffer.from(first?.bytes ?? []).equals(Buffer.from(second?.bytes ?? [])));
  assert.match(word.text("docProps/core.xml"), /2026-04-10T00:00:00Z/);
});

test("a report brings only the styles it uses, each with a name Word knows or our own", () => {
  const ids = childrenOf(word.styles, "w:style").map(({ attributes }) => attributes);
  assert.ok(ids.length < 30, `${ids.length}`);
  for (const { "w:styleId": id = "", "w:customStyle": own } of ids)
    assert.equal(own === "1", id.startsWith("Waymark"), id);
});

test("who wrote a paragraph stands beside it in internal copies and nowhere else", async () => {
  const paragraph = {
    kind: "paragraph",
    text: ["Visits are late."],
    by: { person: "Asha Verne", on: "2026-04-02" },
  } as const;
  const [front, ...rest] = report.sections;
  assert.ok(front);
  const sections = [{ ...front, blocks: [...front.blocks, paragraph] }, ...rest];
  const internal = await rendered({ ...report, sections });
  const published = await rendered({ ...report, sections, audience: "published", marking: "" });
  assert.ok(textOf(internal.document).includes("Asha Verne, 2 April 2026"));
  assert.ok(!textOf(published.document).includes("Asha Verne"));
  assert.equal(descendants(published.document, "w:headerReference").length, 0);
});

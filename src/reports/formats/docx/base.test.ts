/** A council's own document stays the council's: its styles, locked words and header, with the report in its controls and after them. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { AppError } from "../../../domain/errors.ts";
import type { Report } from "../../../domain/report/document.ts";
import { type OpenedWord, openedWord } from "../../sample/opened-word.ts";
import { sampleReport } from "../../sample/sample-report.ts";
import { type SampleBase, sampleWordBase } from "../../sample/sample-word-base.ts";
import { docxFormat } from "../docx.ts";
import { openBase } from "./base/open-base.ts";
import { writeParts } from "./package.ts";
import { childOf, childrenOf, descendants, type Element, parseXml, textOf, wordValue } from "./xml.ts";

const report = sampleReport({ withGap: true });

async function within(base: Uint8Array, one: Report = report): Promise<OpenedWord> {
  const [file] = await docxFormat.render(one, { wordBase: base });
  return openedWord(file?.bytes ?? new Uint8Array());
}
const made = new Map<string, Promise<OpenedWord>>();
/** Made once for each kind of base. */
function onBase(sample: SampleBase = {}): Promise<OpenedWord> {
  const key = JSON.stringify(sample);
  const word = made.get(key) ?? within(sampleWordBase(sample));
  made.set(key, word);
  return word;
}
const paragraphs = ({ document }: OpenedWord) => descendants(document, "w:p");
const saying = (word: OpenedWord, text: string): Element => {
  const found = paragraphs(word).find((one) => textOf(one) === text);
  assert.ok(found, text);
  return found;
};
const styleOf = (one: Element) => wordValue(childOf(one, "w:pPr"), "w:pStyle");

test("a section goes into the control that names it, everything else follows, and nothing is there twice", async () => {
  const word = await onBase();
  const control = descendants(word.document, "w:sdt").find(
    (one) => wordValue(childOf(one, "w:sdtPr"), "w:tag") === "appendix",
  );
  assert.ok(control);
  assert.ok(textOf(control).includes("Two workers started in February"));
  const all = textOf(word.document);
  assert.equal(all.split("Two workers started in February").length, 2);
  assert.ok(all.indexOf("Monitoring Officer") < all.indexOf("Report summary"));
  assert.ok(!all.includes("Click to enter"));
  assert.ok(all.includes("Report title: Children’s services performance"));
});

test("a cover that says the title is not followed by it again, but by what it leaves out", async () => {
  const word = await onBase();
  assert.equal(textOf(word.document).split(report.title).length, 2);
  const all = textOf(word.document);
  assert.ok(all.indexOf(report.organisation + report.subtitle) > all.indexOf("Two workers started"));
  assert.match(all, new RegExp(`${report.organisation}${report.subtitle}Date of meeting`));
});

test("a control alone in a line takes its section as well, though Word keeps it within a paragraph", async () => {
  const inLine = `<w:p><w:sdt><w:sdtPr><w:tag w:val="Front"/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const word = await onBase({ body: inLine });
  const control = descendants(word.document, "w:sdt").find(
    (one) => wordValue(childOf(one, "w:sdtPr"), "w:tag") === "Front",
  );
  assert.ok(control);
  assert.equal(descendants(control, "w:tbl").length, 2);
  assert.ok(!textOf(word.document).includes("Click here"));
  // Nothing but a paragraph's own words may stand in a paragraph.
  for (const one of paragraphs(word))
    assert.equal(descendants(one, "w:tbl").length + descendants(one, "w:p").length, 0);
});

test("a control that was filled shows its words: it is no placeholder, and keeps its lock", async () => {
  const word = await onBase();
  for (const control of descendants(word.document, "w:sdt")) {
    const properties = childOf(control, "w:sdtPr");
    assert.equal(childOf(properties, "w:showingPlcHdr"), undefined);
  }
  assert.equal(descendants(word.document, "w:lock").length, 3);
});

test("a locked heading stands once: ours with the same words gives way, and references lead to the council's", async () => {
  const word = await onBase();
  const same = paragraphs(word).filter((one) => textOf(one) === "Appendix: the scorecard");
  assert.equal(same.length, 1);
  assert.ok(childrenOf(same[0] as Element, "w:bookmarkStart").length > 0);
});

test("headings take the council's styles by their names, whatever language Word wrote the ids in", async () => {
  const word = await onBase();
  assert.equal(styleOf(saying(word, "Report summary")), "berschrift1");
  assert.equal(styleOf(saying(word, "What is red")), "berschrift2");
  assert.equal(word.style("Heading1"), undefined);
  // The council has no captions: ours come along.
  assert.ok(word.style("Caption"));
  assert.ok(word.text("word/styles.xml").includes("Verdana"));
});

test("every style a text names is there, and so is every list", async () => {
  for (const sample of [{}, { isNumbered: true }]) {
    const word = await onBase(sample);
    const ids = new Set(childrenOf(word.styles, "w:style").map(({ attributes }) => attributes["w:styleId"]));
    for (const name of ["w:pStyle", "w:rStyle", "w:tblStyle"])
      for (const { attributes } of descendants(word.document, name))
        assert.ok(ids.has(attributes["w:val"]), attributes["w:val"]);
    const lists = new Set(["0", ...childrenOf(word.numbering, "w:num").map(({ attributes }) => attributes["w:numId"])]);
    for (const { attributes } of [...descendants(word.document, "w:numId"), ...descendants(word.styles, "w:numId")])
      assert.ok(lists.has(attributes["w:val"]), attributes["w:val"]);
  }
});

test("where the council does not number headings, ours are counted as the report counts them", async () => {
  const word = await onBase();
  assert.equal(word.numbers.get(saying(word, "Report summary")), "1");
  assert.equal(word.numbers.get(saying(word, "What is red")), "1.1");
  assert.equal(word.numbers.get(saying(word, "Appendix: the scorecard")), undefined);
});

test("where the council numbers headings its own way, contents and references say what Word will show", async () => {
  const word = await onBase({ isNumbered: true });
  assert.equal(word.numbers.get(saying(word, "Appendix: the scorecard")), "1.0");
  assert.equal(word.numbers.get(saying(word, "Report summary")), "2.0");
  assert.equal(word.numbers.get(saying(word, "Assessments in time")), "2.1.1");
  assert.equal(word.numbers.get(saying(word, "Notes")), undefined);
  const all = textOf(word.document);
  assert.match(all, /see Table 2 and section 2\.1\./);
  assert.match(all, /1\.0 Appendix: the scorecard \d+2\.0 Report summary \d+2\.1 What is red \d+Notes/);
});

test("tables are counted in the order they stand in the council's document", async () => {
  const word = await onBase();
  const captions = paragraphs(word)
    .filter((one) => styleOf(one) === "Caption")
    .map(textOf);
  assert.deepEqual(
    captions.map((caption) => caption.split(":")[0]),
    ["Table 1", "Table 2", "Figure 1", "Table 3"],
  );
  assert.match(captions[0] ?? "", /Front door/);
});

test("pages keep the council's size and margins, wide tables lie on their side, and no table is wider than its page", async () => {
  const word = await onBase();
  assert.deepEqual(
    descendants(word.document, "w:pgSz").map(({ attributes }) => [attributes["w:w"], attributes["w:h"]]),
    [
      ["11906", "16838"],
      ["16838", "11906"],
      ["11906", "16838"],
    ],
  );
  for (const { attributes } of descendants(word.document, "w:pgMar")) assert.equal(attributes["w:top"], "1701");
  const widths = descendants(word.document, "w:tblW").map(({ attributes }) => Number(attributes["w:w"]));
  assert.deepEqual(
    widths.map((width) => width <= 16_838 - 2 * 1134),
    widths.map(() => true),
  );
  assert.ok(widths.filter((width) => width > 11_906 - 2 * 1134).length === 1, "only the appendix is wide");
});

test("a report does not run on in a newspaper's columns", async () => {
  const columns = sampleWordBase({ columns: 2 });
  const word = await within(columns);
  const sections = descendants(word.document, "w:sectPr");
  const last = sections.at(-1);
  assert.ok(last);
  assert.equal(childOf(last, "w:cols")?.attributes["w:num"] ?? "1", "1");
});

test("the council's header stays and says the marking as well; a cover has it too", async () => {
  const word = await onBase({ hasCover: true });
  const [cover] = descendants(word.document, "w:sectPr");
  assert.ok(cover);
  const usual = textOf(word.part(cover, "w:headerReference"));
  assert.ok(usual.includes(report.marking) && usual.includes("Wexcombe Council, working for children"));
  assert.equal(textOf(word.part(cover, "w:headerReference", "first")), report.marking);
  // The council's pages had nothing at their foot: ours numbers them.
  assert.match(textOf(word.part(cover, "w:footerReference")), /Page/);
});

test("a public report marks nothing in the council's header", async () => {
  const word = await within(sampleWordBase(), { ...report, audience: "published", marking: "" });
  const [first] = descendants(word.document, "w:sectPr");
  assert.equal(textOf(word.part(first as Element, "w:headerReference")), "Wexcombe Council, working for children");
});

test("a template becomes a document, and forgets the shared drive it came from", async () => {
  const word = await onBase({ isTemplate: true });
  assert.match(word.text("[Content_Types].xml"), /wordprocessingml\.document\.main\+xml/);
  assert.doesNotMatch(word.text("[Content_Types].xml"), /template\.main/);
  assert.doesNotMatch(word.text("word/settings.xml"), /attachedTemplate/);
  assert.doesNotMatch(word.text("word/_rels/settings.xml.rels"), /External/);
  assert.match(word.text("word/settings.xml"), /defaultTabStop/);
  assert.match(word.text("docProps/core.xml"), /Quarter 4 of 2025-26/);
});

test("every part the document points to is in the file, and each bookmark and picture has a number of its own", async () => {
  const word = await onBase({ body: `<w:p><w:bookmarkStart w:id="7" w:name="clerk"/><w:bookmarkEnd w:id="7"/></w:p>` });
  const relations = childrenOf(parseXml(word.text("word/_rels/document.xml.rels")), "Relationship").map(
    ({ attributes }) => attributes,
  );
  for (const { Target: target = "", TargetMode: mode } of relations)
    if (mode !== "External") assert.ok(word.parts.has(`word/${target}`), target);
  const known = new Set(relations.map(({ Id: id }) => id));
  for (const name of ["r:id", "r:embed"])
    for (const one of everything(word.document))
      if (one.attributes[name] !== undefined) assert.ok(known.has(one.attributes[name]));
  const ids = descendants(word.document, "w:bookmarkStart").map(({ attributes }) => attributes["w:id"]);
  assert.equal(new Set(ids).size, ids.length);
});

test("the same base and report give the same bytes", async () => {
  const [first] = await docxFormat.render(report, { wordBase: sampleWordBase() });
  const [second] = await docxFormat.render(report, { wordBase: sampleWordBase() });
  assert.ok(Buffer.from(first?.bytes ?? []).equals(Buffer.from(second?.bytes ?? [])));
});

const office = spawnSync("soffice", ["--version"]).error === undefined ? false : "not installed: soffice";
test("a base saved by another program keeps its look, and takes the report", { skip: office }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-base-"));
  try {
    writeFileSync(join(folder, "base.docx"), sampleWordBase());
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "docx",
      "--outdir",
      join(folder, "saved"),
      join(folder, "base.docx"),
    ]);
    const word = await within(readFileSync(join(folder, "saved", "base.docx")));
    const all = textOf(word.document);
    assert.equal(all.split("Two workers started in February").length, 2);
    assert.ok(all.includes("Monitoring Officer") && word.text("word/styles.xml").includes("Verdana"));
    assert.equal(word.numbers.get(saying(word, "What is red")), "1.1");
    for (const section of descendants(word.document, "w:sectPr"))
      assert.match(textOf(word.part(section, "w:headerReference")), /^OFFICIAL.*working for children$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const outside = (kind: string) =>
  `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="https://elsewhere.example/x" TargetMode="External"/>`;
const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["a text file", Buffer.from("Dear clerk"), /damaged/],
  ["an old .doc or a file with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /password/],
  [
    "a zip without a Word document",
    writeParts(new Map([["[Content_Types].xml", Buffer.from("<Types/>")]])),
    /not a Word document/,
  ],
  ["half a file", sampleWordBase().slice(0, 900), /damaged/],
  [
    "a document of macros",
    sampleWordBase({ mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
    /macros/,
  ],
  ["macros under another name", sampleWordBase({ parts: { "word/vbaProject.bin": "x" } }), /macros/],
  ["an embedded object", sampleWordBase({ parts: { "word/embeddings/oleObject1.bin": "x" } }), /embedded objects/],
  ["a picture from elsewhere", sampleWordBase({ relations: outside("image") }), /outside itself/],
  ["another document drawn in", sampleWordBase({ relations: outside("subDocument") }), /outside itself/],
  [
    "a field that runs a program",
    sampleWordBase({ body: `<w:p><w:r><w:instrText>DDEAUTO c:\\x</w:instrText></w:r></w:p>` }),
    /field/,
  ],
  [
    "a document type",
    sampleWordBase({ parts: { "word/document.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:document/>` } }),
    /damaged/,
  ],
  ["XML that does not end", sampleWordBase({ parts: { "word/document.xml": "<w:document><w:body>" } }), /damaged/],
  ["XML nested without end", sampleWordBase({ parts: { "word/document.xml": "<a>".repeat(5_000) } }), /damaged/],
  ["a zip that unpacks to more than any document", bomb(), /more than any honest document/],
];

for (const [what, bytes, why] of refused)
  test(`${what} is refused as a base, with what to do`, () => {
    assert.throws(
      () => openBase(bytes),
      (fault: unknown) =>
        fault instanceof AppError &&
        fault.code === "WORD_BASE_UNUSABLE" &&
        why.test(fault.message) &&
        fault.remedy.length > 10,
    );
  });

test("a link a reader may follow is no reason to refuse a base", () => {
  assert.doesNotThrow(() => openBase(sampleWordBase({ relations: outside("hyperlink") })));
});

/** Says in its directory that it holds more than it has bytes for. */
function bomb(): Uint8Array {
  const bytes = Buffer.from(sampleWordBase());
  // Central directory entries begin with this sign; the unpacked size stands 24 bytes on.
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4))
    bytes.writeUInt32LE(90_000_000, at + 24);
  return bytes;
}

function everything(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap((child) => (typeof child === "string" ? [] : everything(child)))];
}

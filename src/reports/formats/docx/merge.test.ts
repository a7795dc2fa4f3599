/** A report merged into an agenda pack, by whatever merges it, keeps its headings, numbers and references, and so does the paper before it. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { blocksOf, type Report } from "../../../domain/report/document.ts";
import { type OpenedWord, openedWord } from "../../sample/opened-word.ts";
import { sampleReport } from "../../sample/sample-report.ts";
import { docxFormat } from "../docx.ts";
import { fieldsIn } from "./fields.ts";
import { childOf, childrenOf, descendants, type Element, textOf, wordValue } from "./xml.ts";

const quarter4 = sampleReport();
const quarter3: Report = {
  ...quarter4,
  title: "Children’s services performance: Quarter 3 of 2025-26",
  period: { id: "2025-26-Q3", label: "Quarter 3 of 2025-26 (October to December 2025)" },
};
const folder = mkdtempSync(join(tmpdir(), "waymark-merge-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(report: Report, wordBase?: Uint8Array): Promise<Uint8Array> {
  const [file] = await docxFormat.render(report, wordBase === undefined ? {} : { wordBase });
  return file?.bytes ?? new Uint8Array();
}
const headingsOf = (report: Report) => [
  ...blocksOf(report).flatMap((block) => (block.kind === "heading" ? [block.text] : [])),
  "Notes",
  "Shorthand",
];

let pack: OpenedWord;
before(async () => {
  // One paper after another in one document, under its first paper's styles, as Word pastes it.
  pack = openedWord(await bytesOf(quarter4, await bytesOf(quarter3)));
});
const headings = (): readonly Element[] =>
  descendants(pack.document, "w:p").filter((one) =>
    /Heading\d/.test(wordValue(childOf(one, "w:pPr"), "w:pStyle") ?? ""),
  );

test("a pack of two reports has the headings of both, in order, numbered on without a gap", () => {
  assert.deepEqual(headings().map(textOf), [...headingsOf(quarter3), ...headingsOf(quarter4)]);
  const numbers = headings().flatMap((one) => pack.numbers.get(one) ?? []);
  assert.deepEqual(numbers, ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]);
});

test("no bookmark of one report is the other's, and every reference leads to its own report", () => {
  const starts = descendants(pack.document, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"] ?? "");
  assert.equal(new Set(starts).size, starts.length);
  const references = fieldsIn(pack.document).flatMap(({ code, words }) => {
    const [, anchor] = /^(?:PAGE)?REF (\S+)/.exec(code) ?? [];
    return anchor === undefined ? [] : [{ anchor, words }];
  });
  assert.ok(references.length > 10);
  for (const { anchor } of references) assert.ok(starts.includes(anchor), anchor);
  const says = descendants(pack.document, "w:p")
    .map(textOf)
    .filter((text) => text.includes("see Table"));
  assert.deepEqual(
    says.map((text) => /section [\d.]*\d/.exec(text)?.[0]),
    ["section 1.1", "section 2.1"],
  );
});

test("each report's lists are its own: Word joins lists whose signs agree", () => {
  const signs = childrenOf(pack.numbering, "w:abstractNum").map((one) => wordValue(one, "w:nsid"));
  assert.equal(new Set(signs).size, signs.length);
  const ids = childrenOf(pack.numbering, "w:num").map(({ attributes }) => attributes["w:numId"]);
  assert.equal(new Set(ids).size, ids.length);
});

test("styles of a pack stand once, and the marking is said once on a page", () => {
  const names = childrenOf(pack.styles, "w:style").map((one) => wordValue(one, "w:name"));
  assert.equal(new Set(names).size, names.length);
  const [first] = descendants(pack.document, "w:sectPr");
  assert.ok(first);
  assert.equal(textOf(pack.part(first, "w:headerReference")), quarter4.marking);
});

test("a third report joins a pack of two without taking the place of a picture or part", async () => {
  const quarter2 = { ...quarter3, title: "Quarter 2", period: { id: "2025-26-Q2", label: "Quarter 2 of 2025-26" } };
  const three = openedWord(await bytesOf(quarter2, await bytesOf(quarter4, await bytesOf(quarter3))));
  const pictures = [...three.parts.keys()].filter((name) => /media\/.*\.svg$/.test(name));
  assert.equal(pictures.length, 12);
  const relations = [...three.text("word/_rels/document.xml.rels").matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(relations).size, relations.length);
});

const pandoc = spawnSync("pandoc", ["--version"]).error === undefined ? false : "not installed: pandoc";
test("another program that joins two reports finds the headings of both", { skip: pandoc }, async () => {
  const files = [join(folder, "q3.docx"), join(folder, "q4.docx")] as const;
  writeFileSync(files[0], await bytesOf(quarter3));
  writeFileSync(files[1], await bytesOf(quarter4));
  execFileSync("pandoc", [...files, "-o", join(folder, "pack.docx")]);
  const text = execFileSync("pandoc", [join(folder, "pack.docx"), "-t", "markdown", "--wrap=none"], {
    encoding: "utf8",
  });
  const found = [...text.matchAll(/^#+ (.+?)(?: \{.*\})?$/gm)].map(([, words]) => words);
  assert.deepEqual(found, [...headingsOf(quarter3), ...headingsOf(quarter4)]);
});

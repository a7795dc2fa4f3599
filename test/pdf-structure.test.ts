/** The checker of tags finds what it is for: each fault put into a sound PDF is told. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { pdfFormat } from "../src/reports/formats/pdf.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";
import { pdfStructure } from "./pdf-structure.ts";

let sound = "";

before(async () => {
  const [pdf] = await pdfFormat.render(sampleReport());
  sound = Buffer.from(pdf?.bytes ?? []).toString("latin1");
});

/** As long as what it replaces, so that everything stays where the file says. */
const cases = [
  ["/Lang (en-GB)", "/Lung (en-GB)", /no language/],
  ["/DisplayDocTitle true", "/DisplayDocTitle null", /title is not displayed/],
  ["<pdfuaid:part>1<", "<pdfuaid:part>9<", /PDF\/UA-1/],
  ["/Scope /Row", "/Scape /Row", /no scope/],
  ["/Alt (Over", "/Olt (Over", /picture has no words/],
  ["/S /H2", "/S /H3", /level 3 follows one of level 1/],
  ["/S /TD", "/S /LI", /A TR holds a LI/],
  ["/Headers [(R", "/Headers [(S", /which there is not/],
  ["/S /Figure", "/S /Furore", /unknown kind/],
  ["/FontFile2", "/FontFilm2", /not in the file/],
  ["/Outlines 2 0 R", "/Inlines 22 0 R", /no bookmarks/],
  ["/Contents (", "/Contends (", /link has no words/],
] as const;

for (const [right, wrong, fault] of cases)
  test(`${wrong} is found`, () => {
    assert.equal(right.length, wrong.length);
    assert.ok(sound.includes(right), `${right} is not in the PDF`);
    const { faults } = pdfStructure(Buffer.from(sound.replace(right, wrong), "latin1"));
    assert.match(faults.join("\n"), fault);
  });

test("a piece of a page that no tag holds is found", () => {
  const { faults } = pdfStructure(Buffer.from(sound.replace(/\/K \[\d\]/, "/K [9]"), "latin1"));
  assert.match(faults.join("\n"), /is held by no tag/);
});

test("a sound one has none", () => {
  assert.deepEqual(pdfStructure(Buffer.from(sound, "latin1")).faults, []);
});

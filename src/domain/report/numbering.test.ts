/** Numbers of paragraphs: counted with the headings, as Word counts them, whatever a report holds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { faultsOf } from "./check-report.ts";
import type { Block, Report } from "./document.ts";
import { applyPassages, type Passage, placesOf } from "./draft.ts";
import { numberReport, referenceText } from "./numbering.ts";
import { referableOf } from "./written-text.ts";

const heading = (id: string, level: 1 | 2 | 3, isNumbered = true): Block => ({
  kind: "heading",
  id,
  level,
  text: `Heading ${id}`,
  isNumbered,
});
const paragraph = (id: string, isNumbered = true): Block => ({ kind: "paragraph", id, text: ["Words."], isNumbered });
const gap = (id: string): Block => ({ kind: "gap", id, words: "Why", remedy: "Write it.", isNumbered: true });

function reportOf(blocks: readonly Block[]): Report {
  return {
    template: "a-report",
    title: "A report",
    subtitle: "",
    organisation: "Wexcombe",
    audience: "internal",
    marking: "",
    period: { id: "2026-03", label: "March 2026" },
    madeOn: "2026-04-10",
    author: "A writer",
    keywords: [],
    sections: [{ id: "all", orientation: "portrait", size: "a4", blocks }],
    notes: [],
    shorthand: [],
    data: [],
  };
}

/** Numbers in reading order, with the ids they belong to. */
function numbersOf(report: Report): readonly string[] {
  const { headings, paragraphs } = numberReport(report);
  return report.sections.flatMap(({ blocks }) =>
    blocks.map((block) => {
      const id = "id" in block ? (block.id ?? "") : "";
      return `${id} ${block.kind === "heading" ? headings.get(id) : (paragraphs.get(block) ?? "")}`;
    }),
  );
}

test("paragraphs are numbered under their heading, and a heading after them counts on", () => {
  const report = reportOf([
    paragraph("before"),
    heading("red", 1),
    paragraph("a"),
    paragraph("plain", false),
    gap("b"),
    heading("one", 2),
    paragraph("c"),
    heading("deep", 3),
    paragraph("d"),
    heading("notes", 1, false),
    paragraph("unnumbered"),
    heading("next", 1),
    heading("legal", 2),
    paragraph("e"),
  ]);
  assert.deepEqual(numbersOf(report), [
    "before ",
    "red 1",
    "a 1.1",
    "plain ",
    "b 1.2",
    "one 1.3",
    "c 1.3.1",
    "deep 1.3.2",
    "d 1.3.2.1",
    "notes ",
    "unnumbered ",
    "next 2",
    "legal 2.1",
    "e 2.1.1",
  ]);
});

test("whatever a report holds, no number stands twice and each is greater than the one before", () => {
  const block = fc.record({
    kind: fc.constantFrom("heading", "paragraph", "gap"),
    level: fc.constantFrom(1, 2, 3),
    isNumbered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (drawn) => {
      let deepest = 0;
      let bare = 4;
      const blocks = drawn.map(({ kind, level, isNumbered }, index): Block => {
        if (kind === "gap") return gap(`id-${index}`);
        if (kind === "paragraph") return paragraph(`id-${index}`, isNumbered);
        // A report's headings go down one level at a time.
        deepest = Math.min(level, deepest + 1);
        // Below one without a number none has one.
        if (deepest <= bare) bare = isNumbered ? 4 : deepest;
        return heading(`id-${index}`, deepest as 1 | 2 | 3, bare === 4);
      });
      const numbers = numbersOf(reportOf(blocks))
        .map((line) => line.split(" ")[1] ?? "")
        .filter((number) => number !== "");
      const parts = numbers.map((number) => number.split(".").map(Number));
      for (const [index, own] of parts.entries())
        assert.ok(index === 0 || isAfter(own, parts[index - 1] ?? []), numbers.join(" "));
    }),
  );
});

/** 1.10 after 1.9, and 1.1 after 1. */
function isAfter(own: readonly number[], before: readonly number[]): boolean {
  const at = own.findIndex((part, index) => part !== before[index]);
  return at >= 0 && (own[at] ?? 0) > (before[at] ?? 0);
}

const REFERRING = reportOf([
  heading("red", 1),
  paragraph("why"),
  { kind: "paragraph", id: "see", text: ["See ", { kind: "reference", to: "why" }, "."], isNumbered: true },
  heading("notes", 1, false),
  paragraph("said"),
]);

function written(block: string, body: string): Passage {
  const place = placesOf(REFERRING).get(block);
  assert.ok(place);
  const { generated, basedOn } = place;
  return { block, kind: "replace", body, generated, basedOn, person: "A writer", on: "2026-04-11" };
}

test("a reference to a numbered paragraph reads as its number, and writers may make one", () => {
  assert.deepEqual(faultsOf(REFERRING), []);
  assert.equal(referenceText("why", numberReport(REFERRING), REFERRING), "paragraph 1.1");
  assert.deepEqual([...referableOf(REFERRING).ids], ["red", "why", "see", "notes", "said"]);
});

test("words without a number of their own are found by the heading they stand under", () => {
  assert.equal(referenceText("said", numberReport(REFERRING), REFERRING), "“Heading notes”");
  const { report } = applyPassages(REFERRING, [written("why", "- one\n- two")]);
  assert.equal(referenceText("why", numberReport(report), report), "section 1");
});

test("what a writer puts in a numbered paragraph’s place is numbered, each paragraph of it", () => {
  const { report } = applyPassages(REFERRING, [written("why", "One.\n\nTwo.")]);
  assert.deepEqual(numbersOf(report).slice(0, 4), ["red 1", "why 1.1", " 1.2", "see 1.3"]);
});

test("a gap keeps the number its words will have", () => {
  const before = reportOf([heading("red", 1), gap("why"), paragraph("after")]);
  const place = placesOf(before).get("why");
  assert.ok(place);
  const passage = { ...written("why", "Because."), basedOn: place.basedOn, generated: place.generated };
  assert.deepEqual(numbersOf(applyPassages(before, [passage]).report), numbersOf(before));
});

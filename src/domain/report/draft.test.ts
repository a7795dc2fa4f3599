/** Words written into a report: where they stand, what they may hold, and when the data have moved under them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkReport } from "./check-report.ts";
import type { Block, ParagraphBlock, Report } from "./document.ts";
import { blocksOf, gapsOf } from "./document.ts";
import { applyPassages, type Passage, placeOfBlock, placesOf } from "./draft.ts";

const PARAGRAPH: ParagraphBlock = {
  kind: "paragraph",
  id: "why",
  text: [
    "Visits were ",
    { kind: "strong", text: "late" },
    " as ",
    { kind: "reference", to: "visits" },
    " shows.",
    { kind: "note", note: "n1" },
  ],
};
const BLOCKS: readonly Block[] = [
  { kind: "heading", id: "visits", level: 1, text: "Visits", isNumbered: true },
  PARAGRAPH,
  { kind: "gap", id: "red-1", words: "Why 1 is red", remedy: "Write it." },
  { kind: "list", id: "asks", isOrdered: true, isLettered: true, items: [["note the figures; and"], ["ask again."]] },
];

function reportOf(blocks: readonly Block[], notes = [{ id: "n1", text: "Working days." }]): Report {
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
    notes,
    shorthand: [],
    data: [],
  };
}

function written(report: Report, block: string, body: string, kind: Passage["kind"] = "replace"): Passage {
  const place = placesOf(report).get(block);
  assert.ok(place);
  return {
    block,
    kind,
    body,
    generated: place.generated,
    basedOn: place.basedOn,
    person: "A writer",
    on: "2026-04-11",
  };
}

const textOf = (block: Block | undefined): string =>
  block?.kind === "paragraph" ? block.text.map((part) => (typeof part === "string" ? part : "")).join("") : "";

test("a report nobody wrote in is as it was made", () => {
  const report = reportOf(BLOCKS);
  assert.equal(applyPassages(report, []).report, report);
});

test("words replace a paragraph and fill a gap, under the same names, with who wrote them", () => {
  const report = reportOf(BLOCKS);
  const { report: drafted, conflicts } = applyPassages(report, [
    written(report, "why", "Visits are late.\n\nThey are looked at every week."),
    written(report, "red-1", "Two workers left."),
  ]);
  assert.deepEqual(gapsOf(drafted), []);
  assert.deepEqual(conflicts, []);
  const [, first, second, third] = blocksOf(drafted);
  assert.deepEqual(
    [textOf(first), textOf(second), textOf(third)],
    ["Visits are late.", "They are looked at every week.", "Two workers left."],
  );
  assert.deepEqual(first?.kind === "paragraph" && first.by, { person: "A writer", on: "2026-04-11" });
  checkReport(drafted);
});

test("words are added after what is generated, which stays", () => {
  const report = reportOf(BLOCKS);
  const { report: drafted } = applyPassages(report, [written(report, "why", "And again in May.", "add")]);
  const [, kept, added] = blocksOf(drafted);
  assert.equal(kept, PARAGRAPH);
  assert.equal(textOf(added), "And again in May.");
  assert.deepEqual(placeOfBlock(added?.kind === "paragraph" ? (added.id ?? "") : ""), { block: "why", kind: "add" });
});

test("what is edited without a change comes back as it was: emphasis, references, notes, letters of a list", () => {
  const report = reportOf(BLOCKS);
  const places = placesOf(report);
  const same = ["why", "asks"].map((id) => written(report, id, places.get(id)?.generated ?? ""));
  const { report: drafted } = applyPassages(report, same);
  const [, paragraph, , list] = blocksOf(drafted);
  assert.deepEqual(paragraph?.kind === "paragraph" && paragraph.text, PARAGRAPH.text);
  assert.deepEqual(list?.kind === "list" && { isLettered: list.isLettered, items: list.items }, {
    isLettered: true,
    items: [["note the figures; and"], ["ask again."]],
  });
});

test("a note keeps its text when other notes are numbered before it, and a note nobody refers to any more is left out", () => {
  const report = reportOf(BLOCKS);
  const passage = written(report, "why", placesOf(report).get("why")?.generated ?? "");
  const later = reportOf(
    [
      { ...PARAGRAPH, id: "new", text: ["New.", { kind: "note", note: "n1" }] },
      ...BLOCKS.map((block) =>
        block === PARAGRAPH
          ? { ...PARAGRAPH, text: [...PARAGRAPH.text.slice(0, -1), { kind: "note" as const, note: "n2" }] }
          : block,
      ),
    ],
    [
      { id: "n1", text: "A newer note." },
      { id: "n2", text: "Working days." },
    ],
  );
  const { report: drafted } = applyPassages(later, [passage]);
  const paragraph = blocksOf(drafted).find((block) => block.kind === "paragraph" && block.id === "why");
  assert.deepEqual(paragraph?.kind === "paragraph" && paragraph.text.at(-1), { kind: "note", note: "n2" });
  const without = applyPassages(report, [written(report, "why", "No note here.")]);
  assert.deepEqual(without.report.notes, []);
});

test("words written over what the data no longer say stand, and are in conflict with what they say now", () => {
  const report = reportOf(BLOCKS);
  const passage = written(report, "red-1", "Two workers left.");
  const later = reportOf(
    BLOCKS.map((block) =>
      block.kind === "gap" ? { kind: "paragraph", id: "red-1", text: ["An approved comment."] } : block,
    ),
  );
  const { report: drafted, conflicts } = applyPassages(later, [passage]);
  assert.deepEqual(conflicts, [{ passage, now: "An approved comment." }]);
  assert.ok(blocksOf(drafted).some((block) => textOf(block) === "Two workers left."));
});

test("words whose place is gone are told, and stand nowhere", () => {
  const report = reportOf(BLOCKS);
  const passage = written(report, "red-1", "Two workers left.");
  const { report: drafted, conflicts } = applyPassages(reportOf(BLOCKS.slice(0, 2)), [passage]);
  assert.deepEqual(conflicts, [{ passage, now: null }]);
  assert.equal(blocksOf(drafted).length, 2);
});

test("an address is a link only where it leads to a page or a mailbox; markup stays words", () => {
  const report = reportOf(BLOCKS);
  const { report: drafted } = applyPassages(report, [
    written(
      report,
      "why",
      "See [the plan](https://wexcombe.example/plan) or [this](javascript:alert) <b>now</b> {see:gone}.",
    ),
  ]);
  const [, paragraph] = blocksOf(drafted);
  assert.deepEqual(paragraph?.kind === "paragraph" && paragraph.text, [
    "See ",
    { kind: "link", text: "the plan", href: "https://wexcombe.example/plan" },
    " or [this](javascript:alert) <b>now</b> ",
    ".",
  ]);
});

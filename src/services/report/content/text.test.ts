/** Words of templates and answers become paragraphs and lists; what is in braces is computed, and what leads nowhere stays as typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Filling } from "../../../domain/report/placeholders.ts";
import { answerWords, gapOf } from "./ask.ts";
import { paragraphsOf } from "./text.ts";

const FILLING = {
  values: { period: "Quarter 4 2025-26" },
  answers: { meeting: "28 May 2026", chair: "" },
  referable: new Set(["appendix"]),
} as unknown as Filling;

const cases = [
  ["One line.", [["paragraph", ["One line."]]]],
  [
    "One\nline.\n\nAnother.",
    [
      ["paragraph", ["One line."]],
      ["paragraph", ["Another."]],
    ],
  ],
  ["Of {period}.", [["paragraph", ["Of Quarter 4 2025-26."]]]],
  ["On {answer:meeting}, led by {answer:chair}.", [["paragraph", ["On 28 May 2026, led by …."]]]],
  ["See {see:appendix}.", [["paragraph", ["See ", { kind: "reference", to: "appendix" }, "."]]]],
  ["See {see:apendix} and {perod}.", [["paragraph", ["See {see:apendix} and {perod}."]]]],
  ["- one\n- two", [["list", [["one"], ["two"]]]]],
  ["a. one\nb. two", [["letters", [["one"], ["two"]]]]],
  ["1. one\n2. two", [["numbers", [["one"], ["two"]]]]],
  ["5. In all there were fewer.", [["paragraph", ["5. In all there were fewer."]]]],
  ["a. one\nand more", [["paragraph", ["a. one and more"]]]],
] as const;

for (const [written, expected] of cases)
  test(`${JSON.stringify(written)} becomes ${expected.map(([kind]) => kind).join(" and ")}`, () => {
    const blocks = paragraphsOf(written, "words", FILLING).map((block) => {
      if (block.kind === "paragraph") return ["paragraph", block.text];
      if (block.kind !== "list") return [block.kind];
      const counted = block.isLettered === true ? "letters" : "numbers";
      return [block.isOrdered ? counted : "list", block.items];
    });
    assert.deepEqual(blocks, expected);
  });

test("paragraphs are named in their order, so that a writer’s change finds them again", () => {
  const ids = paragraphsOf("One.\n\n- a list\n\nTwo.", "words", FILLING).map((block) =>
    "id" in block ? block.id : null,
  );
  assert.deepEqual(ids, ["words", "words-list", "words-2"]);
});

const ASK = { id: "meeting", label: "Date of meeting", kind: "day", isRequired: true } as const;

test("a day is printed in words, and standard words stand until something else is said", () => {
  assert.equal(answerWords(ASK, "2026-05-28"), "28 May 2026");
  assert.equal(answerWords(ASK, "next week"), "next week");
  assert.equal(answerWords({ ...ASK, kind: "text", standard: "None." }, "  "), "None.");
  assert.equal(answerWords({ ...ASK, kind: "text", standard: "None." }, " Some. "), "Some.");
});

test("a gap says where its words belong, or what they should be", () => {
  assert.equal(gapOf(ASK, "").remedy, "It stands on the cover.");
  assert.equal(gapOf(ASK, "Contact").remedy, "It stands under “Contact”.");
  assert.equal(gapOf({ ...ASK, hint: "The day the committee meets" }, "").remedy, "The day the committee meets.");
});

/** Texts on paper: long words can be broken, and nothing else is changed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { numberReport } from "../../../domain/report/numbering.ts";
import { sampleReport } from "../../sample/sample-report.ts";
import { breakable, linesOf, printedText } from "./printed-text.ts";

const cases = [
  // text, letters that have room, expected pieces
  ["Ordinary words stay whole.", 20, 1],
  ["unaccompanied", 9, 1],
  ["a".repeat(21), 20, 3],
  ["https://wexcombe.example/performance", 20, 5],
  ["=SUM(A1:A9)+1", 6, 3],
  ["👩‍👧‍👦".repeat(3), 20, 1],
] as const;

for (const [text, widest, pieces] of cases)
  test(`"${text.slice(0, 24)}" is ${pieces} piece(s) where ${widest} letters have room`, () => {
    const parts = breakable(text, widest).split("\u200b");
    assert.equal(parts.length, pieces);
    assert.equal(parts.join(""), text);
  });

test("a line break is kept and a tab is a space", () => {
  assert.deepEqual(linesOf("one\r\ntwo\tthree"), [
    { kind: "text", text: "one" },
    { kind: "break" },
    { kind: "text", text: "two three" },
  ]);
});

test("a link to anything but a page or a mailbox is words only", () => {
  const report = sampleReport();
  const press = { report, numbering: numberReport(report), notesMet: new Set<string>() };
  const kinds = [
    "https://wexcombe.example",
    "mailto:a@wexcombe.example",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "",
  ].map((href) => printedText([{ kind: "link", text: "words", href }], press)[0]);
  assert.deepEqual(
    kinds.map((one) => (one as { kind: string }).kind),
    ["link", "link", "text", "text", "text"],
  );
});

/** Numbers in comments that would undo a suppression (requirements 1.10, item 158), and those that would not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { briefly, sampleFacts, sampleIndicator } from "../../../test/commentary/sample-facts.ts";
import { checkComment } from "./check-comment.ts";
import type { CommentFacts } from "./facts.ts";

const conferences = sampleIndicator({
  reference: "21",
  title: "Initial child protection conferences in time",
  unit: "percentage",
  decimals: 1,
  figures: {
    "2024-04": { hidden: [7, 8] },
    "2026-01": [18, 20],
    "2026-02": { hidden: [9, 11] },
    "2026-03": { hidden: [1, 3] },
  },
});
const sentenced = sampleIndicator({
  reference: "9.1",
  title: "Young people sentenced to custody",
  window: "financial-year",
  figures: { "2025-26-Q3": { hidden: 4 }, "2025-26-Q4": { hidden: 3 }, "2025-26": 18 },
});
const monthly = sampleFacts("2026-03", [conferences]);
const yearly = sampleFacts("2025-26", [sentenced]);

const told = (body: string, facts: CommentFacts) =>
  briefly(checkComment(body, facts).filter(({ kind }) => kind === "suppressed")).map((flag) =>
    flag.replace("suppressed undoes-suppression: ", ""),
  );

const cases: readonly (readonly [string, CommentFacts, string, readonly string[]])[] = [
  ["the hidden counts in words", monthly, "One of three children had a conference in time.", ["One", "three"]],
  ["the hidden percentage", monthly, "Only 33.3% were in time.", ["33.3%"]],
  ["what is left of them", monthly, "Two conferences were late.", ["Two"]],
  ["the month before", monthly, "In February it was 81.8%.", ["81.8%"]],
  ["a printed month", monthly, "In January it was 90.0%: 18 of 20.", []],
  ["a hidden month long ago that nobody speaks of", monthly, "A panel of 8 managers meets weekly.", []],
  ["the same month once it is named", monthly, "In April 2024 there were 8 conferences.", ["8"]],
  [
    "a printed year less a hidden quarter",
    yearly,
    "Of the 18, 15 had been known to us before the last quarter.",
    ["15"],
  ],
  ["the printed year", yearly, "There were 18 in the year.", []],
];

for (const [name, facts, body, expected] of cases)
  test(`${name}: ${expected.length === 0 ? "may be said" : `${expected.join(" and ")} may not`}`, () => {
    assert.deepEqual(told(body, facts), expected);
  });

test("a comment on a whole card is held to the measures its sentences are about", () => {
  const many = Array.from({ length: 8 }, (_, index) =>
    sampleIndicator({ reference: `a${index}`, title: `Visits of kind ${index}`, figures: { "2026-03": 50 } }),
  );
  const card = sampleFacts("2026-03", [...many, conferences], []);
  const facts = { ...card, subject: [] };
  assert.deepEqual(told("A panel of three managers meets.", facts), []);
  assert.deepEqual(told("Three initial child protection conferences were held.", facts), ["Three"]);
});

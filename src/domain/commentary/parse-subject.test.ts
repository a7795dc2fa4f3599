/** What a comment is on, as the published scorecards write it (requirements 1.10, item 150). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../errors.ts";
import { parseSubject, shownSubject } from "./parse-subject.ts";

const choices = {
  references: ["1.1", "1.10", "19a", "19b", "29", "30", "36", "37", "39", "69", "70", "71a", "71b", "72"],
  sections: ["Front door", "Workforce"],
};

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["29 & 30", ["29", "30"]],
  ["36&37", ["36", "37"]],
  ["69-72", ["69", "70", "71a", "71b", "72"]],
  ["ID39:", ["39"]],
  ["ID 69-72", ["69", "70", "71a", "71b", "72"]],
  ["IDs 29 and 30", ["29", "30"]],
  ["19a", ["19a"]],
  ["19A", ["19a"]],
  ["19", ["19a", "19b"]],
  ["1.10", ["1.10"]],
  ["1.1", ["1.1"]],
  ["30, 29", ["29", "30"]],
];

for (const [text, references] of cases)
  test(`"${text}" is on ${references.join(", ")}`, () => {
    assert.deepEqual(parseSubject(text, choices), { kind: "references", references });
  });

test("a section's title in any case is the section, and nothing is the whole scorecard", () => {
  assert.deepEqual(parseSubject("front door", choices), { kind: "section", section: "Front door" });
  assert.deepEqual(parseSubject("", choices), { kind: "scorecard" });
  assert.deepEqual(parseSubject("Scorecard", choices), { kind: "scorecard" });
});

for (const text of ["99", "72-69", "29 & 99", "Fostering"])
  test(`"${text}" is refused, and the references there are are named`, () => {
    assert.throws(
      () => parseSubject(text, choices),
      (error: unknown) =>
        error instanceof AppError && error.code === "COMMENT_SUBJECT_UNKNOWN" && error.remedy.includes("1.10"),
    );
  });

test("every subject reads back as it is shown", () => {
  for (const [text] of cases) {
    const subject = parseSubject(text, choices);
    assert.deepEqual(parseSubject(shownSubject(subject, choices.references), choices), subject);
  }
});

/** Names Excel takes, and room for texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesIn, sheetColumn, sheetNames } from "./sheet.ts";

const cases = [
  // wanted, given
  ["Ratings by section", "Ratings by section"],
  ["Assessments completed within 45 working days", "Assessments completed within 45"],
  ["What the columns of the scorecard tell", "What the columns"],
  ["Red/amber [2026]: how many?", "Red amber 2026 how many"],
  ["'Quoted'", "Quoted"],
  ["History", "Sheet History"],
  ["?", "Sheet"],
  ["👩‍👧 ".repeat(9), "👩‍👧 👩‍👧 👩‍👧 👩‍👧 👩‍👧"],
] as const;

for (const [wanted, given] of cases)
  test(`a sheet wanted as "${wanted}" is called "${given}"`, () => {
    const [name = ""] = sheetNames([wanted]);
    assert.equal(name, given);
    assert.ok(name.length <= 31 && name.isWellFormed());
  });

test("two sheets never have one name, whatever their letters' case", () => {
  const long = "Children looked after by their placement";
  assert.deepEqual(sheetNames(["Cover", "cover", long, long]), [
    "Cover",
    "cover 2",
    "Children looked after",
    "Children looked after 2",
  ]);
});

test("lines are counted as they wrap: at words, at line ends, and within a word too long for a line", () => {
  assert.equal(linesIn("one two", 20), 1);
  assert.equal(linesIn("one two three four", 11), 2);
  assert.equal(linesIn("one\ntwo\n\nthree", 20), 4);
  assert.equal(linesIn("x".repeat(100), 21), 5);
  assert.equal(linesIn("", 20), 1);
});

test("a column is wide enough for its longest line, up to a limit that grows with what it must show", () => {
  assert.equal(sheetColumn("No.", ["1", "2"]).width, 10);
  assert.equal(sheetColumn("Measure", ["x".repeat(30)]).width, 32);
  assert.equal(sheetColumn("Comment", ["word ".repeat(100)]).width, 60);
  assert.equal(sheetColumn("Comment", ["word ".repeat(1000)]).width, 120);
});

/** The two scorecards place every indicator of the published ones, by reference and in order, each on a measure in a window it has. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readCatalogue } from "../src/measures/catalogue.ts";

const catalogue = readCatalogue(["catalogue"]);
const published = "../shared/published";
const skip = existsSync(published) ? false : "the published scorecards are not on this machine";

function referencesOf(id: string): readonly string[] {
  const scorecard = catalogue.scorecards.get(id);
  assert.ok(scorecard, `there is a scorecard ${id}`);
  return scorecard.sections.flatMap((section) => section.indicators.map(({ reference }) => reference));
}

/** The second column of a published table. */
function publishedReferences(file: string): readonly string[] {
  const [, ...lines] = readFileSync(`${published}/${file}`, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => line.split("\t")[1] ?? "");
}

test("Vital Signs holds every number from 1 to 84", () => {
  const numbers = new Set(referencesOf("vital-signs").map((reference) => Number.parseInt(reference, 10)));
  const missing = Array.from({ length: 84 }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  assert.deepEqual(missing, []);
});

test("the quarterly scorecard holds 69 indicators, and 1.10 is not 1.1", () => {
  const references = referencesOf("quarterly-performance");
  assert.equal(references.length, 69);
  assert.ok(references.includes("1.1") && references.includes("1.10"));
});

test("Vital Signs has the published indicators in their order", { skip }, () => {
  assert.deepEqual(referencesOf("vital-signs"), publishedReferences("cheshire-east-vital-signs-2025-02.tsv"));
});

test("the quarterly scorecard has the published indicators in their order", { skip }, () => {
  assert.deepEqual(
    referencesOf("quarterly-performance"),
    publishedReferences("cheshire-east-performance-2015-16-q4.tsv"),
  );
});

test("no two indicators of a scorecard show the same measure in the same window under one name", () => {
  for (const scorecard of catalogue.scorecards.values()) {
    const shown = scorecard.sections.flatMap((section) =>
      section.indicators.map(({ measure, window, title }) => `${measure} ${window} ${title ?? ""}`),
    );
    assert.deepEqual(
      shown.filter((each, index) => shown.indexOf(each) !== index),
      [],
    );
  }
});

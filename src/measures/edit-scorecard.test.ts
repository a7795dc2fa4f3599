/** A scorecard put in another order is the same file in another order. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { outlineOf, withScorecardWords, withStep } from "./edit-scorecard.ts";

const FILE = readFileSync("catalogue/scorecards/vital-signs.yaml", "utf8");
const references = (text: string, section: number) =>
  outlineOf(text)?.[section]?.indicators.map(({ reference }) => reference);

test("an indicator moved down and up again leaves the file as it was", () => {
  const moved = withStep(FILE, { kind: "move", section: 0, indicator: 0, by: 1 });
  assert.deepEqual(references(moved, 0)?.slice(0, 3), ["2", "1", "3"]);
  assert.equal(withStep(moved, { kind: "move", section: 0, indicator: 1, by: -1 }), FILE);
});

test("the first cannot move up, nor the last down", () => {
  const last = (references(FILE, 0)?.length ?? 0) - 1;
  assert.equal(withStep(FILE, { kind: "move", section: 0, indicator: 0, by: -1 }), FILE);
  assert.equal(withStep(FILE, { kind: "move", section: 0, indicator: last, by: 1 }), FILE);
});

test("a section moves with everything in it", () => {
  const moved = withStep(FILE, { kind: "move", section: 0, indicator: null, by: 1 });
  assert.deepEqual(outlineOf(moved)?.[1], outlineOf(FILE)?.[0]);
});

test("an indicator is put in as a line like the others, and taken out again", () => {
  const indicator = { reference: "99", measure: "referrals", window: "in-month", target: "below 200" };
  const added = withStep(FILE, { kind: "add-indicator", section: 1, indicator });
  assert.match(added, / {6}- \{ reference: "99", measure: referrals, window: in-month, target: "below 200" \}\n/);
  const place = (references(added, 1)?.length ?? 0) - 1;
  assert.equal(withStep(added, { kind: "remove", section: 1, indicator: place }), FILE);
});

test("a new section is empty until an indicator is put into it, and empty again when it is taken out", () => {
  const begun = withStep(FILE, { kind: "add-section", title: "Care: leavers" });
  const last = (outlineOf(begun)?.length ?? 0) - 1;
  assert.deepEqual(outlineOf(begun)?.[last], { title: "Care: leavers", indicators: [] });
  const indicator = { reference: "99", measure: "referrals", window: "in-month", target: "" };
  const filled = withStep(begun, { kind: "add-indicator", section: last, indicator });
  assert.deepEqual(references(filled, last), ["99"]);
  assert.equal(withStep(filled, { kind: "remove", section: last, indicator: 0 }), begun);
});

test("a title changes its line alone", () => {
  const { description } = { description: "The figures the board looks at every month." };
  const written = withScorecardWords(FILE, { title: "Board card", description });
  assert.match(written, /^title: Board card$/m);
  assert.equal(written.slice(written.indexOf("judgement:")), FILE.slice(FILE.indexOf("judgement:")));
});

/** What an editor changed, word by word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordDifferences } from "./word-differences.ts";

test("a number put right is one word taken out and one put in", () => {
  assert.deepEqual(wordDifferences("Up 52% since May.", "Up 25% since May."), [
    { kind: "same", text: "Up " },
    { kind: "removed", text: "52% " },
    { kind: "added", text: "25% " },
    { kind: "same", text: "since May." },
  ]);
});

test("words added at the end leave the rest as it was; line ends alone are no difference", () => {
  assert.deepEqual(wordDifferences("Fewer visits.", "Fewer visits. We know why."), [
    { kind: "same", text: "Fewer visits. " },
    { kind: "added", text: "We know why." },
  ]);
  assert.deepEqual(
    wordDifferences("One two", "One\ntwo").map(({ kind }) => kind),
    ["same"],
  );
});

test("the runs hold every word of both versions, in order", () => {
  const text = fc.array(fc.constantFrom("visits", "rose", "fell", "by", "5%"), { maxLength: 12 });
  const words = (run: string) => run.split(/\s+/).filter(Boolean);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDifferences(before.join(" "), after.join(" "));
      const without = (kind: string) => runs.filter((run) => run.kind !== kind).flatMap((run) => words(run.text));
      assert.deepEqual(without("added"), before);
      assert.deepEqual(without("removed"), after);
    }),
  );
});

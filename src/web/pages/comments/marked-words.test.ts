/** Where flags are marked in a comment. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { flagsSentence, markedWords, presentFlags } from "./marked-words.ts";

test("a flag marks its own words and no others, and its number stands where it ends", () => {
  assert.deepEqual(markedWords("Up 52% since May.", [{ start: 3, end: 6 }]), [
    { text: "Up ", flags: [], ends: [] },
    { text: "52%", flags: [1], ends: [1] },
    { text: " since May.", flags: [], ends: [] },
  ]);
});

test("words under two flags carry both", () => {
  const runs = markedWords("abcdef", [
    { start: 0, end: 4 },
    { start: 2, end: 6 },
  ]);
  assert.deepEqual(
    runs.map(({ text, flags }) => [text, flags]),
    [
      ["ab", [1]],
      ["cd", [1, 2]],
      ["ef", [2]],
    ],
  );
});

test("marking loses no word, whatever the flags", () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 5 }), (body, flags) => {
      const runs = markedWords(body, flags);
      assert.equal(runs.map(({ text }) => text).join(""), body);
    }),
  );
});

test("the sentence above the flags says what is left to do", () => {
  const flag = { id: "a", code: "c", quote: "52%", start: 0, end: 3, message: "Says 52%.", remedy: "Mend it." };
  const answer = { reason: "Known.", author: "A", at: "2026-04-10T09:00:00.000Z" };
  assert.equal(flagsSentence(presentFlags([])), "Nothing in these words disagrees with the data.");
  assert.equal(
    flagsSentence(
      presentFlags([
        { ...flag, kind: "fact" },
        { ...flag, kind: "fact", answer },
        { ...flag, kind: "unchecked" },
      ]),
    ),
    "1 flag to mend or answer; 1 answered; 1 claim nothing here can check.",
  );
});

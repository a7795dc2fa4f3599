import assert from "node:assert/strict";
import { test } from "node:test";
import { lineDifferences, nearDifferences } from "./line-differences.ts";

const shown = (before: string, after: string) =>
  lineDifferences(before, after).map(({ kind, text }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${text}`);

test("one changed line is one taken out and one put in", () => {
  assert.deepEqual(shown("a\nb\nc\n", "a\nB\nc\n"), [" a", "-b", "+B", " c"]);
});

test("a new text is all put in, an emptied one all taken out", () => {
  assert.deepEqual(shown("", "a\nb"), ["+a", "+b"]);
  assert.deepEqual(shown("a\nb", ""), ["-a", "-b"]);
});

test("the lines put together again are both texts", () => {
  const [before, after] = ["one\ntwo\ntwo\nthree\nfour", "two\nthree\nthree\nfive\nfour"];
  const lines = lineDifferences(before, after);
  const side = (not: string) => lines.filter(({ kind }) => kind !== not).map(({ text }) => text);
  assert.equal(side("added").join("\n"), before);
  assert.equal(side("removed").join("\n"), after);
});

test("lines far from any difference are left out", () => {
  const many = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const near = nearDifferences(lineDifferences(many.join("\n"), many.with(15, "other").join("\n")), 2);
  assert.equal(near.filter((line) => line === null).length, 1);
  assert.equal(near.filter((line) => line !== null).length, 6);
});

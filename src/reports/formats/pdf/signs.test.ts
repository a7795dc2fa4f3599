/** Signs no font has are named by number, all at once, and nothing else is touched. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { printableJson, withoutSigns } from "./signs.ts";

const fault = (...texts: readonly string[]) =>
  texts.map((text) => `the text \`\\"${text}\\"\` could not be displayed with font`).join(" … ");

test("each missing sign is named wherever it stands", () => {
  const json = JSON.stringify({ a: "help ✅", b: ["中", "plain"], 中: 1 });
  assert.deepEqual(JSON.parse(withoutSigns(json, fault("✅", "中"))), {
    a: "help [U+2705]",
    b: ["[U+4E2D]", "plain"],
    中: 1,
  });
});

test("what is joined to a missing sign goes with it", () => {
  const json = JSON.stringify(["family 👩‍👧 here"]);
  assert.deepEqual(JSON.parse(withoutSigns(json, fault("👩"))), ["family [U+1F469][U+200D][U+1F467] here"]);
});

test("signs Typst writes as numbers are understood", () => {
  assert.deepEqual(JSON.parse(withoutSigns(JSON.stringify(["a\u{e000}b"]), fault("\\u{e000}"))), ["a[U+E000]b"]);
});

test("another fault changes nothing", () => {
  assert.equal(withoutSigns('["✅"]', "expected a table"), '["✅"]');
});

test("controls are named and broken characters shown as broken; line ends stay", () => {
  assert.deepEqual(JSON.parse(printableJson({ a: "x\u0007y\n", b: ["half \ud800", "\ufeff"] })), {
    a: "x[U+0007]y\n",
    b: ["half \ufffd", "[U+FEFF]"],
  });
});

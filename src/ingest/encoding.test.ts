/** Encodings: told apart from the first bytes, and read without losing a letter. */
import assert from "node:assert/strict";
import test from "node:test";
import { decodeHead, detectEncoding } from "./encoding.ts";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

const CASES = [
  // name, bytes, encoding, mark
  ["plain ASCII", Buffer.from("a,b\n1,2"), "utf-8", 0],
  ["UTF-8 with accents", Buffer.from("a,Zoë"), "utf-8", 0],
  ["UTF-8 with a mark", Buffer.from("\uFEFFa,b"), "utf-8", 3],
  ["UTF-16 little end first with a mark", Buffer.from("\uFEFFa,b", "utf16le"), "utf-16le", 2],
  ["UTF-16 big end first with a mark", utf16be("\uFEFFa,b"), "utf-16be", 2],
  ["UTF-16 little end first without a mark", Buffer.from("CHILD,DOB\n", "utf16le"), "utf-16le", 0],
  ["UTF-16 big end first without a mark", utf16be("CHILD,DOB\n"), "utf-16be", 0],
  ["Windows-1252", Buffer.from("a,Zo\xeb \x96 \x80", "latin1"), "windows-1252", 0],
] as const;

for (const [name, bytes, encoding, markBytes] of CASES)
  test(`${name} is ${encoding}`, () => assert.deepEqual(detectEncoding(bytes), { encoding, markBytes }));

test("a letter cut in two at the end of the first bytes does not make UTF-8 look like something else", () => {
  const whole = Buffer.from("name,Zoë");
  assert.equal(detectEncoding(whole.subarray(0, whole.length - 1)).encoding, "utf-8");
});

test("Windows-1252 dashes and euro signs are read as such", () => {
  assert.equal(decodeHead(Buffer.from("\x96\x80\xeb", "latin1")), "–€ë");
});

/** A folder's checksums do not depend on the order of its files, and change with any of their bytes or names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checksumLines, checksumOf } from "./checksums.ts";

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

test("lines are as sha256sum writes them, in order of path", () => {
  assert.equal(
    checksumLines([file("b.txt", ""), file("a.txt", "abc")]),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n" +
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.txt\n",
  );
});

test("one checksum stands for all: any byte, any name, any file more changes it", () => {
  const files = [file("a", "1"), file("b", "2")];
  const whole = checksumOf(files);
  assert.equal(checksumOf(files.toReversed()), whole);
  for (const other of [
    [file("a", "1"), file("b", "3")],
    [file("a", "1"), file("c", "2")],
    [file("a", "1")],
    [...files, file("c", "")],
  ])
    assert.notEqual(checksumOf(other), whole);
});

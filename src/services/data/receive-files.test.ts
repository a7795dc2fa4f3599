/** Files that come from a browser: names made safe, sizes limited, everything removed when abandoned. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { AppError } from "../../domain/errors.ts";
import { receiveFiles, safeName } from "./receive-files.ts";

const data = mkdtempSync(join(tmpdir(), "waymark-receive-"));
after(() => rmSync(data, { recursive: true, force: true }));
const AT = new Date("2026-04-10T09:00:00.000Z");
const filesOf = (id: string): string => join(data, "staged", id, "files");

const NAMES = [
  // as sent, as kept
  ["cin 2026.xml", "cin 2026.xml"],
  ["../../etc/passwd", "passwd"],
  ["C:\\returns\\903.csv", "903.csv"],
  [".hidden", "hidden"],
  ["a\u0000b\n.csv", "a b .csv"],
  ["#sheet?.xlsx", "sheet .xlsx"],
  ["...", "file"],
  ["", "file"],
] as const;
for (const [sent, kept] of NAMES)
  test(`${JSON.stringify(sent)} is kept as ${kept}`, () => assert.equal(safeName(sent), kept));

test("a very long name keeps its ending and fits a file system, in any alphabet", () => {
  const name = safeName(`${"é漢".repeat(200)}.xlsx`);
  assert.match(name, /\.xlsx$/);
  assert.ok(Buffer.byteLength(name) <= 125);
});

test("two files of one name are both kept, whatever their case", async () => {
  const receiving = receiveFiles(data, AT);
  await receiving.take("a.csv", Readable.from([Buffer.from("first")]));
  await receiving.take("A.csv", Readable.from([Buffer.from("second")]));
  assert.deepEqual(receiving.files(), [
    { name: "a.csv", bytes: 5 },
    { name: "A (2).csv", bytes: 6 },
  ]);
  assert.equal(readFileSync(join(filesOf(receiving.id), "A (2).csv"), "utf8"), "second");
});

test("what is too large, alone or together, is refused and all of it can be removed", async () => {
  const receiving = receiveFiles(data, AT, { files: 2, fileBytes: 10, totalBytes: 12 });
  const tooLarge = (error: unknown) => error instanceof AppError && error.code === "FORM_INVALID";
  await receiving.take("a.csv", Readable.from([Buffer.alloc(10)]));
  await assert.rejects(receiving.take("b.csv", Readable.from([Buffer.alloc(3)])), tooLarge);
  await receiving.take("c.csv", Readable.from([Buffer.alloc(2)]));
  await assert.rejects(receiving.take("d.csv", Readable.from([Buffer.alloc(0)])), tooLarge);
  receiving.abandon();
  assert.equal(existsSync(filesOf(receiving.id)), false);
});

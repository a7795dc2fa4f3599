/** `waymark verify` says what holds and what does not, and ends with the code of damage (issue 3, sections 9 and 11). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { run } from "../../src/cli/main.ts";
import { checksumLines } from "../../src/domain/checksums.ts";
import { writeOutEdition } from "../../src/services/editions.ts";
import { writeEdition } from "../../src/store/edition.ts";
import { openStore } from "../../src/store/open-store.ts";
import { by, bytes, sqlitePlaces } from "./places.ts";

const DAMAGED = 6;
const ID = "vital-signs-2026-03-1";
const PUBLIC = [
  { path: "figures.csv", bytes: bytes("reference,value\n1,90\n") },
  { path: "index.html", bytes: bytes("<!doctype html>") },
];
const places = sqlitePlaces();
const place = await places.fresh();
const store = await openStore(place);
await writeEdition(store, by("Ada"), {
  ...{ id: ID, scorecard: "vital-signs", period: "2026-03", number: 1, kind: "first", audience: "members" },
  ...{ reason: null, corrects: null },
  files: [
    ...PUBLIC.map((file) => ({ ...file, path: `public/${file.path}` })),
    { path: "public/checksums.txt", bytes: bytes(checksumLines(PUBLIC)) },
    { path: "internal/card.json", bytes: bytes("{}") },
  ],
});
const root = mkdtempSync(join(tmpdir(), "waymark-verify-"));
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});
let made = 0;

test("a store nobody has tampered with holds", async () => {
  const { code, rows } = await verify("--data", place.data);
  assert.equal(code, 0);
  assert.deepEqual(
    rows.map(({ subject, holds, faults }) => [subject, holds, faults]),
    [
      ["change log", true, []],
      ["access log", true, []],
      [`edition ${ID}`, true, []],
    ],
  );
});

test("a folder written out holds, alone and as the edition it is, and so says sha256sum", async () => {
  const folder = await writtenOut(false);
  assert.equal((await verify("--folder", folder)).code, 0);
  const both = await verify("--folder", folder, "--edition", ID, "--data", place.data);
  assert.deepEqual([both.code, both.rows.at(-1)?.subject], [0, `folder as edition ${ID}`]);
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "checksums.txt"], { cwd: folder });
});

test("what an edition was made from may lie beside it", async () => {
  assert.equal((await verify("--folder", await writtenOut(true))).code, 0);
});

const harms: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
  ["a file changed", (folder) => appendFileSync(join(folder, "figures.csv"), " "), /figures\.csv was changed/],
  ["a file missing", (folder) => rmSync(join(folder, "index.html")), /index\.html is missing/],
  ["a file added", (folder) => writeFileSync(join(folder, "new.html"), ""), /new\.html was not published with it/],
  ["a file renamed", (folder) => renameSync(join(folder, "index.html"), join(folder, "b.html")), /b\.html was not/],
  ["a list that is none", (folder) => writeFileSync(join(folder, "checksums.txt"), "words\n"), /not a list/],
  ["an empty list", (folder) => writeFileSync(join(folder, "checksums.txt"), ""), /not a list/],
  [
    "a list that points outside the folder",
    (folder) => {
      writeFileSync(join(folder, "..", "outside.txt"), "outside");
      const list = checksumLines([...PUBLIC, { path: "../outside.txt", bytes: bytes("outside") }]);
      writeFileSync(join(folder, "checksums.txt"), list);
    },
    /\.\.\/outside\.txt is missing/,
  ],
];
for (const [name, harm, words] of harms)
  test(`a folder with ${name} does not hold`, async () => {
    const folder = await writtenOut(false);
    harm(folder);
    const { code, rows, err } = await verify("--folder", folder);
    assert.equal(code, DAMAGED);
    assert.match(rows[0]!.faults.join(" "), words);
    assert.match(err, /^STORE_DAMAGED: /);
  });

test("a folder whose list was made anew to fit its changes is not the edition", async () => {
  const folder = await writtenOut(false);
  const changed = [{ ...PUBLIC[0]!, bytes: bytes("reference,value\n1,95\n") }, PUBLIC[1]!];
  for (const { path, bytes: content } of changed) writeFileSync(join(folder, path), content);
  writeFileSync(join(folder, "checksums.txt"), checksumLines(changed));
  assert.equal((await verify("--folder", folder)).code, 0);
  const { code, err } = await verify("--folder", folder, "--edition", ID, "--data", place.data);
  assert.equal(code, DAMAGED);
  assert.match(err, /its checksums\.txt is not that of vital-signs-2026-03-1/);
});

test("what cannot be checked is said as such, not as damage", async () => {
  mkdirSync(join(root, "empty"));
  assert.match((await verify("--folder", join(root, "empty"))).err, /^FILE_MISSING: /);
  assert.match((await verify("--edition", "nothing", "--data", place.data)).err, /^EDITION_UNKNOWN: /);
  assert.match((await verify("--again", "--data", place.data)).err, /^USAGE: /);
});

// Last: it harms the store the others read.
test("an entry of the log changed by somebody with the file is named", async () => {
  await places.tamper(place, "drop trigger change_log_no_update; update change_log set actor = 'Eve'");
  const { code, rows } = await verify("--data", place.data);
  assert.equal(code, DAMAGED);
  assert.match(rows[0]!.faults.join(), /^entry 1: the entry has been changed/);
});

async function writtenOut(withInternal: boolean): Promise<string> {
  made += 1;
  const to = join(root, String(made), "edition");
  await writeOutEdition(store, ID, { to, withInternal });
  return to;
}

type Found = { readonly subject: string; readonly holds: boolean; readonly faults: readonly string[] };

async function verify(...options: readonly string[]): Promise<{ code: number; rows: readonly Found[]; err: string }> {
  let out = "";
  let err = "";
  const code = await run(["verify", ...options, "--json"], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    progress: { report: () => undefined, clear: () => undefined },
    clock: () => new Date("2026-04-20T09:00:00Z"),
    user: "Ada",
  });
  return { code, rows: out === "" ? [] : (JSON.parse(out) as readonly Found[]), err };
}

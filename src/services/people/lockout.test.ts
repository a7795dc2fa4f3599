/** Guessing is slowed, more with each wrong password, and never for ever. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore, type Store } from "../open-store.ts";
import { countTry, forgiveTry, NAME_PATIENCE, waitAfter } from "./lockout.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-lockout-"));
let store: Store;
before(async () => {
  store = await openStore({ data: folder });
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const START = Date.parse("2026-04-10T08:00:00.000Z");
const tryAt = (name: string, seconds: number) =>
  countTry(store, { name, address: name, at: new Date(START + seconds * 1000) });

test("the first five tries wait for nothing; then waits double from a minute to a quarter of an hour", () => {
  const waits = [0, 4, 5, 6, 7, 8, 9, 100].map((failures) => waitAfter(failures, NAME_PATIENCE) / 60_000);
  assert.deepEqual(waits, [0, 0, 1, 2, 4, 8, 15, 15]);
});

test("in a day a guesser has about a hundred tries at a name", async () => {
  let made = 0;
  for (let second = 0; second < 86_400; second += 60) if ((await tryAt("guessed", second)) === 0) made++;
  assert.ok(made > 90 && made < 110, String(made));
});

test("a hundred tries at the same moment are no more than five", async () => {
  const waits = await Promise.all(Array.from({ length: 100 }, () => tryAt("at once", 0)));
  assert.equal(waits.filter((wait) => wait === 0).length, 5);
});

test("a right password forgets the wrong ones of the name, and a day without any forgets all", async () => {
  for (let tries = 0; tries < 5; tries++) await tryAt("forgiven", 0);
  assert.ok((await tryAt("forgiven", 1)) > 0);
  await forgiveTry(store, { name: "forgiven", address: "forgiven", at: new Date(START) });
  assert.equal(await tryAt("forgiven", 1), 0);
  for (let tries = 0; tries < 5; tries++) await tryAt("old", 0);
  assert.equal(await tryAt("old", 86_401), 0);
});

test("what was typed as a name is not kept: it may be a password", async () => {
  await countTry(store, { name: "kettle gravel sparrow", address: "10.0.0.1", at: new Date(START) });
  const rows = await store.db.selectFrom("sign_in_failure").selectAll().execute();
  assert.doesNotMatch(JSON.stringify(rows), /kettle/);
});

/** Sessions last as long as they may and no longer, whatever happens in between; the secret is kept nowhere. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { openStore, type Store } from "../open-store.ts";
import { addPerson } from "./people.ts";
import {
  beginSession,
  endOtherSessions,
  endSession,
  findLapsedSession,
  findSession,
  openSessionsOf,
  timeLeft,
} from "./sessions.ts";
import { setSignInSettings } from "./sign-in-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-sessions-"));
const START = Date.parse("2026-04-10T08:00:00.000Z");
const MINUTE = 60_000;
const at = (minutes: number) => new Date(START + minutes * MINUTE);
const by = { actor: "test", at: at(0).toISOString() };
let store: Store;
let person: string;
before(async () => {
  store = await openStore({ data: folder });
  person = (await addPerson(store, by, { name: "Somebody", email: "somebody@wexcombe.example" })).id;
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test("used at any times, a session lasts until a pause longer than the idle limit or until the whole limit", async () => {
  await fc.assert(
    fc.asyncProperty(
      // Looks less than a minute apart are not written down one by one.
      fc.array(fc.integer({ min: 2, max: 80 }), { minLength: 1, maxLength: 20 }),
      fc.constantFrom([30, 4], [60, 12], [20, 1]),
      async (pauses, [idle = 60, whole = 12]) => {
        await setSignInSettings(store, by, { idle_minutes: idle, whole_hours: whole });
        const { secret } = await beginSession(store, { person, how: "local", at: at(0) });
        let now = 0;
        let isOpen = true;
        for (const pause of pauses) {
          now += pause;
          isOpen = isOpen && pause <= idle && now <= whole * 60;
          assert.equal((await findSession(store, secret, at(now))) !== null, isOpen, `${pauses} at ${now}`);
          if (!isOpen) break;
        }
      },
    ),
    { numRuns: 40 },
  );
  await setSignInSettings(store, by, null);
});

test("an ended session is nobody's and cannot lapse; one past its time can still say whose it was", async () => {
  const ended = await beginSession(store, { person, how: "local", at: at(0) });
  await endSession(store, ended.session.id, at(1));
  assert.equal(await findSession(store, ended.secret, at(2)), null);
  assert.equal(await findLapsedSession(store, ended.secret), null);
  const lapsed = await beginSession(store, { person, how: "local", at: at(0) });
  assert.equal(await findSession(store, lapsed.secret, at(61)), null);
  assert.equal((await findLapsedSession(store, lapsed.secret))?.person, person);
});

test("the secret of a session is nowhere in the store, and no two are alike", async () => {
  const secrets = new Set<string>();
  for (let index = 0; index < 20; index++)
    secrets.add((await beginSession(store, { person, how: "local", at: at(0) })).secret);
  assert.equal(secrets.size, 20);
  const rows = JSON.stringify(await store.db.selectFrom("session").selectAll().execute());
  for (const secret of secrets) {
    assert.equal(Buffer.from(secret, "base64url").length, 32);
    assert.ok(!rows.includes(secret));
  }
});

test("ending the others leaves one, and those long idle are not listed", async () => {
  const other = (await addPerson(store, by, { name: "Other", email: "other@wexcombe.example" })).id;
  await beginSession(store, { person: other, how: "local", at: at(-90) });
  const keep = await beginSession(store, { person: other, how: "local", at: at(0) });
  await beginSession(store, { person: other, how: "local", at: at(1) });
  assert.equal((await openSessionsOf(store, other, at(2))).length, 2);
  await endOtherSessions(store, { person: other, keep: keep.session.id, at: at(2) });
  assert.deepEqual(
    (await openSessionsOf(store, other, at(3))).map(({ id }) => id),
    [keep.session.id],
  );
});

test("asking how long a session lasts does not make it last longer; any other request does, up to the whole limit", async () => {
  const { secret, session } = await beginSession(store, { person, how: "local", at: at(0) });
  assert.ok(await findSession(store, secret, at(50), { isPeek: true }));
  assert.deepEqual(await timeLeft(store, session.id, at(50)), { endsInMs: 10 * MINUTE, mayStay: true });
  await findSession(store, secret, at(50));
  assert.deepEqual(await timeLeft(store, session.id, at(50)), { endsInMs: 60 * MINUTE, mayStay: true });
  for (let minute = 100; minute <= 700; minute += 50) await findSession(store, secret, at(minute));
  assert.deepEqual(await timeLeft(store, session.id, at(700)), { endsInMs: 20 * MINUTE, mayStay: false });
});

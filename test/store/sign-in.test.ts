/** What signing in keeps, on each kind of store: of many at once one uses a code, five try a password, and sessions end when they should. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsOf, keepDraft } from "../../src/services/people/drafts.ts";
import { isFirstRun, makeSetUpCode, setUpAdministrator } from "../../src/services/people/first-run.ts";
import { acceptInvitation, invite } from "../../src/services/people/invitations.ts";
import { countTry } from "../../src/services/people/lockout.ts";
import { makeCode, useCode } from "../../src/services/people/one-time-codes.ts";
import { addPerson } from "../../src/services/people/people.ts";
import { beginSession, findSession } from "../../src/services/people/sessions.ts";
import { signInWithPassword } from "../../src/services/people/sign-in.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { storePlaces } from "./places.ts";

const at = new Date("2026-04-10T09:00:00.000Z");
const by = { actor: "test", at: at.toISOString() };
const PASSWORD = "kettle gravel sparrow";

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => {
      const store = await openStore(await places.fresh());
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });
  };

  check("of ten who use a code at once, one succeeds", async (store) => {
    const code = await makeCode(store, { kind: "provider", at, lastsMs: 60_000, content: { state: "s" } });
    const all = await Promise.all(Array.from({ length: 10 }, () => useCode(store, { kind: "provider", code, at })));
    assert.deepEqual(
      all.filter((one) => one !== null),
      [{ person: null, content: { state: "s" } }],
    );
  });

  check("a code of one kind is no code of another, and none after its time", async (store) => {
    const code = await makeCode(store, { kind: "first-run", at, lastsMs: 60_000 });
    assert.equal(await useCode(store, { kind: "invitation", code, at }), null);
    assert.equal(await useCode(store, { kind: "first-run", code, at: new Date(at.getTime() + 60_000) }), null);
    assert.equal(
      JSON.stringify(await store.db.selectFrom("one_time_code").selectAll().execute()).includes(code),
      false,
    );
  });

  check("of forty tries at once at a name, from forty addresses, five are made", async (store) => {
    const tries = Array.from({ length: 40 }, (_, index) =>
      countTry(store, { name: "ada", address: `10.0.0.${index}`, at }),
    );
    assert.equal((await Promise.all(tries)).filter((wait) => wait === 0).length, 5);
  });

  check("the first administrator is made once, however many hold a code", async (store) => {
    assert.equal(await isFirstRun(store, at), true);
    const codes = [await makeSetUpCode(store, at), await makeSetUpCode(store, at)];
    const setUp = (index: number) =>
      setUpAdministrator(store, {
        code: codes[index] ?? "",
        name: "Pat",
        email: `pat-${index}@wexcombe.example`,
        password: PASSWORD,
        at,
      });
    await setUp(0);
    assert.equal(await isFirstRun(store, at), false);
    await assert.rejects(setUp(1), /This code is not right/);
  });

  check("somebody invited signs in, and their session and drafts are found", async (store) => {
    const { id, email } = await addPerson(store, by, { name: "Robin", email: "robin@wexcombe.example" });
    const { code } = await invite(store, by, id);
    await acceptInvitation(store, { code, password: PASSWORD, at });
    const { person } = await signInWithPassword(store, { email, password: PASSWORD, address: "10.0.0.1", at });
    const { secret } = await beginSession(store, { person: person.id, how: "local", at });
    assert.equal((await findSession(store, secret, new Date(at.getTime() + 30 * 60_000)))?.person, id);
    for (const text of ["first", "second"])
      await keepDraft(store, id, { form: "/comments/new", fields: { text }, at: by.at });
    assert.deepEqual(await draftsOf(store, id), [{ form: "/comments/new", fields: { text: "second" }, at: by.at }]);
  });
}

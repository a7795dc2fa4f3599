/** People and their roles from the command line: what an administrator at the machine does before anybody can sign in. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { run } from "../src/cli/main.ts";
import { openStore } from "../src/services/open-store.ts";
import { acceptInvitation } from "../src/services/people/invitations.ts";
import { signInWithPassword } from "../src/services/people/sign-in.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-people-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const PASSWORD = "kettle gravel sparrow";
const now = new Date("2026-04-10T09:00:00.000Z");

type Printed = { readonly code: number; readonly out: string; readonly err: string };
async function waymark(line: readonly string[], more: object = {}): Promise<Printed> {
  let out = "";
  let err = "";
  const code = await run([...line, "--data", folder], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    progress: { report: () => undefined, clear: () => undefined },
    clock: () => now,
    user: "test",
    ...more,
  });
  return { code, out, err };
}

const people = (...line: readonly string[]) => waymark(["people", ...line]);
const ROBIN = ["--email", "robin@wexcombe.example"];

test("a person is added, given a role over a team, invited, and signs in with the password they set", async () => {
  assert.equal((await people("add", "--name", "Robin", ...ROBIN)).code, 0);
  const granted = await people("grant", ...ROBIN, "--role", "team-manager", "--team", "North", "--to", "2027-03-31");
  assert.match(granted.out, /is Team manager over team North from 2026-04-10 to 2027-03-31 \(grant 1\)/);
  const { out } = await people("invite", ...ROBIN);
  const code = /#([A-Z0-9-]+)/.exec(out)?.[1] ?? "";
  const store = await openStore({ data: folder });
  await acceptInvitation(store, { code, password: PASSWORD, at: now });
  const { person } = await signInWithPassword(store, {
    email: "robin@wexcombe.example",
    password: PASSWORD,
    address: "test",
    at: now,
  });
  assert.equal(person.name, "Robin");
  await store.close();
});

test("the list shows each role with its scope and days, as JSON too", async () => {
  const rows = JSON.parse((await people("list", "--json")).out);
  assert.deepEqual(rows[0], {
    email: "robin@wexcombe.example",
    name: "Robin",
    account: "open",
    grant: 1,
    role: "team-manager",
    over: "team North",
    from: "2026-04-10",
    to: "2027-03-31",
  });
});

test("a role is withdrawn by the id of its grant", async () => {
  assert.equal((await people("withdraw", "1")).code, 0);
  assert.match((await people("list")).out, /robin@wexcombe\.example +Robin +open *\n/);
});

test("a closed account cannot be invited until it is open again", async () => {
  assert.equal((await people("close", ...ROBIN)).code, 0);
  const refused = await people("invite", ...ROBIN);
  assert.equal(refused.code, 7);
  assert.match(refused.err, /The account is closed/);
  await people("reopen", ...ROBIN);
  assert.equal((await people("invite", ...ROBIN)).code, 0);
});

const WRONG = [
  [["grant", "--email", "nobody@wexcombe.example", "--role", "analyst"], 7, /Nobody is known by/],
  [["grant", ...ROBIN, "--role", "king"], 2, /Allowed choices/],
  [["grant", ...ROBIN, "--role", "analyst", "--team", "A", "--service", "B"], 2, /More than one scope/],
  [["grant", ...ROBIN, "--role", "analyst", "--from", "1 April"], 2, /is no day/],
  [["grant", ...ROBIN, "--role", "analyst", "--to", "2020-01-01"], 2, /is before the first/],
  [["add", "--name", "Robin again", ...ROBIN], 7, /known already/],
] as const;
for (const [line, code, words] of WRONG) {
  test(`people ${line.join(" ")} is refused with what is wrong`, async () => {
    const answer = await people(...line);
    assert.equal(answer.code, code);
    assert.match(answer.err, words);
  });
}

test("the first administrator’s address is made while there is none, and not after", async () => {
  assert.match((await people("set-up")).out, /\/set-up#[A-Z0-9-]{29}\n/);
  const glass = await people("break-glass", "--name", "Break glass", "--email", "glass@wexcombe.example");
  const code = /\/set-up\/password#([A-Z0-9-]{29}) /.exec(glass.out)?.[1] ?? "";
  assert.match((await people("set-up")).out, /\/set-up#/, "nobody has set the password yet");
  const store = await openStore({ data: folder });
  await acceptInvitation(store, { code, password: PASSWORD, at: now });
  await store.close();
  assert.match((await people("set-up")).out, /There is an administrator already/);
});

test("sign-in settings are read from a file, shown as written, refused with what is wrong, and reset", async () => {
  const file = join(folder, "sign-in.yaml");
  writeFileSync(
    file,
    "provider: { name: Council account, issuer: 'https://login.example/tenant', client_id: abc, secret: { environment: SECRET } }\n" +
      "groups:\n  - { group: g1, role: team-manager, scope: { team: North } }\n",
  );
  assert.match((await waymark(["sign-in", "set", file])).out, /In force: Council account, 1 groups/);
  assert.match((await waymark(["sign-in", "show"])).out, /issuer: https:\/\/login\.example\/tenant/);
  const check = await waymark(["sign-in", "check"], { environment: {} });
  assert.match(check.err, /its client secret is not in the environment variable SECRET/);
  writeFileSync(file, "groups: [{ group: g1, role: king, scope: authority }]\n");
  assert.match((await waymark(["sign-in", "set", file])).err, /groups\[0\]\.role/);
  writeFileSync(file, "provider: { issuer: 'http://login.example', client_id: abc, secret: { file: /x } }\n");
  assert.match((await waymark(["sign-in", "set", file])).err, /must begin with https/);
  assert.match((await waymark(["sign-in", "reset"])).out, /local accounts/);
});

test("a trial does not start in production", async () => {
  const { code, err } = await waymark(["serve", "--demo"], { environment: { NODE_ENV: "production" } });
  assert.equal(code, 2);
  assert.match(err, /does not start where NODE_ENV is production/);
});

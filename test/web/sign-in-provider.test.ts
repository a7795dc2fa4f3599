/** Signing in with the council's own identity provider, played against a real one on this machine. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { linkPerson } from "../../src/services/people/oidc/link-person.ts";
import { setPassword } from "../../src/services/people/passwords.ts";
import { addPerson, grantRole, grantsOf, personWithEmail } from "../../src/services/people/people.ts";
import { setSignInSettings } from "../../src/services/people/sign-in-settings.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Council, openCouncil } from "./council.ts";
import { openProvider, type TestProvider } from "./identity-provider.ts";

const ORIGIN = "http://localhost";
const PASSWORD = "kettle gravel sparrow";
let skewMs = 0;
let council: Council;
let provider: TestProvider;
let folder: string;

before(async () => {
  provider = await openProvider(ORIGIN);
  council = await openCouncil(() => new Date(Date.now() + skewMs));
  folder = mkdtempSync(join(tmpdir(), "waymark-secret-"));
  writeFileSync(join(folder, "secret"), `${provider.clientSecret}\n`);
  await setSignInSettings(council.store, by(), settings(provider.issuer));
});
after(async () => {
  await provider.close();
  await council.close();
  rmSync(folder, { recursive: true, force: true });
});

const by = () => ({ actor: "test", at: new Date().toISOString() });
const settings = (issuer: string) => ({
  provider: { name: "Wexcombe account", issuer, client_id: "waymark", secret: { file: join(folder, "secret") } },
  groups: [
    { group: "analysts", role: "analyst", scope: "authority" },
    { group: "north-managers", role: "team-manager", scope: { team: "North" } },
    { group: "workers", role: "team-manager", scope: { own_cases_of_claim: "employee_id" } },
  ],
});

let many = 0;
const analyst = (more: object = {}) => {
  const id = `subject-${++many}`;
  return { id, claims: { name: `Person ${many}`, email: `${id}@wexcombe.example`, groups: ["analysts"], ...more } };
};
const get = (url: string, cookie = "") => council.app.inject({ url, headers: { host: "localhost", cookie } });
type Answer = Awaited<ReturnType<typeof get>>;
const cookieNamed = (answer: Answer, name: string) =>
  `${name}=${answer.cookies.find((one) => one.name === name)?.value ?? ""}`;

/** Begins at Waymark, walks through the provider, and stands before the return. `change` tampers with the address of the provider. */
async function upToReturn(change: (url: URL) => void = () => undefined): Promise<{ cookie: string; back: string }> {
  const begun = await get("/sign-in/provider?next=/measures");
  assert.equal(begun.statusCode, 303);
  const url = new URL(String(begun.headers.location));
  change(url);
  return { cookie: cookieNamed(begun, "waymark-sign-in"), back: (await provider.walk(url.href)).slice(ORIGIN.length) };
}

/** The whole way. */
async function signIn(user: TestProvider["user"]): Promise<Answer> {
  provider.user = user;
  // Another person at another browser: without this the provider would let the last one through.
  provider.rotate();
  const { cookie, back } = await upToReturn();
  return get(back, cookie);
}

async function assertRefused(answer: Answer, why: RegExp): Promise<void> {
  assert.ok([401, 403].includes(answer.statusCode), `${answer.statusCode}`);
  assert.equal(
    answer.cookies.some(({ name, value }) => name === "waymark" && value !== ""),
    false,
  );
  const last = (await readAccessLog(council.store)).at(-1);
  assert.equal(last?.what, "sign-in refused");
  assert.match(JSON.stringify(last?.detail), why);
}

test("somebody in a group that has a role is signed in, known by issuer and subject, and led where they were going", async () => {
  const user = analyst();
  const answer = await signIn(user);
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, "/measures");
  assert.equal((await get("/measures", cookieNamed(answer, "waymark"))).statusCode, 200);
  const person = await personWithEmail(council.store, user.claims.email);
  assert.equal(person?.externalId, `${provider.issuer} ${user.id}`);
  assert.deepEqual((await readAccessLog(council.store)).at(-1)?.detail, { how: "oidc" });
});

test("the provider is asked with PKCE, state and nonce", async () => {
  const { searchParams } = new URL(String((await get("/sign-in/provider")).headers.location));
  assert.equal(searchParams.get("code_challenge_method"), "S256");
  for (const name of ["code_challenge", "state", "nonce"]) assert.ok((searchParams.get(name) ?? "").length >= 43, name);
});

test("an answer with another state is refused, and cannot be tried again", async () => {
  provider.user = analyst();
  const { cookie, back } = await upToReturn();
  await assertRefused(await get(back.replace(/state=[^&]+/, "state=guessed"), cookie), /does not hold/);
  await assertRefused(await get(back, cookie), /begun in another browser, twice/);
});

test("an answer in a browser that did not begin is refused", async () => {
  provider.user = analyst();
  const { back } = await upToReturn();
  await assertRefused(await get(back), /begun in another browser/);
});

test("an answer with another nonce is refused", async () => {
  provider.user = analyst();
  const { cookie, back } = await upToReturn((url) => url.searchParams.set("nonce", "another"));
  await assertRefused(await get(back, cookie), /does not hold/);
});

test("a code that has expired is refused", async () => {
  provider.user = analyst();
  provider.lasts.code = 1;
  try {
    const { cookie, back } = await upToReturn();
    await pause(2_100);
    await assertRefused(await get(back, cookie), /invalid_grant/);
  } finally {
    provider.lasts.code = 60;
  }
});

test("a sign-in left lying for more than ten minutes is refused", async () => {
  provider.user = analyst();
  const { cookie, back } = await upToReturn();
  skewMs = 11 * 60_000;
  try {
    await assertRefused(await get(back, cookie), /too long ago/);
  } finally {
    skewMs = 0;
  }
});

test("keys rotated since the last sign-in are taken up at once", async () => {
  const user = analyst();
  assert.equal((await signIn(user)).statusCode, 303);
  provider.rotate();
  assert.equal((await signIn(user)).statusCode, 303);
});

test("a token signed with a key the provider does not publish is refused", async () => {
  provider.user = analyst();
  provider.rotate({ publish: false });
  try {
    const { cookie, back } = await upToReturn();
    await assertRefused(await get(back, cookie), /does not hold/);
  } finally {
    provider.rotate();
  }
});

for (const [seconds, words] of [
  [100, "is borne"],
  [400, "is not"],
] as const) {
  test(`a clock that differs by ${seconds} seconds ${words}, with tokens of a minute and a tolerance of two`, async () => {
    provider.user = analyst();
    provider.rotate();
    skewMs = seconds * 1000;
    try {
      const { cookie, back } = await upToReturn();
      assert.equal((await get(back, cookie)).statusCode, seconds === 100 ? 303 : 401);
    } finally {
      skewMs = 0;
    }
  });
}

test("when a person's groups change, the next sign-in gives and takes roles; what an administrator gave stays", async () => {
  const user = analyst();
  await signIn(user);
  const { id } = (await personWithEmail(council.store, user.claims.email)) ?? { id: "" };
  const auditor = { role: "auditor", scope: { kind: "authority" }, from: "2020-01-01", to: null } as const;
  await grantRole(council.store, by(), { person: id, grant: auditor });
  await signIn({ ...user, claims: { ...user.claims, groups: ["north-managers"] } });
  const held = (await grantsOf(council.store, id)).map(({ role, scope }) => ({ role, scope }));
  assert.deepEqual(held, [
    { role: "auditor", scope: { kind: "authority" } },
    { role: "team-manager", scope: { kind: "team", name: "North" } },
  ]);
});

test("a worker's group reaches the cases of the worker the claim names, and nobody's without the claim", async () => {
  const worker = analyst({ groups: ["workers"], employee_id: "SW0042" });
  assert.equal((await signIn(worker)).statusCode, 303);
  const person = await personWithEmail(council.store, worker.claims.email);
  assert.deepEqual((await grantsOf(council.store, person?.id ?? ""))[0]?.scope, {
    kind: "own-cases",
    worker: "SW0042",
  });
  await assertRefused(await signIn(analyst({ groups: ["workers"] })), /hold no role/);
});

test("somebody taken out of every group is refused, and what they had open ends", async () => {
  const user = analyst();
  const open = cookieNamed(await signIn(user), "waymark");
  await assertRefused(await signIn({ ...user, claims: { ...user.claims, groups: [] } }), /hold no role/);
  assert.equal((await get("/measures", open)).statusCode, 303);
});

test("somebody the council knows but who holds no role leaves no account behind", async () => {
  const user = analyst({ groups: ["caretakers"] });
  await assertRefused(await signIn(user), /hold no role/);
  assert.equal(await personWithEmail(council.store, user.claims.email), null);
});

test("groups too many to send are not read as no groups", async () => {
  const user = analyst({ groups: undefined, _claim_names: { groups: "src1" } });
  await assertRefused(await signIn(user), /more groups than/);
});

test("an account added beforehand is taken over by a verified address only", async () => {
  const user = analyst();
  const { id } = await addPerson(council.store, by(), { name: "Added before", email: user.claims.email });
  await assertRefused(await signIn(user), /Another account/);
  const verified = { ...user, claims: { ...user.claims, email_verified: true } };
  assert.equal((await signIn(verified)).statusCode, 303);
  assert.equal((await personWithEmail(council.store, user.claims.email))?.id, id);
  const impostor = { ...verified, id: "somebody-else" };
  await assertRefused(await signIn(impostor), /Another account/);
});

test("an account an administrator tied to the provider's id is that person's", async () => {
  const user = analyst();
  const { id } = await addPerson(council.store, by(), { name: "Tied", email: "other.address@wexcombe.example" });
  await linkPerson(council.store, by(), { id, externalId: `${provider.issuer} ${user.id}` });
  assert.equal((await signIn(user)).statusCode, 303);
  assert.equal(await personWithEmail(council.store, user.claims.email), null);
});

test("somebody the provider refuses is told so", async () => {
  await assertRefused(await signIn(null), /access_denied/);
});

test("passwords are refused but for break-glass accounts, whose sign-in is marked in the log", async () => {
  const send = (email: string) =>
    council.app.inject({
      method: "POST",
      url: "/sign-in",
      headers: { host: "localhost", "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ email, password: PASSWORD }).toString(),
    });
  for (const [email, isBreakGlass, status] of [
    ["plain@wexcombe.example", false, 401],
    ["glass@wexcombe.example", true, 303],
  ] as const) {
    const { id } = await addPerson(council.store, by(), { name: "Local", email, isBreakGlass });
    await setPassword(council.store, by(), { id, password: PASSWORD });
    assert.equal((await send(email)).statusCode, status);
  }
  assert.deepEqual((await readAccessLog(council.store)).at(-1)?.detail, { how: "break-glass" });
});

test("signing out ends the session at the provider too: the next sign-in asks who it is", async () => {
  const cookie = cookieNamed(await signIn(analyst()), "waymark");
  const _token = /name="_token" value="([^"]+)"/.exec((await get("/sign-out", cookie)).body)?.[1] ?? "";
  const out = await council.app.inject({
    method: "POST",
    url: "/sign-out",
    headers: { host: "localhost", cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ _token }).toString(),
  });
  assert.equal(out.headers.location, "/sign-out/done?too=provider");
  assert.equal((await get(String(out.headers.location))).headers.refresh, "0; url=/sign-out/provider");
  const asked = provider.asked();
  await upToReturn();
  assert.equal(provider.asked(), asked, "before, the provider still knew the browser");
  const there = await get("/sign-out/provider");
  assert.equal(await provider.walk(String(there.headers.location)), `${ORIGIN}/sign-out/done`);
  await upToReturn();
  assert.equal(provider.asked(), asked + 1);
});

test("while the provider is down the sign-in page says so and still takes a break-glass account", async () => {
  await setSignInSettings(council.store, by(), settings("http://127.0.0.1:9"));
  const { statusCode, body } = await get("/sign-in/provider");
  assert.equal(statusCode, 503);
  assert.match(body, /Signing in with Wexcombe account is not possible just now/);
  assert.match(body, /Use a break-glass account/);
});

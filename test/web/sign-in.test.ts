/** Local accounts: made without a default password, signed in to slowly when guessed at, changed and left; and what was being written survives. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keepDraft } from "../../src/services/people/drafts.ts";
import { makeSetUpCode } from "../../src/services/people/first-run.ts";
import { invite } from "../../src/services/people/invitations.ts";
import { setPassword } from "../../src/services/people/passwords.ts";
import { addPerson, grantRole } from "../../src/services/people/people.ts";
import { readAccessLog, readLog } from "../../src/store/logs.ts";
import { type Council, NOW, openCouncil } from "./council.ts";

const PASSWORD = "kettle gravel sparrow";
const OTHER_PASSWORD = "velvet anchor thistle";
let now = NOW;
let council: Council;
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
before(async () => {
  council = await openCouncil(() => now);
});
after(() => council.close());

const by = () => ({ actor: "test", at: now.toISOString() });
let made = 0;
async function newcomer(password: string | null = PASSWORD): Promise<{ id: string; email: string }> {
  const email = `newcomer-${++made}@wexcombe.example`;
  const { id } = await addPerson(council.store, by(), { name: `Newcomer ${made}`, email });
  const grant = { role: "analyst", scope: { kind: "authority" }, from: "2020-01-01", to: null } as const;
  await grantRole(council.store, by(), { person: id, grant });
  if (password !== null) await setPassword(council.store, by(), { id, password });
  return { id, email };
}

type Sent = { readonly cookie?: string; readonly referer?: string; readonly remoteAddress?: string };
const send = (url: string, form: Record<string, string>, { remoteAddress = "127.0.0.1", ...headers }: Sent = {}) =>
  council.app.inject({
    method: "POST",
    url,
    remoteAddress,
    headers: { host: "localhost", "content-type": "application/x-www-form-urlencoded", ...headers },
    payload: new URLSearchParams(form).toString(),
  });
const get = (url: string, cookie: string) => council.app.inject({ url, headers: { host: "localhost", cookie } });
const cookieOf = ({ cookies }: Awaited<ReturnType<typeof send>>) =>
  `waymark=${cookies.find(({ name }) => name === "waymark")?.value}`;
const tokenIn = (body: string) => /name="_token" value="([^"]+)"/.exec(body)?.[1] ?? "";

test("the first administrator is made with the terminal’s code, once; there is no password to begin with", async () => {
  assert.match((await council.app.inject("/set-up")).body, /Nobody can administer this installation yet/);
  const typed = { name: "Pat Brook", email: "pat.brook@wexcombe.example", password: PASSWORD };
  const guessed = await send("/set-up", { ...typed, code: "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA" });
  assert.equal(guessed.statusCode, 401);
  assert.match(guessed.body, /value="Pat Brook"/);
  const late = await makeSetUpCode(council.store, now);
  later(61);
  assert.equal((await send("/set-up", { ...typed, code: late })).statusCode, 401);
  const code = await makeSetUpCode(council.store, now);
  const another = await makeSetUpCode(council.store, now);
  const done = await send("/set-up", { ...typed, code });
  assert.equal(done.statusCode, 303);
  assert.equal((await get("/admin", cookieOf(done))).statusCode, 200);
  assert.match((await council.app.inject("/set-up")).body, /There is nothing left to set up/);
  assert.equal((await send("/set-up", { ...typed, email: "second@wexcombe.example", code: another })).statusCode, 401);
});

test("the right password signs a person in and leads back to where they were going", async () => {
  const { email } = await newcomer();
  const answer = await send("/sign-in", { email: ` ${email.toUpperCase()} `, password: PASSWORD, next: "/data" });
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, "/data");
  const set = String(answer.headers["set-cookie"]);
  assert.match(set, /HttpOnly/);
  assert.match(set, /SameSite=Lax/);
  assert.equal((await get("/account", cookieOf(answer))).statusCode, 200);
  assert.deepEqual((await readAccessLog(council.store)).at(-1)?.detail, { how: "local" });
});

test("a wrong password and a name there is not are answered in the same words", async () => {
  const { email } = await newcomer();
  const wrong = await send("/sign-in", { email, password: "wrong wrong wrong" });
  const unknown = await send("/sign-in", { email: "nobody@wexcombe.example", password: "wrong wrong wrong" });
  assert.equal(wrong.statusCode, 401);
  assert.equal(unknown.statusCode, 401);
  assert.equal(wrong.body.replaceAll(email, "X"), unknown.body.replaceAll("nobody@wexcombe.example", "X"));
  assert.doesNotMatch(wrong.body, /wrong wrong wrong/);
  assert.match(wrong.body, /There is a problem/);
});

test("a refused sign-in is in the access log without what was typed", async () => {
  await send("/sign-in", { email: "my secret by mistake", password: "x" });
  const last = (await readAccessLog(council.store)).at(-1);
  assert.equal(last?.what, "sign-in refused");
  assert.doesNotMatch(JSON.stringify(last), /my secret/);
});

test("an empty form says what to enter, beside each field and at the top", async () => {
  const { statusCode, body } = await send("/sign-in", { email: "", password: "" });
  assert.equal(statusCode, 422);
  assert.match(body, /href="#email">Enter your email address/);
  assert.match(body, /id="password-error"/);
});

test("after five wrong passwords even the right one must wait, and a name there is not waits too", async () => {
  const { email } = await newcomer();
  for (const name of [email, "ghost@wexcombe.example"]) {
    for (let tries = 0; tries < 5; tries++)
      assert.equal(
        (await send("/sign-in", { email: name, password: "no no no no no" }, { remoteAddress: "10.0.0.1" })).statusCode,
        401,
      );
    assert.equal(
      (await send("/sign-in", { email: name, password: PASSWORD }, { remoteAddress: "10.0.0.2" })).statusCode,
      429,
    );
  }
  later(2);
  assert.equal((await send("/sign-in", { email, password: PASSWORD }, { remoteAddress: "10.0.0.2" })).statusCode, 303);
});

test("one address that tries many names must wait as well", async () => {
  const remoteAddress = "10.0.0.9";
  for (let tries = 0; tries < 30; tries++)
    await send("/sign-in", { email: `guess-${tries}@wexcombe.example`, password: "no" }, { remoteAddress });
  const { email } = await newcomer();
  assert.equal((await send("/sign-in", { email, password: PASSWORD }, { remoteAddress })).statusCode, 429);
  assert.equal((await send("/sign-in", { email, password: PASSWORD }, { remoteAddress: "10.0.0.10" })).statusCode, 303);
});

test("more than sixty requests a minute from one address are turned away before anything is looked up", async () => {
  const remoteAddress = "10.0.0.77";
  const codes: number[] = [];
  for (let tries = 0; tries < 62; tries++) codes.push((await send("/sign-in", {}, { remoteAddress })).statusCode);
  assert.deepEqual([codes[59], codes[61]], [422, 429]);
});

test("signing in ends the session the browser had before", async () => {
  const { email } = await newcomer();
  const first = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const token = tokenIn((await get("/account", first)).body);
  const second = cookieOf(await send("/sign-in", { email, password: PASSWORD, _token: token }, { cookie: first }));
  assert.equal((await get("/account", first)).statusCode, 303);
  assert.equal((await get("/account", second)).statusCode, 200);
});

test("signing out ends the session and is logged", async () => {
  const caller = await council.as("analyst");
  assert.match((await caller.get("/sign-out")).body, /Sign out of Waymark/);
  const { headers } = await caller.post("/sign-out");
  assert.equal(headers.location, "/sign-out/done");
  assert.equal((await caller.get("/account")).statusCode, 303);
  assert.equal((await readAccessLog(council.store)).at(-1)?.what, "sign-out");
});

test("the password is changed only with the present one, and every other session ends", async () => {
  const { email } = await newcomer();
  const elsewhere = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const here = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const _token = tokenIn((await get("/account", here)).body);
  const wrong = await send(
    "/account/password",
    { _token, current: "not it at all", new: OTHER_PASSWORD },
    { cookie: here },
  );
  assert.equal(wrong.statusCode, 422);
  const weak = await send("/account/password", { _token, current: PASSWORD, new: "password1234" }, { cookie: here });
  assert.match(weak.body, /id="new-error"/);
  const changed = await send("/account/password", { _token, current: PASSWORD, new: OTHER_PASSWORD }, { cookie: here });
  assert.equal(changed.headers.location, "/account?done=password");
  assert.equal((await get("/account", elsewhere)).statusCode, 303);
  assert.equal((await get("/account", here)).statusCode, 303);
  assert.equal((await get("/account", cookieOf(changed))).statusCode, 200);
  assert.equal((await send("/sign-in", { email, password: PASSWORD })).statusCode, 401);
  assert.doesNotMatch(JSON.stringify(await readLog(council.store)), /argon2|velvet/);
});

test("a person ends their other sessions from the account page", async () => {
  const { email } = await newcomer();
  const elsewhere = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const here = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const { body } = await get("/account", here);
  assert.equal(body.match(/With a password/g)?.length, 2);
  await send("/account/sessions", { _token: tokenIn(body) }, { cookie: here });
  assert.equal((await get("/account", elsewhere)).statusCode, 303);
  assert.equal((await get("/account", here)).statusCode, 200);
});

test("an invitation sets a password once, and a code that has failed the rules stays good", async () => {
  const { id, email } = await newcomer(null);
  const { code, path } = await invite(council.store, by(), id);
  assert.equal(path, `/set-up/password#${code}`);
  assert.equal((await send("/set-up/password", { code, password: "too short" })).statusCode, 422);
  const accepted = await send("/set-up/password", {
    code: code.toLowerCase().replaceAll("-", " "),
    password: PASSWORD,
  });
  assert.equal(accepted.statusCode, 303);
  assert.equal((await get("/account", cookieOf(accepted))).statusCode, 200);
  assert.equal((await send("/set-up/password", { code, password: OTHER_PASSWORD })).statusCode, 401);
  assert.equal((await send("/sign-in", { email, password: PASSWORD })).statusCode, 303);
});

test("an administrator makes an invitation and sees it once; a closed account gets none", async () => {
  const administrator = await council.as("administrator");
  const { id } = await newcomer(null);
  assert.match((await administrator.get(`/admin/people/${id}`)).body, new RegExp(`/admin/people/${id}/invitation`));
  const { body } = await administrator.post(`/admin/people/${id}/invitation`);
  const code = /http:\/\/localhost\/set-up\/password#([A-Z0-9-]{29})/.exec(body)?.[1] ?? "";
  assert.doesNotMatch((await administrator.get(`/admin/people/${id}/invitation`)).body, new RegExp(code));
  assert.equal((await send("/set-up/password", { code, password: PASSWORD })).statusCode, 303);
  await administrator.post(`/admin/people/${id}`, { deed: "close" });
  const refused = await administrator.post(`/admin/people/${id}/invitation`);
  assert.equal(refused.statusCode, 409);
  assert.match(refused.body, /The account is closed/);
  assert.equal((await (await council.as("analyst")).post(`/admin/people/${id}/invitation`)).statusCode, 403);
});

test("an invitation three days old, or one a later one stands in place of, opens nothing", async () => {
  const { id } = await newcomer(null);
  const first = await invite(council.store, by(), id);
  const second = await invite(council.store, by(), id);
  assert.equal((await send("/set-up/password", { code: first.code, password: PASSWORD })).statusCode, 401);
  later(72 * 60 + 1);
  assert.equal((await send("/set-up/password", { code: second.code, password: PASSWORD })).statusCode, 401);
});

test("what was written in a session that has ended is kept, and is there after signing in again", async () => {
  const { email } = await newcomer();
  const cookie = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const _token = tokenIn((await get("/account", cookie)).body);
  later(61);
  const referer = "http://localhost/account?done=sessions";
  const form = { _token, note: "A long comment about visits.", new: "", current: PASSWORD };
  const lapsed = await send("/account/sessions", form, { cookie, referer });
  assert.equal(lapsed.headers.location, "/sign-in?next=%2Faccount&why=kept");
  assert.match((await council.app.inject(String(lapsed.headers.location))).body, /What you wrote is kept/);
  const again = cookieOf(await send("/sign-in", { email, password: PASSWORD, next: "/account" }));
  assert.match((await get("/account", again)).body, /A long comment about visits\./);
});

test("another site cannot put words into the drafts of a session that has ended", async () => {
  const { email } = await newcomer();
  const cookie = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  later(61);
  const lapsed = await send("/account/sessions", { _token: "guessed", note: "Planted." }, { cookie });
  assert.equal(lapsed.headers.location, "/sign-in?next=%2Faccount%2Fsessions&why=ended");
  const again = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  assert.doesNotMatch((await get("/account", again)).body, /Planted/);
});

test("a draft kept while writing is the writer’s alone, holds no secret, and goes when its form is taken", async () => {
  const writer = await council.as("analyst");
  const reader = await council.as("analyst");
  const token = tokenIn((await writer.get("/sign-out")).body);
  const fields = { note: "Half a sentence", password: "never kept", _token: token };
  const keep = (formToken: string) =>
    council.app.inject({
      method: "POST",
      url: "/drafts",
      headers: { host: "localhost", cookie: writer.cookie, "x-waymark-form-token": formToken },
      payload: { form: "/account", fields },
    });
  assert.equal((await keep("another")).statusCode, 403);
  assert.equal((await keep(token)).statusCode, 204);
  assert.deepEqual((await writer.get("/drafts?form=/account")).json().fields, { note: "Half a sentence" });
  assert.equal((await reader.get("/drafts?form=/account")).json(), null);
  const from = { cookie: writer.cookie, referer: "http://localhost/account?done=draft" };
  await send("/account/sessions", { _token: token }, from);
  assert.notEqual((await writer.get("/drafts?form=/account")).json(), null, "another form of the page was sent");
  await send("/account/sessions", { _token: token, note: "Half a sentence" }, from);
  assert.equal((await writer.get("/drafts?form=/account")).json(), null);
});

test("a draft thrown away can be put back", async () => {
  const { id, email } = await newcomer();
  await keepDraft(council.store, id, { form: "/comments/new", fields: { body: "Kept words" }, at: now.toISOString() });
  const cookie = cookieOf(await send("/sign-in", { email, password: PASSWORD }));
  const { body } = await get("/account", cookie);
  assert.match(body, /Kept words/);
  const _token = tokenIn(body);
  const thrown = await send("/account/drafts", { _token, form: "/comments/new" }, { cookie });
  const after = await get(String(thrown.headers.location), cookie);
  assert.match(after.body, /Put it back/);
  assert.doesNotMatch(after.body, /Kept words/);
  await send("/account/drafts", { _token }, { cookie });
  assert.match((await get("/account", cookie)).body, /Kept words/);
});

const ELSEWHERE = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/sign-out",
  "/%5Cevil",
  "/\tfoo",
];
for (const next of ELSEWHERE) {
  test(`after signing in nobody is sent on to ${JSON.stringify(next)}`, async () => {
    const { email } = await newcomer();
    const { headers } = await send("/sign-in", { email, password: PASSWORD, next });
    assert.ok(["/", "/%5Cevil"].includes(String(headers.location)), String(headers.location));
  });
}

/** Behind a proxy: HTTPS or nothing, known names only, a cookie bound to the host; and what must never be shared is not. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { setPassword } from "../../src/services/people/passwords.ts";
import { addPerson } from "../../src/services/people/people.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { buildApp } from "../../src/web/app.ts";
import { serve } from "../../src/web/serve.ts";
import { sessionGate } from "../../src/web/session-gate.ts";
import { type Council, openCouncil } from "./council.ts";

const HOST = "waymark.wexcombe.example";
const PROXY = "10.9.8.7";
const PASSWORD = "kettle gravel sparrow";
let council: Council;
let app: FastifyInstance;
const partsOf = (desk: Council["desk"]) => ({ services: webServicesOf(desk), gate: sessionGate(desk), desk });
before(async () => {
  council = await openCouncil();
  app = buildApp({ ...partsOf(council.desk), clock: council.desk.clock, hosts: [HOST], proxies: [PROXY] });
});
after(async () => {
  await app.close();
  await council.close();
});

const passedOn = { host: HOST, "x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https" };
const ask = (headers: Record<string, string>, remoteAddress = PROXY) =>
  app.inject({ url: "/sign-in", headers, remoteAddress });

test("over HTTPS a page says that HTTPS is to be used from now on, and carries every other header", async () => {
  const { statusCode, headers } = await ask(passedOn);
  assert.equal(statusCode, 200);
  assert.match(String(headers["strict-transport-security"]), /^max-age=63072000/);
  assert.match(String(headers["content-security-policy"]), /default-src 'none'.*frame-ancestors 'none'/);
  assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe|https?:|\*/);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "same-origin");
});

test("a page asked for over HTTP leads to HTTPS; a form is refused", async () => {
  const plain = { ...passedOn, "x-forwarded-proto": "http" };
  const { statusCode, headers } = await ask(plain);
  assert.equal(statusCode, 308);
  assert.equal(headers.location, `https://${HOST}/sign-in`);
  const sent = await app.inject({ method: "POST", url: "/sign-in", headers: plain, remoteAddress: PROXY });
  assert.equal(sent.statusCode, 400);
});

test("nobody but the named proxy is believed about HTTPS", async () => {
  assert.equal((await ask(passedOn, "192.0.2.55")).statusCode, 400);
});

test("another host name is not answered, whether the browser or the proxy gives it", async () => {
  assert.equal((await ask({ ...passedOn, host: "evil.example" })).statusCode, 400);
  assert.equal((await ask({ ...passedOn, "x-forwarded-host": "evil.example" })).statusCode, 400);
});

test("the session’s cookie is bound to the host and never sent in the open", async () => {
  const by = { actor: "test", at: council.desk.clock().toISOString() };
  const { id, email } = await addPerson(council.store, by, { name: "Local", email: "local@wexcombe.example" });
  await setPassword(council.store, by, { id, password: PASSWORD });
  const { statusCode, headers } = await app.inject({
    method: "POST",
    url: "/sign-in",
    remoteAddress: PROXY,
    headers: { ...passedOn, origin: `https://${HOST}`, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ email, password: PASSWORD }).toString(),
  });
  assert.equal(statusCode, 303);
  const cookie = String(headers["set-cookie"]);
  assert.match(cookie, /^__Host-waymark=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

const REFUSED = [
  ["listening beyond this machine without a proxy", { host: "0.0.0.0" }],
  ["a host name without a proxy", { hosts: [HOST] }],
  ["a proxy without a host name", { host: "0.0.0.0", proxies: [PROXY] }],
] as const;
for (const [words, options] of REFUSED) {
  test(`${words} is refused at start`, async () => {
    await assert.rejects(serve({ ...partsOf(council.desk), ...options, port: 0 }), /stands behind a proxy/);
  });
}

test("a trial is refused any address but this machine’s", async () => {
  const trial = { ...council.desk, isTrial: true };
  for (const options of [{ host: "0.0.0.0" }, { hosts: [HOST], proxies: [PROXY] }])
    await assert.rejects(serve({ ...partsOf(trial), ...options, port: 0 }), /listens on this machine only/);
});

/** Personas of a trial: there on this machine, each seeing what the role may see; nowhere else, and never in production. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { readAccessLog } from "../../src/store/logs.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { buildApp } from "../../src/web/app.ts";
import { sessionGate } from "../../src/web/session-gate.ts";
import { type Council, openCouncil } from "./council.ts";

let council: Council;
let trial: FastifyInstance;
before(async () => {
  council = await openCouncil();
  const desk = { ...council.desk, isTrial: true };
  trial = buildApp({ services: webServicesOf(desk), gate: sessionGate(desk), desk, clock: desk.clock });
});
after(async () => {
  await trial.close();
  await council.close();
});

const PERSONAS = [
  ["analyst", "/scorecards/vital-signs", 200],
  ["team-manager", "/scorecards/vital-signs", 200],
  ["service-manager", "/data", 200],
  ["worker", "/scorecards/vital-signs", 200],
  ["director", "/scorecards/vital-signs", 200],
  ["councillor", "/scorecards/vital-signs", 403],
  ["reviewing-officer", "/scorecards/vital-signs", 200],
  ["auditor", "/scorecards/vital-signs", 200],
  ["administrator", "/scorecards/vital-signs", 403],
] as const;

const choose = (app: FastifyInstance, persona: string, more: object = {}) =>
  app.inject({
    method: "POST",
    url: "/sign-in/trial",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ persona, next: "/measures" }).toString(),
    ...more,
  });

test("the sign-in page of a trial says it is one and offers nine personas by role", async () => {
  const { body } = await trial.inject("/sign-in");
  assert.match(body, /This is a trial on a made-up authority/);
  for (const [id] of PERSONAS) assert.match(body, new RegExp(`value="${id}"`));
});

for (const [persona, url, status] of PERSONAS) {
  test(`signed in as the ${persona} of the trial, ${url} answers ${status}`, async () => {
    const { statusCode, headers, cookies } = await choose(trial, persona);
    assert.equal(statusCode, 303);
    assert.equal(headers.location, "/measures");
    const cookie = `waymark=${cookies.find(({ name }) => name === "waymark")?.value}`;
    assert.equal((await trial.inject({ url, headers: { cookie } })).statusCode, status);
  });
}

test("signing in as a persona is in the access log", async () => {
  await choose(trial, "analyst");
  const last = (await readAccessLog(council.store)).at(-1);
  assert.equal(last?.what, "sign-in");
  assert.deepEqual(last?.detail, { how: "trial" });
});

test("an installation that is no trial offers no persona and refuses one", async () => {
  assert.doesNotMatch((await council.app.inject("/sign-in")).body, /name="persona"/);
  assert.equal((await choose(council.app, "analyst")).statusCode, 401);
});

const ELSEWHERE = [
  ["from another machine", { remoteAddress: "10.1.2.3" }],
  [
    "passed on by a proxy",
    { headers: { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "10.1.2.3" } },
  ],
  [
    "addressed to another host",
    { headers: { "content-type": "application/x-www-form-urlencoded", host: "waymark.example" } },
  ],
  [
    "of another site’s form",
    { headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" } },
  ],
] as const;
for (const [words, more] of ELSEWHERE) {
  test(`a request ${words} becomes no persona`, async () => {
    const { statusCode, cookies } = await choose(trial, "analyst", more);
    assert.ok(statusCode >= 400 && statusCode < 500, String(statusCode));
    assert.equal(cookies.length, 0);
  });
}

test("in production nobody becomes a persona, and a session begun as one is nobody's", async () => {
  const { cookies } = await choose(trial, "analyst");
  const cookie = `waymark=${cookies.find(({ name }) => name === "waymark")?.value}`;
  assert.equal((await trial.inject({ url: "/account", headers: { cookie } })).statusCode, 200);
  assert.equal((await council.app.inject({ url: "/account", headers: { cookie } })).statusCode, 303);
  const desk = { ...council.desk, isTrial: true, environment: { NODE_ENV: "production" } };
  const production = buildApp({ services: webServicesOf(desk), gate: sessionGate(desk), desk, clock: desk.clock });
  assert.equal((await choose(production, "analyst")).statusCode, 401);
  assert.doesNotMatch((await production.inject("/sign-in")).body, /name="persona"/);
  await production.close();
});

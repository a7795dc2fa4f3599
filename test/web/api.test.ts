/** The API: figures as the pages have them, scoped as people are, documented by the declarations that make it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LightMyRequestResponse } from "fastify";
import type { Scope } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/roles.ts";
import { findToken, makeToken, tokensOf } from "../../src/services/people/tokens.ts";
import { scoreFigures } from "../../src/services/score-figures.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Council, NOW, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

/** Asks as a program of a person with that role. */
async function program(
  role: Role,
  scope?: Scope,
): Promise<(url: string, accept?: string, purpose?: string) => Promise<LightMyRequestResponse>> {
  const { id } = await council.as(role, scope);
  const by = { actor: "test", at: NOW.toISOString() };
  const { secret } = await makeToken(council.store, by, { person: id, name: "A spreadsheet", lastDay: "2026-12-31" });
  return (url, accept = "application/json", purpose = "") =>
    council.app.inject({
      url,
      headers: {
        authorization: `Bearer ${secret}`,
        accept,
        ...(purpose === "" ? {} : { "x-waymark-purpose": purpose }),
      },
    });
}

const QUESTION = "measure=referrals,contacts&window=in-month&from=2025-12&to=2026-02";

test("a program reads the very figures the engine makes", async () => {
  const ask = await program("analyst");
  const { statusCode, body } = await ask(`/api/v1/figures?${QUESTION}`);
  assert.equal(statusCode, 200);
  const figures = await scoreFigures(council.desk.live.current(), {
    measures: ["referrals", "contacts"],
    window: "in-month",
    from: "2025-12",
    to: "2026-02",
  });
  assert.equal(figures.length, 6);
  assert.deepEqual(JSON.parse(body).figures, JSON.parse(JSON.stringify(figures)));
});

test("CSV holds the same figures, by query or by header", async () => {
  const ask = await program("analyst");
  const byQuery = await ask(`/api/v1/figures?${QUESTION}&format=csv`);
  const byHeader = await ask(`/api/v1/figures?${QUESTION}`, "text/csv");
  assert.equal(byQuery.headers["content-type"], "text/csv; charset=utf-8");
  assert.equal(byQuery.body, byHeader.body);
  assert.equal(byQuery.body.trim().split("\r\n").length, 7);
  assert.match(
    byQuery.body,
    /^authority,measure,window,period,by,breakdown,numerator,denominator,value,shown,status\r\n/,
  );
});

test("a councillor's program reads editions and no internal figure", async () => {
  const ask = await program("published-viewer");
  assert.equal((await ask("/api/v1/editions")).statusCode, 200);
  const refused = await ask(`/api/v1/figures?${QUESTION}`);
  assert.equal(refused.statusCode, 403);
  assert.equal(refused.json().code, "NOT_ALLOWED");
});

test("a role that may not use the API is let in by no token", async () => {
  const ask = await program("administrator");
  assert.equal((await ask("/api/v1/editions")).statusCode, 401);
});

test("a token ends after its last day, and an invented one never begins", async () => {
  const { id } = await council.as("analyst");
  const by = { actor: "test", at: NOW.toISOString() };
  const { secret } = await makeToken(council.store, by, { person: id, name: "Until today", lastDay: "2026-04-10" });
  assert.equal((await findToken(council.store, secret, "2026-04-10"))?.person, id);
  assert.equal(await findToken(council.store, secret, "2026-04-11"), null);
  const invented = await council.app.inject({
    url: "/api/v1/measures",
    headers: { authorization: "Bearer waymark_x" },
  });
  assert.equal(invented.statusCode, 401);
  assert.equal(invented.json().code, "SIGN_IN_NEEDED");
});

test("a token opens the API and no page", async () => {
  const { id } = await council.as("analyst");
  const by = { actor: "test", at: NOW.toISOString() };
  const { secret } = await makeToken(council.store, by, { person: id, name: "A script", lastDay: "2026-05-01" });
  const { statusCode } = await council.app.inject({ url: "/measures", headers: { authorization: `Bearer ${secret}` } });
  assert.equal(statusCode, 303);
});

const FAULTS = [
  ["/api/v1/figures?from=2026-01", "USAGE"],
  ["/api/v1/figures?measure=referrals", "USAGE"],
  ["/api/v1/figures?measure=nothing&from=2026-01", "MEASURE_UNKNOWN"],
  ["/api/v1/figures?measure=referrals&from=January", "PERIOD_INVALID"],
  ["/api/v1/figures?measure=referrals&from=1900-01&to=2026-01", "USAGE"],
  ["/api/v1/figures?measure=referrals&from=2026-01&by=worker", "BREAKDOWN_UNKNOWN"],
  ["/api/v1/figures?measure=referrals&from=2026-01&window=weekly", "PERIOD_INVALID"],
  ["/api/v1/measures?colour=red", "USAGE"],
  ["/api/v1/measures?format=xml", "USAGE"],
  ["/api/v1/measures/nothing", "MEASURE_UNKNOWN"],
  ["/api/v1/editions/nothing/figures", "EDITION_UNKNOWN"],
  ["/api/v1/nothing", "PAGE_UNKNOWN"],
] as const;
test("what is wrong is answered as JSON with a code, a sentence and a remedy", async () => {
  const ask = await program("analyst");
  for (const [url, code] of FAULTS) {
    const answer = await ask(url);
    assert.match(String(answer.headers["content-type"]), /^application\/json/, url);
    assert.equal(answer.json().code, code, url);
    assert.ok(answer.json().sentence.length > 10 && answer.json().remedy.length > 10, url);
  }
});

test("the description names every route under /api/v1, and every column a row has", async () => {
  const ask = await program("analyst");
  const { paths } = (await ask("/api/v1/openapi.json")).json();
  const declared = council.routes
    .filter(({ url, method }) => url.startsWith("/api/v1/") && method === "GET" && !url.endsWith("openapi.json"))
    .map(({ url }) => url.replace("/api/v1", "").replace(":id", "{id}"));
  assert.deepEqual(Object.keys(paths).sort(), declared.sort());
  const described = paths["/figures"].get.responses[200].content["application/json"].schema.properties.figures.items;
  const [first] = (await ask(`/api/v1/figures?${QUESTION}`)).json().figures;
  for (const column of Object.keys(described.properties)) assert.ok(column in first, column);
});

test("more requests than the limit are told to wait", async () => {
  const ask = await program("analyst");
  const answers = [];
  for (let sent = 0; sent <= 120; sent++) answers.push((await ask("/api/v1/editions")).statusCode);
  assert.equal(answers.at(-1), 429);
  assert.equal(answers[0], 200);
});

test("a token is made, shown once, used and withdrawn from the page of tokens", async () => {
  const analyst = await council.as("analyst");
  const made = await analyst.post("/account/tokens", { deed: "make", name: "Power BI", lastDay: "2026-12-31" });
  const secret = /waymark_[\w-]{43}/.exec(made.body)?.[0] ?? "";
  assert.match(String(made.headers["cache-control"]), /no-store/);
  const ask = () => council.app.inject({ url: "/api/v1/measures", headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await ask()).statusCode, 200);
  const page = await analyst.get("/account/tokens");
  assert.match(page.body, /Power BI/);
  assert.doesNotMatch(page.body, /waymark_[\w-]{43}/);
  const [token] = await tokensOf(council.store, analyst.id);
  const other = await council.as("analyst");
  assert.equal((await other.post("/account/tokens", { deed: "withdraw", id: String(token?.id) })).statusCode, 404);
  assert.equal((await ask()).statusCode, 200);
  assert.equal((await analyst.post("/account/tokens", { deed: "withdraw", id: String(token?.id) })).statusCode, 303);
  assert.equal((await ask()).statusCode, 401);
});

for (const [fields, why] of [
  [{ name: "" }, "no name"],
  [{ lastDay: "2026-04-09" }, "a day that has passed"],
  [{ lastDay: "2030-01-01" }, "a day years away"],
  [{ lastDay: "soon" }, "no day"],
] as const)
  test(`a token with ${why} is not made, and the form keeps what was typed`, async () => {
    const analyst = await council.as("analyst");
    const form = { deed: "make", name: "A name", lastDay: "2026-12-31", ...fields };
    const { statusCode, body } = await analyst.post("/account/tokens", form);
    assert.equal(statusCode, 422);
    assert.ok(body.includes(`value="${form.lastDay}"`));
    assert.deepEqual(await tokensOf(council.store, analyst.id), []);
  });

const LIST = "/api/v1/measures/children-in-need/list?window=in-month&period=2026-03";

test("children's records are given to a program only with a purpose, within scope, logged and marked", async () => {
  const all = await program("analyst");
  assert.equal((await all(LIST)).statusCode, 400);
  const whole = (await all(LIST, "application/json", "audit")).json().cases;
  const own = await program("team-manager", { kind: "team", name: "Disabled Children" });
  const { cases } = (await own(LIST, "application/json", "supervision")).json();
  assert.ok(cases.length > 0 && cases.length < whole.length);
  assert.match(cases[0].marking, /^OFFICIAL-SENSITIVE\. Copy E-\w+-\w+ taken by team-manager.* for: supervision$/);
  const look = (await readAccessLog(council.store)).at(-1);
  assert.deepEqual([look?.what, look?.purpose], ["export", "supervision"]);
  assert.deepEqual((look?.detail as { rows: number } | undefined)?.rows, cases.length);
});

test("another team's children are refused to a program too, and the refusal is logged", async () => {
  const own = await program("team-manager", { kind: "team", name: "Leaving Care" });
  const refused = await own(`${LIST}&by=team:Disabled%20Children`, "application/json", "curiosity");
  assert.equal(refused.statusCode, 403);
  const look = (await readAccessLog(council.store)).at(-1);
  assert.deepEqual([look?.what, look?.purpose], ["refused", "curiosity"]);
});

test("whoever may not take lists away gets none by a token", async () => {
  const ask = await program("auditor");
  assert.equal((await ask(LIST, "application/json", "audit")).statusCode, 403);
});

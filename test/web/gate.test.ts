/** Who is let past: nobody without a session, everybody only to what their role permits, every refusal in the log. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

test("somebody not signed in is sent to the sign-in page, and brought back afterwards", async () => {
  const { statusCode, headers } = await council.app.inject("/measures?search=contacts");
  assert.equal(statusCode, 303);
  assert.equal(headers.location, "/sign-in?next=%2Fmeasures%3Fsearch%3Dcontacts");
});

test("an invented cookie is nobody's session", async () => {
  const { statusCode } = await council.app.inject({ url: "/measures", headers: { cookie: "waymark=invented" } });
  assert.equal(statusCode, 303);
});

test("a viewer of published figures reads no scorecard, and the refusal is logged", async () => {
  const councillor = await council.as("published-viewer");
  const { statusCode, body } = await councillor.get("/scorecards/vital-signs");
  assert.equal(statusCode, 403);
  assert.match(body, /NOT_ALLOWED/);
  const last = (await readAccessLog(council.store)).at(-1);
  assert.equal(last?.what, "refused");
  assert.equal(last?.subject, "GET /scorecards/vital-signs");
});

test("an analyst reads the scorecard", async () => {
  const analyst = await council.as("analyst");
  const { statusCode, body } = await analyst.get("/scorecards/vital-signs");
  assert.equal(statusCode, 200);
  assert.match(body, /Not for publication/);
});

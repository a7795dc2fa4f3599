/** Commentary in the browser: asked for, written, checked, handed in, approved by somebody else, and never written over unseen. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LightMyRequestResponse } from "fastify";
import { keepDraft } from "../../src/services/people/drafts.ts";
import { readLog } from "../../src/store/logs.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";

const CARD = "/comments/vital-signs/2026-03";
let council: Council;
let director: Caller;
let writer: Caller;
before(async () => {
  council = await openCouncil();
  director = await council.as("approver");
  writer = await council.as("commentator");
});
after(() => council.close());

const addressOf = ({ headers }: LightMyRequestResponse): string => String(headers.location ?? "").split("?")[0] ?? "";
const versionIn = ({ body }: LightMyRequestResponse): string => /name="version" value="(\d+)"/.exec(body)?.[1] ?? "";
const emailOf = async (caller: Caller): Promise<string> =>
  (await council.store.db.selectFrom("person").select("email").where("id", "=", caller.id).executeTakeFirstOrThrow())
    .email;

/** Words nothing can object to. */
const CLEAN = "Managers look at late recording every Monday, and the team has new workers.";
const write = (who: Caller, on: string, body: string, step: string) =>
  who.post(`${CARD}/new`, { on, version: "", body, step });

test("the write page has the figures, their course and the words of last time beside the box", async () => {
  const { statusCode, body } = await writer.get(`${CARD}/new?on=19a`);
  assert.equal(statusCode, 200);
  assert.match(body, /<textarea[^>]*name="body"/);
  assert.match(body, /What the data say.*19a .*of.*<svg.*No comment on this was approved in an earlier period/s);
});

test("a claim the data contradict is marked in its place, and checking keeps nothing", async () => {
  const { statusCode, body } = await write(writer, "8a", "Referrals are up 900% since last month.", "check");
  assert.equal(statusCode, 200);
  assert.match(body, /<mark class="app-flag app-flag--open">[^<]*900%/);
  assert.match(body, /the data say/);
  assert.match(body, /Referrals are up 900% since last month\.<\/textarea>/);
  assert.doesNotMatch((await writer.get(CARD)).body, /comment 1\b/);
});

test("the script is given the same part of the page, and nobody without leave to write is", async () => {
  const form = {
    scorecard: "vital-signs",
    period: "2026-03",
    on: "8a",
    body: "Referrals are up 900% since last month.",
  };
  assert.match((await writer.post("/comments/check", form)).body, /^<p[^>]*role="status">1 flag to mend or answer/);
  const reader = await council.as("internal-viewer");
  assert.equal((await reader.post("/comments/check", form)).statusCode, 403);
});

test("words with open flags are kept as a draft but not handed in; an answer lets them on; somebody else approves", async () => {
  const refused = await write(writer, "8a", "Referrals are up 900% since last month.", "submit");
  assert.equal(refused.statusCode, 422);
  assert.match(refused.body, /error-summary.*href="#flag-1"/s);
  const [, id = "", flag = ""] =
    /action="\/comments\/vital-signs\/2026-03\/(\d+)".*name="flag-1" value="([^"]+)"/s.exec(refused.body) ?? [];
  const answered = await writer.post(`${CARD}/${id}`, {
    version: versionIn(refused),
    body: "Referrals are up 900% since last month.",
    step: "submit",
    "flag-1": flag.replaceAll("&amp;", "&"),
    "reason-1": "A figure of another county, quoted.",
  });
  assert.equal(answered.headers.location, `${CARD}/${id}?done=submitted`);
  assert.equal((await writer.post(`${CARD}/${id}/approve`, { version: "2" })).statusCode, 403);
  const page = await director.get(`${CARD}/${id}`);
  assert.match(page.body, /A figure of another county, quoted\..*Approve or return/s);
  const approved = await director.post(`${CARD}/${id}/approve`, { version: versionIn(page) });
  assert.equal(approved.headers.location, `${CARD}/${id}?done=approved`);
});

test("nobody approves their own words", async () => {
  const { headers } = await write(director, "1", CLEAN, "submit");
  const address = String(headers.location).split("?")[0] ?? "";
  assert.doesNotMatch((await director.get(address)).body, /Approve or return/);
  assert.equal((await director.post(`${address}/approve`, { version: "2" })).statusCode, 403);
});

test("returned with a reason, put right, and every version stands with what differs", async () => {
  const address = addressOf(await write(writer, "5", CLEAN, "submit"));
  const empty = await director.post(`${address}/return`, { version: "2", reason: " " });
  assert.equal(empty.statusCode, 422);
  await director.post(`${address}/return`, { version: "2", reason: "Say when they start." });
  const form = await writer.get(address);
  await writer.post(address, { version: versionIn(form), body: `${CLEAN} They start in May.`, step: "submit" });
  const { body } = await writer.get(`${address}/versions`);
  assert.match(body, /Say when they start\./);
  assert.match(body, /<ins[^>]*>.*They start in May\./s);
});

test("two people who change one comment both see both texts, and nothing is written over", async () => {
  const address = addressOf(await write(writer, "7", CLEAN, "save"));
  const analyst = await council.as("analyst");
  const [mine, theirs] = [await writer.get(address), await analyst.get(`${address}?edit=yes`)];
  await writer.post(address, { version: versionIn(mine), body: "The first to save.", step: "save" });
  const late = await analyst.post(address, { version: versionIn(theirs), body: "The second to save.", step: "save" });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /The first to save\..*The second to save\.<\/textarea>/s);
  assert.match((await writer.get(address)).body, /The first to save\.<\/textarea>/);
});

test("what was written and not sent is back in the box, on the version it was written on", async () => {
  const address = addressOf(await write(writer, "9a", CLEAN, "save"));
  const draft = { form: address, fields: { body: "Half a sentence", version: "1", on: "9a" }, at: NOW.toISOString() };
  await keepDraft(council.store, writer.id, draft);
  const { body } = await writer.get(`${address}?done=saved`);
  assert.match(body, /did not send is back in the box.*Half a sentence<\/textarea>/s);
  assert.doesNotMatch((await director.get(`${address}?edit=yes`)).body, /Half a sentence/);
});

test("an approval of words that changed since they were read is refused", async () => {
  const address = addressOf(await write(writer, "6", CLEAN, "submit"));
  const seen = versionIn(await director.get(address));
  await writer.post(address, { version: seen, body: `${CLEAN} Changed.`, step: "submit" });
  assert.equal((await director.post(`${address}/approve`, { version: seen })).statusCode, 409);
});

test("taken away, a comment stands nowhere, and it can be brought back", async () => {
  const address = addressOf(await write(writer, "11", CLEAN, "save"));
  await writer.post(`${address}/withdraw`, { version: "1" });
  assert.doesNotMatch((await writer.get(CARD)).body, new RegExp(`href="${address}"`));
  const gone = await writer.get(`${address}?done=withdrawn`);
  assert.match(gone.body, /Bring it back/);
  await writer.post(`${address}/restore`, { version: versionIn(gone) });
  assert.match((await writer.get(CARD)).body, new RegExp(`href="${address}"`));
});

test("who is asked finds it under their own, in two clicks hands it in, and the director approves all clean ones at once", async () => {
  const analyst = await council.as("analyst");
  const ask = { owner: await emailOf(writer), references: "29 & 30", section: "" };
  const wrong = await analyst.post(`${CARD}/ask`, { ...ask, "due-day": "31", "due-month": "2", "due-year": "2026" });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Due by must be a day/);
  await analyst.post(`${CARD}/ask`, { ...ask, "due-day": "1", "due-month": "4", "due-year": "2026" });
  const own = await writer.get("/comments");
  assert.match(own.body, /29 &amp; 30.*9 days late.*Overdue/s);
  await write(writer, "29 & 30", CLEAN, "submit");
  const queue = await director.get("/comments");
  assert.match(queue.body, /Approve all \d+ without open flags/);
  const seen = [...queue.body.matchAll(/name="seen" value="([^"]+)"/g)].map(([, value = ""]) => value);
  assert.ok(seen.length > 1);
  const { headers } = await director.post("/comments/approve", { seen: seen[0] ?? "" });
  assert.equal(headers.location, "/comments?approved=1&left=0");
});

test("somebody of one team changes nobody else’s comment, and approves nothing", async () => {
  const address = addressOf(await write(writer, "13", CLEAN, "submit"));
  const manager = await council.as("team-manager", { kind: "team", name: "North" });
  const form = { version: "2", body: "Mine now.", step: "save" };
  assert.equal((await manager.post(address, form)).statusCode, 403);
  assert.equal((await manager.post(`${address}/withdraw`, form)).statusCode, 403);
  const deputy = await council.as("approver", { kind: "team", name: "North" });
  assert.equal((await deputy.post(`${address}/approve`, { version: "2" })).statusCode, 403);
  assert.match((await director.get(address)).body, new RegExp(CLEAN));
});

test("every step is in the log of changes with who took it", async () => {
  const steps = (await readLog(council.store, { last: 200 })).map(({ what }) => what);
  for (const what of ["write comment", "submitted comment", "approved comment", "returned comment", "withdraw comment"])
    assert.ok(steps.includes(what), what);
});

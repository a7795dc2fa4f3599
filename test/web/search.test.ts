/** Search finds what somebody may open, and nothing else. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

test("an analyst finds measures, scorecards and definitions with the words marked", async () => {
  const analyst = await council.as("analyst");
  const { statusCode, body } = await analyst.get("/search?q=re-referrals");
  assert.equal(statusCode, 200);
  assert.match(body, /href="\/measures\/re-referrals-within-12-months"/);
  assert.match(body, /<mark class="app-found__mark">Re-referrals<\/mark>/);
});

test("a viewer of published figures finds no measure and no internal comment", async () => {
  const councillor = await council.as("published-viewer");
  const { statusCode, body } = await councillor.get("/search?q=referrals");
  assert.equal(statusCode, 200);
  assert.doesNotMatch(body, /href="\/(measures|scorecards|comments|definitions)\//);
  assert.match(body, /Nothing you may open/);
});

test("a team manager finds the own team and no other", async () => {
  const analyst = await council.as("analyst");
  const all = [...(await analyst.get("/search?q=team")).body.matchAll(/href="\/teams\/([^"]+)"/g)].map(([, id = ""]) =>
    decodeURIComponent(id),
  );
  assert.ok(all.length > 1);
  const manager = await council.as("team-manager", { kind: "team", name: all[0] ?? "" });
  const own = [...(await manager.get("/search?q=team")).body.matchAll(/href="\/teams\/([^"]+)"/g)];
  assert.deepEqual(
    own.map(([, id = ""]) => decodeURIComponent(id)),
    [all[0]],
  );
});

test("trackers are found by those who may open lists, and a pseudonym leads to the record without telling whether there is one", async () => {
  const manager = await council.as("team-manager");
  assert.match((await manager.get("/search?q=private%20fostering")).body, /Saved lists \(\d+\)/);
  assert.match((await manager.get("/search?q=W000001")).body, /href="\/children\/W000001"/);
  assert.match((await manager.get("/search?q=W999999")).body, /href="\/children\/W999999"/);
  const reader = await council.as("internal-viewer");
  assert.doesNotMatch((await reader.get("/search?q=private%20fostering")).body, /Saved lists/);
  assert.doesNotMatch((await reader.get("/search?q=W000001")).body, /children\//);
});

test("what is typed comes back as words, never as markup", async () => {
  const analyst = await council.as("analyst");
  const { body } = await analyst.get(`/search?q=${encodeURIComponent("<script>alert(1)</script>")}`);
  assert.doesNotMatch(body, /<script>alert/);
});

test("once asked, an answer takes well under 100 milliseconds", async () => {
  const analyst = await council.as("analyst");
  await analyst.get("/search?q=visits");
  const times: number[] = [];
  for (const word of ["plans", "children", "care", "in time", "audit"]) {
    const start = performance.now();
    await analyst.get(`/search?q=${encodeURIComponent(word)}`);
    times.push(performance.now() - start);
  }
  assert.ok((times.sort((a, b) => a - b)[2] ?? 0) < 100, `${times}`);
});

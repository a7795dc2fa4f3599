/** Lists under a name and a child's page: kept, shared, taken away and back; notes written and answered; foreign ones refused. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readTrackers } from "../../src/services/cases/saved-lists.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

const KEPT = {
  measure: "children-in-need",
  part: "numerator",
  window: "in-month",
  name: "My children",
  about: "",
  share: "",
};

async function signedIn(role: "analyst" | "team-manager", team?: string): Promise<Caller> {
  const caller = await council.as(role, team === undefined ? { kind: "authority" } : { kind: "team", name: team });
  await caller.post("/purpose", { next: "/", reason: "Supervision or allocation of cases" });
  return caller;
}

/** A child that the team holds now. */
async function childOf(team: string): Promise<string> {
  const { database } = await council.desk.live.current().open();
  const [row] = await database.rows(
    `select min(person_id) as child from case_holding where team = '${team}' and "end" is null and role = 'allocated'`,
  );
  return String(row?.child);
}

test("every tracker shipped opens a list there is", async () => {
  const analyst = await signedIn("analyst");
  const { body } = await analyst.get("/lists");
  for (const { question, title } of readTrackers(council.desk.live.current())) {
    const href = [...body.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)].find(([, , text]) => text === title)?.[1];
    assert.ok(href, title);
    assert.equal((await analyst.get(href.replaceAll("&amp;", "&"))).statusCode, 200, question.measure);
  }
});

test("a list kept is found among one's own, taken away, and put back", async () => {
  const manager = await signedIn("team-manager", "Disabled Children");
  const { headers } = await manager.post("/lists", KEPT);
  const id = /id=(\d+)/.exec(String(headers.location))?.[1];
  assert.match((await manager.get("/lists")).body, /My children/);
  const away = await manager.post(`/lists/${id}/take-away`);
  const page = await manager.get(String(away.headers.location));
  assert.doesNotMatch(page.body, />My children</);
  assert.match(page.body, /Undo/);
  await manager.post(`/lists/${id}/put-back`);
  assert.match((await manager.get("/lists")).body, /My children/);
});

test("a list shared with a team is seen by its other managers, who cannot change it, and by nobody else", async () => {
  const manager = await signedIn("team-manager", "Disabled Children");
  const { headers } = await manager.post("/lists", { ...KEPT, name: "Team list", share: "Disabled Children" });
  const id = /id=(\d+)/.exec(String(headers.location))?.[1];
  const colleague = await signedIn("team-manager", "Disabled Children");
  assert.match((await colleague.get("/lists")).body, /Team list/);
  assert.equal((await colleague.post(`/lists/${id}/take-away`)).statusCode, 404);
  const other = await signedIn("team-manager", "Leaving Care");
  assert.doesNotMatch((await other.get("/lists")).body, /Team list/);
  assert.equal((await other.post("/lists", { ...KEPT, share: "Disabled Children" })).statusCode, 403);
});

test("a list without a name comes back with everything typed", async () => {
  const manager = await signedIn("team-manager", "Disabled Children");
  const { statusCode, body } = await manager.post("/lists", { ...KEPT, name: "", about: "For supervision" });
  assert.equal(statusCode, 422);
  assert.match(body, /Give the list a name/);
  assert.match(body, /value="For supervision"/);
  assert.match(body, /name="measure" value="children-in-need"/);
});

test("a list changed by its owner in another window is not overwritten", async () => {
  const manager = await signedIn("team-manager", "Disabled Children");
  const { headers } = await manager.post("/lists", KEPT);
  const id = /id=(\d+)/.exec(String(headers.location))?.[1];
  assert.equal((await manager.post(`/lists/${id}/change`, { name: "One", version: "1" })).statusCode, 303);
  const late = await manager.post(`/lists/${id}/change`, { name: "Two", version: "1" });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /One/);
});

test("a child's page shows what happened and what is due, and the look is logged under the child", async () => {
  const child = await childOf("T006");
  const manager = await signedIn("team-manager", "Disabled Children");
  const { statusCode, body } = await manager.get(`/children/${child}`);
  assert.equal(statusCode, 200);
  assert.match(body, /What happened/);
  const look = (await readAccessLog(council.store)).at(-1);
  assert.ok(look);
  assert.equal(look.what, "case");
  assert.deepEqual((look.detail as { children: readonly string[] }).children, [child]);
});

test("another team's child and a child there is not are refused alike, and logged", async () => {
  const manager = await signedIn("team-manager", "Leaving Care");
  const foreign = await childOf("T006");
  const answers = await Promise.all([foreign, "W999999"].map((child) => manager.get(`/children/${child}`)));
  for (const { statusCode } of answers) assert.equal(statusCode, 403);
  const [one, two] = answers.map(({ body }) => body.replaceAll(foreign, "X").replaceAll("W999999", "X"));
  assert.equal(one, two);
  assert.equal((await readAccessLog(council.store)).at(-1)?.what, "refused");
  const note = await manager.post(`/children/${foreign}/notes`, { kind: "recording-error", body: "Not mine" });
  assert.equal(note.statusCode, 403);
});

test("a recording error is reported on the child's page, answered by whoever loads the data, and read by its author", async () => {
  const child = await childOf("T006");
  const manager = await signedIn("team-manager", "Disabled Children");
  const empty = await manager.post(`/children/${child}/notes`, { kind: "", body: "" });
  assert.equal(empty.statusCode, 422);
  const sent = await manager.post(`/children/${child}/notes`, {
    kind: "recording-error",
    body: "Visit of 3 March missing",
  });
  assert.equal(sent.statusCode, 303);
  const analyst = await signedIn("analyst");
  const { body } = await analyst.get("/recording-errors");
  assert.match(body, /Visit of 3 March missing/);
  const id = /\/recording-errors\/(\d+)\/answer/.exec(body)?.[1];
  assert.equal((await manager.post(`/recording-errors/${id}/answer`, { answer: "x" })).statusCode, 403);
  assert.equal((await analyst.post(`/recording-errors/${id}/answer`, { answer: "" })).statusCode, 422);
  await analyst.post(`/recording-errors/${id}/answer`, { answer: "Recorded on 12 April" });
  assert.match((await manager.get(`/children/${child}`)).body, /Recorded on 12 April/);
  const elsewhere = await signedIn("team-manager", "Leaving Care");
  assert.doesNotMatch((await elsewhere.get("/recording-errors")).body, /Visit of 3 March/);
});

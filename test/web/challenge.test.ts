/** Challenge sessions as people meet them: packs, what was said, actions and promises, each within its scope. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { promisesDue } from "../../src/services/challenge/promises.ts";
import { teamHistories } from "../../src/services/challenge/team-figures.ts";
import { actionsWaiting, promisesWaiting } from "../../src/services/challenge/waiting.ts";
import { readSession } from "../../src/store/challenge-session.ts";
import { addComment, moveComment } from "../../src/store/comment.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { packOrJob } from "../../src/web/pages/challenge/pack-or-job.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

const TEAM = "Children Looked After";
const OTHER = "Front Door";
const DUE = { "due-day": "8", "due-month": "5", "due-year": "2026" };
const DAY = { "heldOn-day": "10", "heldOn-month": "4", "heldOn-year": "2026" };

let council: Council;
let service: Caller;
let manager: Caller;
let stranger: Caller;
before(async () => {
  council = await openCouncil();
  // The limits hold on warm data, as a council has them in the morning.
  await teamHistories(council.desk, "2026-03");
  service = await council.as("service-manager", { kind: "service", name: "children_looked_after" });
  manager = await council.as("team-manager", { kind: "team", name: TEAM });
  stranger = await council.as("team-manager", { kind: "team", name: OTHER });
});
after(() => council.close());

async function planned(team: string = TEAM): Promise<string> {
  const answer = await service.post("/challenge/new", { title: "April challenge", teams: team, ...DAY });
  assert.equal(answer.statusCode, 303, answer.body);
  return String(answer.headers.location).replace("?done=planned", "");
}

const teamPage = (session: string): string => `${session}/teams/${encodeURIComponent(TEAM)}`;

async function agreed(session: string, more: Record<string, string> = {}): Promise<string> {
  const answer = await service.post(teamPage(session), {
    question: "Why are reviews late?",
    answer: "Two chairs were away.",
    action: "Book cover for chairs",
    owner: manager.id,
    ...DUE,
    ...more,
  });
  assert.equal(answer.statusCode, 303, answer.body);
  const page = await service.get(teamPage(session));
  const last = [...page.body.matchAll(/\/actions\/(\d+)/g)].map(([, id]) => Number(id));
  return `/actions/${Math.max(...last)}`;
}

test("a service manager builds a pack in two clicks: the form is filled in with the service’s teams and today", async () => {
  const form = await service.get("/challenge/new");
  assert.equal(form.statusCode, 200);
  assert.match(form.body, new RegExp(`value="${TEAM}" checked`));
  assert.doesNotMatch(form.body, new RegExp(`value="${OTHER}"`));
  assert.match(form.body, /name="heldOn-day"[^>]*value="10"/);
  const page = await service.get(await planned());
  assert.match(page.body, /Figures to 31 March 2026\. They follow the data until the session is held\./);
});

test("a pack says what stands out, what is overdue, who holds how many and what to doubt", async () => {
  const page = await service.get(teamPage(await planned()));
  assert.equal(page.statusCode, 200, page.body);
  for (const heading of ["What stands out", "Actions from earlier sessions", "Overdue and due soon", "Caseloads"])
    assert.match(page.body, new RegExp(`>${heading}</h2>`));
  assert.match(page.body, /Everything else, with its trend/);
  assert.match(page.body, /What to doubt in these figures/);
  // Both kinds of list ask first why they are opened.
  for (const list of [/href="(\/measures\/[^"]+\/list[^"]+)"/, /href="(\/teams\/[^"]+\/due[^"]+)"/]) {
    const href = list.exec(page.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const answer = await service.get(href);
    assert.equal(answer.statusCode, 303, href);
    assert.match(String(answer.headers.location), /^\/purpose\?/);
    await manager.post("/purpose", { next: "/", reason: "Preparing a challenge session or inspection" });
    assert.equal((await manager.get(href)).statusCode, 200, href);
  }
});

test("a session may be planned only for teams within scope, with a day and a name; what was typed is kept", async () => {
  const refused = await service.post("/challenge/new", { title: "", teams: OTHER, "heldOn-day": "31", ...{} });
  assert.equal(refused.statusCode, 422);
  for (const words of [
    "Enter a name for the session",
    "Choose only teams you may challenge",
    "Enter the day of the session",
  ])
    assert.match(refused.body, new RegExp(words));
  assert.match(refused.body, /name="heldOn-day"[^>]*value="31"/);
});

test("recording challenge, action, owner and day is one form, and the first record holds the session", async () => {
  const session = await planned();
  const action = await agreed(session);
  const page = await service.get(teamPage(session));
  assert.match(page.body, /Why are reviews late\?/);
  assert.match(page.body, /as they stood when the session was held/);
  assert.equal((await manager.get(action)).statusCode, 200);
});

test("a record without a question, or an action without owner and day, is sent back with all that was typed", async () => {
  const session = await planned();
  const answer = await service.post(teamPage(session), {
    answer: "We do not know.",
    action: "Look into it",
    "due-day": "40",
  });
  assert.equal(answer.statusCode, 422);
  for (const words of [
    "Enter the challenge that was put",
    "Choose who owns the action",
    "Enter the day the action is due",
  ])
    assert.match(answer.body, new RegExp(words));
  assert.match(answer.body, /We do not know\./);
  assert.match(answer.body, /href="#due-day"/);
  assert.match((await service.get(session)).body, /They follow the data/, "nothing was recorded, so it is not held");
});

test("a held session shows its figures as they were, and cannot be held or changed again", async () => {
  const session = await planned();
  const before = (await service.get(teamPage(session))).body.match(/What stands out[\s\S]*?<\/section>/)?.[0];
  assert.equal((await service.post(`${session}/hold`, { version: "1" })).statusCode, 303);
  const held = (await service.get(teamPage(session))).body.match(/What stands out[\s\S]*?<\/section>/)?.[0];
  assert.equal(held, before);
  assert.equal((await service.post(`${session}/hold`, { version: "2" })).statusCode, 409);
  assert.equal(
    (await service.post(`${session}/edit`, { version: "2", title: "Other", teams: TEAM, ...DAY })).statusCode,
    409,
  );
});

test("a team manager sees the sessions and actions of their own teams, and nobody else’s: the refusal is logged", async () => {
  const session = await planned();
  const action = await agreed(session);
  assert.match((await manager.get("/challenge")).body, /April challenge/);
  assert.doesNotMatch((await stranger.get("/challenge")).body, /April challenge/);
  for (const url of [session, teamPage(session), `${session}/print`, action])
    assert.equal((await stranger.get(url)).statusCode, 403, url);
  const refusals = (await readAccessLog(council.store)).filter(({ what }) => what === "refused");
  assert.ok(refusals.some(({ subject }) => subject === `action ${action.split("/").at(-1)}`));
});

test("a service manager of another service can neither record in a session nor settle its actions", async () => {
  const session = await planned();
  const action = await agreed(session);
  const elsewhere = await council.as("service-manager", { kind: "service", name: "front_door" });
  const record = { question: "Why?", answer: "", action: "" };
  assert.equal((await elsewhere.post(teamPage(session), record)).statusCode, 403);
  for (const step of ["done", "withdraw", "edit"])
    assert.equal(
      (await elsewhere.post(`${action}/${step}`, { version: "1", action: "x", owner: service.id, ...DUE })).statusCode,
      403,
    );
});

test("an owner reports progress and sees it in the history; only who runs challenge closes the action", async () => {
  const action = await agreed(await planned());
  assert.match((await manager.get("/actions")).body, /Yours/);
  assert.equal((await manager.post(`${action}/progress`, { text: "Cover is booked." })).statusCode, 303);
  assert.equal((await manager.post(`${action}/progress`, { text: " " })).statusCode, 422);
  assert.equal((await manager.post(`${action}/done`, { version: "1" })).statusCode, 403);
  assert.equal((await service.post(`${action}/done`, { version: "1", text: "Seen." })).statusCode, 303);
  const page = await manager.get(action);
  assert.match(page.body, /Cover is booked\./);
  assert.match(page.body, /Done/);
});

test("somebody who owns an action outside their scope sees that action and no other", async () => {
  const session = await planned();
  const action = await agreed(session, { owner: stranger.id });
  assert.equal((await stranger.get(action)).statusCode, 200);
  assert.equal((await stranger.get(session)).statusCode, 403);
});

test("an action comes back in the next session until it is done, with whether it worked", async () => {
  const page = await service.get(teamPage(await planned()));
  const measure = page.body.match(/<option value="(\S+ in-month)"/)?.[1] ?? "";
  assert.notEqual(measure, "");
  const action = await agreed(await planned(), { action: "Visit sooner", linked: measure });
  const next = await service.get(teamPage(await planned()));
  assert.match(next.body, /Visit sooner/);
  assert.match(next.body, /Cannot be told<[\s\S]*There is no figure after .* \(March 2026\) yet\./);
  assert.equal((await service.post(`${action}/withdraw`, { version: "1" })).statusCode, 303);
  assert.doesNotMatch((await service.get(teamPage(await planned()))).body, /Visit sooner/);
  assert.equal((await service.post(`${action}/restore`, { version: "2" })).statusCode, 303);
});

test("a change made on an old version is noticed, and both texts are shown", async () => {
  const session = await planned();
  const action = await agreed(session);
  const change = { action: "Book cover for all chairs", owner: manager.id, ...DUE };
  assert.equal((await service.post(`${action}/edit`, { version: "1", ...change })).statusCode, 303);
  const late = await service.post(`${action}/edit`, { version: "1", ...change, action: "Ask for cover" });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /It now says: “Book cover for all chairs”/);
  assert.match(late.body, /Ask for cover/);
});

test("a session changed on an old version is noticed, and both are shown", async () => {
  const session = await planned();
  const change = (title: string) => ({ version: "1", title, teams: TEAM, ...DAY });
  assert.equal((await service.post(`${session}/edit`, change("May challenge"))).statusCode, 303);
  const late = await service.post(`${session}/edit`, change("June challenge"));
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /It now says: “May challenge”, 10 April 2026: Children Looked After/);
  assert.match(late.body, /value="June challenge"/);
});

test("a challenge can be worded anew, and a stale change shows both texts; one taken away can be brought back", async () => {
  const session = await planned();
  await agreed(session);
  const said = (await service.get(teamPage(session))).body.match(/\/challenge\/said\/\d+/)?.[0] ?? "";
  const words = (question: string) => ({ version: "1", question, answer: "Cover." });
  assert.equal((await service.post(said, words("Why were reviews late?"))).statusCode, 303);
  const late = await service.post(said, words("Whose reviews are late?"));
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /Why were reviews late\?/);
  assert.match(late.body, /Whose reviews are late\?/);
  const gone = await service.post(`${said}/withdraw`, { version: "2" });
  const page = await service.get(String(gone.headers.location));
  assert.match(page.body, /Undo: bring the challenge back/);
  assert.equal((await service.post(`${said}/restore`, { version: "3" })).statusCode, 303);
  assert.match((await service.get(teamPage(session))).body, /Why were reviews late\?/);
});

test("a session taken away is gone from the list until it is brought back", async () => {
  const session = await planned();
  assert.equal((await service.post(`${session}/withdraw`, { version: "1" })).statusCode, 303);
  assert.match((await service.get(session)).body, /Bring the session back/);
  assert.equal((await service.post(`${session}/restore`, { version: "2" })).statusCode, 303);
});

test("a pack is printed a team at a time, with what was said", async () => {
  const session = await planned();
  await agreed(session);
  const page = await manager.get(`${session}/print`);
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /app-print-team/);
  assert.match(page.body, /Two chairs were away\./);
});

/** Writes and hands in a comment that promises something of a period the data already have. */
async function handedIn(body: string): Promise<void> {
  const by = { actor: "writer@wexcombe.example", at: "2026-01-10T09:00:00.000Z" };
  const { scorecards, measures } = council.desk.live.current().catalogue;
  const indicators = scorecards.get("vital-signs")?.sections.flatMap((section) => section.indicators) ?? [];
  const judged = indicators.find(
    ({ measure, window }) => window === "in-month" && measures.get(measure)?.polarity === "high-is-good",
  );
  const reference = judged?.reference ?? "";
  const place = { scorecard: "vital-signs", period: "2025-12" };
  const comment = await addComment(council.store, by, {
    ...place,
    subject: { kind: "references", references: [reference] },
    body,
    due: null,
  });
  await moveComment(council.store, by, { id: comment.id, version: comment.version, to: "submitted" });
}

test("a promise in a comment is found, confirmed by a person, and judged when its period is in", async () => {
  await handedIn("The figure fell. We expect an improvement by March. We will look again.");
  const found = await service.get("/challenge/promises");
  assert.equal(found.statusCode, 200, found.body);
  assert.match(found.body, /“We expect an improvement by March\.”/);
  assert.match(found.body, /Read as: an improvement, March \(to 31 March 2026\)\./);
  const fields = ["comment", "start", "reference"].map((name) => [
    name,
    found.body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "",
  ]);
  const decision: Record<string, string> = { ...Object.fromEntries(fields), state: "confirmed" };
  assert.equal((await manager.post("/challenge/promises", decision)).statusCode, 403);
  assert.equal((await service.post("/challenge/promises", decision)).statusCode, 303);
  assert.equal((await service.post("/challenge/promises", decision)).statusCode, 404, "it is decided on once");
  const followed = await service.get("/challenge/promises");
  assert.match(followed.body, />(Kept|Not kept)<[\s\S]*An improvement was promised for March 2026; it was /);
  const writer = await council.as("analyst");
  const beside = await writer.get(
    `/comments/vital-signs/2026-03/new?on=${encodeURIComponent(decision.reference ?? "")}`,
  );
  assert.match(beside.body, /What was promised<[\s\S]*“We expect an improvement by March\.” (Kept|Not kept): /);
  assert.equal((await promisesDue(council.store, { scorecard: "vital-signs", period: "2026-03" })).length, 1);
  assert.equal((await promisesDue(council.store, { scorecard: "vital-signs", period: "2026-02" })).length, 0);
});

test("what only reads like a promise is set aside, and the decision can be taken back", async () => {
  await handedIn("The new team should improve recording in quarter 1.");
  const body = (await service.get("/challenge/promises")).body.match(
    /<article[\s\S]*?The new team[\s\S]*?<\/article>/,
  )?.[0];
  const fields = ["comment", "start", "reference"].map((name) => [
    name,
    body?.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "",
  ]);
  const decision = { ...Object.fromEntries(fields), state: "set-aside" };
  assert.equal((await service.post("/challenge/promises", decision)).statusCode, 303);
  const page = (await service.get("/challenge/promises")).body;
  assert.match(page, /Set aside \(1\)/);
  const back = page.match(/Set aside \(1\)[\s\S]*?action="(\/challenge\/promises\/\d+\/withdraw)"/)?.[1] ?? "";
  assert.equal((await service.post(back)).statusCode, 303);
  assert.doesNotMatch((await service.get("/challenge/promises")).body, /Set aside \(1\)/);
});

test("what waits for somebody names their open actions and the promises to confirm", async () => {
  const { store, live } = council.desk;
  const who = { person: manager.id, actor: "", grants: [] };
  const context = { store, workspace: live.current(), today: "2026-04-10" };
  const [own] = await actionsWaiting.find(context, who);
  assert.ok((own?.count ?? 0) > 0);
  assert.equal(own?.dueSoonest, "2026-05-08");
  assert.deepEqual(
    (await promisesWaiting.find(context, who)).map(({ title, count }) => [title, count]),
    [
      ["Promises in comments to confirm", 1],
      ["Promises come due: were they kept?", 1],
    ],
  );
});

test("a pack that takes long is built behind a page that says how far it is, and leads to the session in the end", async () => {
  const id = Number((await planned()).split("/").at(-1));
  const session = await readSession(council.store, id);
  const href = await packOrJob(council.desk, { session, person: service.id, patience: 0 });
  assert.match(href, /^\/jobs\//);
  await council.desk.jobs.settled();
  const page = await service.get(href);
  assert.match(page.body, /The pack of 1 team is built\./);
  assert.match(page.body, new RegExp(`href="/challenge/${id}"`));
});

test("of two who record the first challenge at once, both records are kept and the session is held once", async () => {
  const session = await planned();
  const record = (question: string) => service.post(teamPage(session), { question, answer: "", action: "" });
  const answers = await Promise.all([record("Why are visits late?"), record("Who chairs reviews?")]);
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [303, 303],
  );
  const page = await service.get(teamPage(session));
  for (const question of ["Why are visits late?", "Who chairs reviews?"])
    assert.ok(page.body.includes(question), question);
});

test("nothing can be recorded in a session that was taken away", async () => {
  const session = await planned();
  await service.post(`${session}/withdraw`, { version: "1" });
  const answer = await service.post(teamPage(session), { question: "Why?", answer: "", action: "" });
  assert.equal(answer.statusCode, 409);
  assert.match(answer.body, /has been taken away/);
});

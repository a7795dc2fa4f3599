/** Definitions changed in the browser: drafted, tried over two years, approved by a second person, in force at once. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { definitionHistory } from "../../src/services/definitions/history.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { listSeriesNotes } from "../../src/store/series-note.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

const ID = "re-referrals-within-12-months";
let council: Council;
let analyst: Caller;
let approver: Caller;

before(async () => {
  council = await openCouncil();
  analyst = await council.as("analyst");
  approver = await council.as("approver");
});
after(() => council.close());

/** Begins a draft and gives its address. */
async function begin(kind: string, subject: string, by: Caller = analyst): Promise<string> {
  const { statusCode, headers, body } = await by.post(`/definitions/${kind}/${encodeURIComponent(subject)}/draft`);
  assert.equal(statusCode, 303, body);
  return String(headers.location).split("?")[0] ?? "";
}

async function textOf(draft: string): Promise<string> {
  const { body } = await analyst.get(`${draft}/written`);
  const text = /<textarea[^>]*id="content"[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? "";
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

async function versionOf(page: string, by: Caller = analyst): Promise<string> {
  const { body } = await by.get(page);
  return /name="version" value="(\d+)"/.exec(body)?.[1] ?? "";
}

async function write(draft: string, content: string): Promise<number> {
  const version = await versionOf(`${draft}/written`);
  return (await analyst.post(`${draft}/written`, { version, content })).statusCode;
}

async function submit(draft: string, form: Record<string, string>) {
  return analyst.post(`${draft}/submit`, { version: await versionOf(`${draft}/submit`), act: "submit", ...form });
}

async function decide(draft: string, act: "approve" | "return", by: Caller = approver, decision = "Agreed") {
  return by.post(`${draft}/decide`, { version: await versionOf(draft, by), act, decision });
}

/** Both definitions side by side; work that takes longer than a page waits is done in the background first. */
async function figuresOf(draft: string, window = "") {
  const first = await analyst.get(`${draft}/figures${window}`);
  if (first.statusCode !== 303) return first;
  assert.match(String(first.headers.location), /^\/jobs\//);
  await council.desk.jobs.settled();
  return analyst.get(`${draft}/figures${window}`);
}

test("definitions are found by their words, and those who may not write them see no drafts", async () => {
  const { statusCode, body } = await analyst.get("/definitions?search=re-referrals");
  assert.equal(statusCode, 200);
  assert.match(body, new RegExp(`href="/definitions/measure/${ID}"`));
  await begin("measure", "contacts");
  const manager = await council.as("team-manager");
  assert.match((await analyst.get("/definitions")).body, /Last saved/);
  assert.doesNotMatch((await manager.get("/definitions")).body, /Last saved/);
  assert.equal((await manager.get("/definitions/drafts/1")).statusCode, 403);
  assert.equal((await manager.post("/definitions/measure/contacts/draft")).statusCode, 403);
});

test("a measure changed and approved gives other figures at once, breaks its series and keeps its history", async () => {
  const draft = await begin("measure", ID);
  const text = await textOf(draft);
  const changed = text
    .replace("months_before(cohort.date, 12)", "months_before(cohort.date, 6)")
    .replace("A     | 2024-06-10", "A     | 2024-12-10")
    .replace("B     | 2024-06-09", "B     | 2024-12-09")
    .replace("A     | 2023-02-28", "A     | 2023-08-29")
    .replace("counts twelve months", "counts six months");
  assert.equal(await write(draft, changed), 303);

  const figures = await figuresOf(draft, "?window=rolling-12-months");
  assert.equal(figures.statusCode, 200, figures.body.slice(0, 500));
  assert.match(figures.body, /The draft gives another figure in \d+ of the last 24 periods/);
  assert.match(figures.body, /numerator: 0 in, \d+ out/);

  assert.equal((await submit(draft, { reason: "Six months, as the board agreed" })).statusCode, 422);
  const sent = await submit(draft, { reason: "Six months, as the board agreed", breaks: "yes", breaksFrom: "2026-04" });
  assert.equal(sent.statusCode, 303, sent.body);

  assert.equal((await decide(draft, "approve", analyst)).statusCode, 403);
  const before = council.desk.live.current().fingerprint;
  const approved = await decide(draft, "approve");
  assert.equal(approved.statusCode, 303, approved.body);
  assert.notEqual(council.desk.live.current().fingerprint, before);
  assert.equal(
    readFileSync(join(council.desk.data, "catalogue", "measures", "front-door", `${ID}.yaml`), "utf8"),
    changed,
  );

  const [version] = await definitionHistory(council.store, ID);
  assert.equal(version?.version, 1);
  assert.equal(version?.reason, "Six months, as the board agreed");
  assert.notEqual(version?.author, version?.approver);
  const notes = await listSeriesNotes(council.store);
  assert.deepEqual(
    notes.filter(({ measure }) => measure === ID).map(({ kind, fromPeriod }) => [kind, fromPeriod]),
    [["series-break", "2026-04"]],
  );
  const page = await analyst.get(`/definitions/measure/${ID}`);
  assert.match(page.body, /Version 1/);
  assert.match((await analyst.get(`/definitions/measure/${ID}/versions/1`)).body, /months_before\(cohort.date, 6\)/);
});

test("going back to the first definition is a new version, approved like any other", async () => {
  const { headers } = await analyst.post(`/definitions/measure/${ID}/restore`, { version: "0" });
  const draft = String(headers.location).split("/submit")[0] ?? "";
  const sent = await submit(draft, { reason: "Back to twelve months", breaks: "no" });
  assert.equal(sent.statusCode, 303, sent.body);
  assert.equal((await decide(draft, "approve")).statusCode, 303);
  assert.deepEqual(
    (await definitionHistory(council.store, ID)).map(({ version }) => version),
    [2, 1],
  );
});

test("a fault names its line and what to write, the text is kept, and it cannot be submitted", async () => {
  const draft = await begin("measure", "referrals");
  const version = await versionOf(`${draft}/written`);
  const content = (await textOf(draft)).replace("counted_by: date", "counted_by: dates");
  const { statusCode, body } = await analyst.post(`${draft}/written`, { version, content });
  assert.equal(statusCode, 422);
  assert.match(
    body,
    /Line \d+: cohort: referral has no column (?:"|&quot;)dates(?:"|&quot;)\. Did you mean (?:"|&quot;)date/,
  );
  assert.match(await textOf(draft), /counted_by: dates/);
  assert.equal((await submit(draft, { reason: "Because", breaks: "no" })).statusCode, 422);
});

test("the form and the written form are two sights of one draft", async () => {
  const draft = await begin("measure", "contacts-becoming-referrals");
  const page = (await analyst.get(draft)).body;
  const form = Object.fromEntries(
    [...page.matchAll(/<(?:input|textarea)[^>]*\sname="([^"]+)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
  assert.ok("title" in form);
  assert.match(page, /All \d+ examples come out as expected/);
});

test("a draft saved by somebody else meanwhile is not overwritten: both texts are shown", async () => {
  const draft = await begin("measure", "contacts-decided-within-1-working-day");
  const version = await versionOf(`${draft}/written`);
  const text = await textOf(draft);
  const other = await council.as("analyst");
  await other.post(`${draft}/written`, { version, content: text.replace(/^title: .*$/m, "title: The other title") });
  const mine = text.replace(/^title: .*$/m, "title: My title");
  const { statusCode, body } = await analyst.post(`${draft}/written`, { version, content: mine });
  assert.equal(statusCode, 409);
  assert.match(body, /title: The other title/);
  assert.match(body, /title: My title/);
});

test("of two drafts of one definition the second must be brought up to date", async () => {
  const [first, second] = [
    await begin("measure", "early-help-referrals"),
    await begin("measure", "early-help-referrals"),
  ];
  for (const draft of [first, second])
    assert.equal(
      await write(draft, (await textOf(draft)).replace(/^why: .*$/m, `why: Because of ${draft.split("/").at(-1)}.`)),
      303,
    );
  assert.match((await analyst.get(`${second}/submit`)).body, /Somebody else is changing it too/);
  assert.equal((await submit(first, { reason: "Plainer words" })).statusCode, 303);
  assert.equal((await submit(second, { reason: "Other words" })).statusCode, 303);
  assert.equal((await decide(first, "approve")).statusCode, 303);
  assert.equal((await decide(second, "approve")).statusCode, 409);
  assert.equal((await decide(second, "return", approver, "Bring it up to date")).statusCode, 303);
  assert.match((await analyst.get(`${second}/submit`)).body, /The definition in force changed/);
});

test("a new measure from a template already holds together and its examples come out right", async () => {
  for (const [template, title] of [
    ["count", "Contacts made in the evening"],
    ["percentage", "Contacts that are decided"],
    ["rate", "Contacts per 10,000 children"],
    ["average", "Days from contact to decision"],
  ] as const) {
    const form = { title, template, table: "contact", area: "front-door" };
    const { statusCode, headers, body } = await analyst.post("/definitions/new", form);
    assert.equal(statusCode, 303, body);
    const page = (await analyst.get(String(headers.location))).body;
    assert.match(page, /All 3 examples come out as expected/, template);
    assert.match((await figuresOf(String(headers.location))).body, /The measure is new/);
  }
  assert.equal(
    (await analyst.post("/definitions/new", { title: "", template: "", table: "", area: "" })).statusCode,
    422,
  );
});

test("an analyst of one team drafts nothing that is everybody's, and the refusal is logged", async () => {
  const narrow = await council.as("analyst", { kind: "team", name: "North" });
  assert.equal((await narrow.post("/definitions/measure/contacts/draft")).statusCode, 403);
  const last = (await readAccessLog(council.store)).at(-1);
  assert.equal(last?.what, "refused");
  assert.match(JSON.stringify(last?.detail), /over a part of it/);
});

test("what waits for an approver is told on the first page", async () => {
  const draft = await begin("measure", "contacts");
  assert.equal(await write(draft, (await textOf(draft)).replace(/^why: .*$/m, "why: Because it is the way in.")), 303);
  assert.equal((await submit(draft, { reason: "Plainer words" })).statusCode, 303);
  const other = await council.as("approver");
  assert.match((await other.get("/")).body, /Definitions to approve/);
});

test("a withdrawn draft can be put back", async () => {
  const draft = await begin("measure", "contacts");
  assert.equal(
    (await analyst.post(`${draft}/withdraw`, { version: await versionOf(`${draft}/submit`) })).statusCode,
    303,
  );
  assert.match((await analyst.get(draft)).body, /Put it back/);
  assert.equal((await analyst.post(`${draft}/put-back`, { version: await versionOf(draft) })).statusCode, 303);
  assert.match((await analyst.get(draft)).body, /Save and check/);
});

test("nothing is written outside the authority's own catalogue", () => {
  assert.ok(existsSync(join(council.desk.data, "catalogue", "measures")));
  assert.doesNotMatch(readFileSync(`catalogue/measures/front-door/${ID}.yaml`, "utf8"), /cohort.date, 6/);
});

/** Targets, scorecards, rules, calendars and reference tables go the same way as measures: draft, approval by a second person, version. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { historyOf } from "../../src/services/definitions/history.ts";
import type { DefinitionKind } from "../../src/services/definitions/kinds.ts";
import { listTargets } from "../../src/store/target.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

let council: Council;
let analyst: Caller;
let approver: Caller;

before(async () => {
  council = await openCouncil();
  analyst = await council.as("analyst");
  approver = await council.as("approver");
});
after(() => council.close());

async function begin(kind: DefinitionKind, subject: string): Promise<string> {
  const { headers, statusCode, body } = await analyst.post(`/definitions/${kind}/${encodeURIComponent(subject)}/draft`);
  assert.equal(statusCode, 303, body);
  return String(headers.location).split("?")[0] ?? "";
}

async function versionOf(page: string, by: Caller = analyst): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await by.get(page)).body)?.[1] ?? "";
}

async function save(draft: string, part: string, form: Record<string, string>) {
  return analyst.post(`${draft}/${part}`, { version: await versionOf(draft), ...form });
}

async function textOf(draft: string): Promise<string> {
  const { body } = await analyst.get(`${draft}/written`);
  const text = /<textarea[^>]*id="content"[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? "";
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

async function approve(draft: string): Promise<void> {
  const submit = { version: await versionOf(`${draft}/submit`), reason: "Agreed by the board", act: "submit" };
  const sent = await analyst.post(`${draft}/submit`, submit);
  assert.equal(sent.statusCode, 303, /error-summary[\s\S]*?<\/ul>/.exec(sent.body)?.[0]);
  const decided = { version: await versionOf(draft, approver), act: "approve", decision: "" };
  const approved = await approver.post(`${draft}/decide`, decided);
  assert.equal(approved.statusCode, 303, /<main[\s\S]*<\/main>/.exec(approved.body)?.[0]);
}

test("a target is tried over thirteen periods, refused while it contradicts its bands, and set when approved", async () => {
  const draft = await begin("target", "vital-signs 19a");
  const wrong = await save(draft, "form", { target: "80%", good: "85% or more", "requires-improvement": "70%-90%" });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Saved, but this still has to be mended/);
  const right = await save(draft, "form", { target: "99%", rating: "absolute-tolerance", tolerance: "1" });
  assert.equal(right.statusCode, 303, right.body);
  assert.match((await analyst.get(`${draft}/figures`)).body, /of the last 13 periods would be rated otherwise/);
  await approve(draft);
  const [set] = await listTargets(council.store, "vital-signs");
  assert.equal(set?.target?.text, "99%");
  assert.deepEqual(set?.rating, { kind: "absolute-tolerance", tolerance: 1 });
  assert.match((await analyst.get("/definitions/target/vital-signs%2019a")).body, /99%/);
});

test("a scorecard's indicators change places, and the card shows them so once approved", async () => {
  const draft = await begin("scorecard", "vital-signs");
  assert.equal((await save(draft, "outline", { step: "down 0 0" })).statusCode, 303);
  const added = {
    step: "add-indicator",
    section: "0",
    measure: "re-referrals",
    reference: "99z",
    window: "quarter",
    target: "",
  };
  assert.equal((await save(draft, "outline", added)).statusCode, 303);
  await approve(draft);
  const card = council.desk.live.current().catalogue.scorecards.get("vital-signs");
  const references = card?.sections[0]?.indicators.map(({ reference }) => reference);
  assert.deepEqual(references?.slice(0, 2), ["2", "1"]);
  assert.equal(references?.at(-1), "99z");
});

test("an indicator in a window its measure has no meaning in is said at once", async () => {
  const draft = await begin("scorecard", "quarterly-performance");
  const added = {
    step: "add-indicator",
    section: "0",
    measure: "fostering-households",
    reference: "99z",
    window: "rolling-12-months",
    target: "",
  };
  const { statusCode, body } = await save(draft, "outline", added);
  assert.equal(statusCode, 422);
  assert.match(body, /has no meaning in the window rolling-12-months/);
});

test("a measure may not lose a window a scorecard shows it in", async () => {
  const draft = await begin("measure", "referrals");
  const content = (await textOf(draft)).replace(/^time_basis: .*$/m, "time_basis: [year-to-date]");
  assert.equal((await save(draft, "written", { content: withWindows(content) })).statusCode, 303);
  const submit = { version: await versionOf(`${draft}/submit`), reason: "Only the year", breaks: "no", act: "submit" };
  assert.equal((await analyst.post(`${draft}/submit`, submit)).statusCode, 303);
  const decided = { version: await versionOf(draft, approver), act: "approve", decision: "" };
  const { statusCode, body } = await approver.post(`${draft}/decide`, decided);
  assert.equal(statusCode, 409);
  assert.match(body, /referrals has no meaning in the window/);
});

/** Examples read in the first window unless they say another: these say the month's. */
function withWindows(content: string): string {
  return content
    .replace(/expect: \{ numerator: \d+ \}/g, "expect: { }")
    .replace(/, expect: \{[^}]*\} \}/g, ", expect: { } }");
}

test("a bank holiday added is left out of working days once approved", async () => {
  const draft = await begin("calendar", "bank-holidays");
  const content = `${(await textOf(draft)).trimEnd()}\n2031-06-31,A day there is not\n`;
  const wrong = await save(draft, "written", { content });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /“2031-06-31” is not a date/);
  assert.equal(
    (await save(draft, "written", { content: content.replace("06-31,A day there is not", "06-30,Local day") }))
      .statusCode,
    303,
  );
  const before = council.desk.live.current().fingerprint;
  await approve(draft);
  assert.match(
    readFileSync(join(council.desk.data, "catalogue", "reference", "bank-holidays.csv"), "utf8"),
    /2031-06-30,Local day/,
  );
  assert.notEqual(council.desk.live.current().fingerprint, before);
});

test("populations are loaded when approved, and a row cannot be taken away", async () => {
  const draft = await begin("population", "population");
  const text = await textOf(draft);
  assert.equal(
    (await save(draft, "written", { content: `${text.split("\n").slice(0, -2).join("\n")}\n` })).statusCode,
    text.split("\n").length > 2 ? 422 : 303,
  );
  const content = `${text.trimEnd()}\nWexcombe,0-17,2031,made up,12345\n`;
  assert.equal((await save(draft, "written", { content })).statusCode, 303);
  await approve(draft);
  const { database } = await council.desk.live.current().open();
  const [row] = await database.rows("select estimate from population where year = 2031");
  assert.equal(row?.estimate, 12345);
});

test("neighbours are loaded when approved", async () => {
  const draft = await begin("neighbours", "statistical-neighbours");
  const head = (await textOf(draft)).split("\n")[0];
  assert.equal((await save(draft, "written", { content: `${head}\n999,Wexcombe,2031-01,1,999,\n` })).statusCode, 422);
  assert.equal(
    (await save(draft, "written", { content: `${head}\n999,Wexcombe,2031-01,1,998,Very close\n` })).statusCode,
    303,
  );
  await approve(draft);
  const { database } = await council.desk.live.current().open();
  const [row] = await database.rows("select neighbour_code from neighbour where edition = '2031-01'");
  assert.equal(row?.neighbour_code, "998");
});

test("a rule between measures is changed like any definition, and a file changed by hand afterwards is noticed", async () => {
  const draft = await begin("rule", "practice-alerts");
  const content = (await textOf(draft)).replace(/^title: .*$/m, "title: Alerts of both kinds are the alerts");
  assert.equal((await save(draft, "written", { content })).statusCode, 303);
  await approve(draft);
  const file = join(council.desk.data, "catalogue", "reconciliation", "practice-alerts.yaml");
  assert.ok(existsSync(file));
  writeFileSync(file, content.replace("both kinds", "all kinds"));
  assert.match((await analyst.get("/definitions/rule/practice-alerts")).body, /somebody changed it by hand/);
  assert.equal((await approver.post("/definitions/rule/practice-alerts/in-force")).statusCode, 303);
  assert.equal(readFileSync(file, "utf8"), content);
  assert.equal((await historyOf(council.store, { kind: "rule", subject: "practice-alerts" })).length, 1);
});

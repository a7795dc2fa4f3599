/** Reports as their writers meet them: made, answered, written in, in conflict with new words, released, taken away; and what each role is refused. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { releaseFor } from "../../src/services/report/release.ts";
import { readAccessLog, readLog } from "../../src/store/logs.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";
import { approvedComment, publishCard } from "./published-card.ts";
import { sendFiles, textOf } from "./send-files.ts";

const CARD = { scorecard: "vital-signs", period: "2026-03" };
const CHOICE = { template: "committee-report-2018", ...CARD };
const INTERNAL = { template: "exceptions-report", ...CARD };

let council: Council;
let analyst: Caller;
let director: Caller;
let councillor: Caller;
let draft = "";
let now = NOW;
before(async () => {
  council = await openCouncil(() => now);
  analyst = await council.as("analyst");
  director = await council.as("approver");
  councillor = await council.as("published-viewer");
});
after(() => council.close());

const queryOf = (choice: Record<string, string>): string => new URLSearchParams(choice).toString();
const words = async (who: Caller, url: string, status = 200): Promise<string> => {
  const { statusCode, body } = await who.get(url);
  assert.equal(statusCode, status, `${url}: ${textOf(body).slice(0, 600)}`);
  return textOf(body);
};

/** Forms of the page a place is written on: what stood there when it was opened. */
const seenAt = async (at: string, kind = "replace"): Promise<string> =>
  /name="seen" value="(\d+)"/.exec((await analyst.get(`${draft}/write?${queryOf({ at, kind })}`)).body)?.[1] ?? "";

/** Writes a second after whatever was done before. */
const write = async (at: string, body: string, more: Record<string, string> = {}) => {
  now = new Date(now.getTime() + 1000);
  return analyst.post(`${draft}/write`, { at, kind: "replace", seen: await seenAt(at), body, step: "save", ...more });
};

test("a public report is made with a gap for everything only a person can say", async () => {
  const page = await words(analyst, `/reports/view?${queryOf(CHOICE)}`);
  assert.match(page, /Still to be written: \d+ places.*Date of meeting.*Why 9b .* is red and what is being done/);
  assert.match(page, /Every page is marked: “DRAFT: not for publication”/);
});

test("what a report is of is chosen step by step", async () => {
  assert.match(await words(analyst, "/reports/new?template=committee-report-2018"), /Vital Signs.*Go on/);
  const second = await words(analyst, "/reports/new?template=committee-report-2018&scorecard=vital-signs");
  assert.match(second, /March 2026 February 2026.*Whom it is for.*Make the report/);
  assert.match(await words(analyst, "/reports/new?template=measure-on-a-page"), /Measure .* Go on/);
  const measure = "/reports/new?template=measure-on-a-page&measure=assessments-within-45-working-days";
  assert.match(await words(analyst, measure), /Scorecard that shows it .* Go on/);
  assert.match(await words(analyst, `${measure}&scorecard=vital-signs`), /Period March 2026/);
  const teams = await analyst.get("/reports/new?template=challenge-pack-team&team=Fostering");
  assert.match(teams.body, /value="Fostering"[^>]*checked/);
});

test("whoever begins to write is asked what only they know; a day there is not is pointed out and nothing typed is lost", async () => {
  const begun = await analyst.post("/reports/drafts", CHOICE);
  assert.equal(begun.statusCode, 303, textOf(begun.body));
  draft = /\/reports\/drafts\/\d+/.exec(String(begun.headers.location))?.[0] ?? "";
  assert.match(String(begun.headers.location), /answers\?done=begun/);
  const asked = {
    version: "1",
    "answer-committee": "Scrutiny committee",
    "answer-meeting-day": "31",
    "answer-meeting-month": "2",
    "answer-meeting-year": "2026",
  };
  const wrong = await analyst.post(`${draft}/answers`, asked);
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /must be a day there is/);
  assert.match(wrong.body, /value="Scrutiny committee"/);
  const right = await analyst.post(`${draft}/answers`, {
    ...asked,
    "answer-meeting-day": "12",
    "answer-meeting-month": "6",
  });
  assert.equal(right.statusCode, 303, textOf(right.body));
  const page = await words(analyst, `${draft}?done=answered`);
  assert.match(page, /Your answers are in the report/);
  assert.match(page, /Date of meeting 12 June 2026/);
});

test("answers somebody else changed meanwhile are not overwritten: both are shown", async () => {
  const late = await director.post(`${draft}/answers`, { version: "1", "answer-committee": "Another committee" });
  assert.equal(late.statusCode, 409);
  assert.match(textOf(late.body), /Somebody changed these answers.*What is saved by now.*Scrutiny committee/);
  assert.match(late.body, /value="Another committee"/);
});

test("what was answered last time is offered for the next report, but never its day", async () => {
  const begun = await analyst.post("/reports/drafts", CHOICE);
  const next = /\/reports\/drafts\/\d+/.exec(String(begun.headers.location))?.[0] ?? "";
  assert.match(await words(analyst, `${next}/answers`), /Fill in what was said last time/);
  const { body } = await analyst.get(`${next}/answers?last=yes`);
  assert.match(body, /value="Scrutiny committee"/);
  assert.doesNotMatch(body, /value="12"/);
  assert.equal((await analyst.post(`${next}/withdraw`)).statusCode, 303);
  assert.match(await words(analyst, next), /was withdrawn.*Put it back/);
  assert.doesNotMatch((await analyst.get("/reports")).body, new RegExp(`href="${next}"`));
  assert.equal(
    (await analyst.post(`${next}/write`, { at: "red-section-9b", seen: "0", body: "Late." })).statusCode,
    409,
  );
});

test("words written at a gap stand in the report in its place, and can be changed, undone and taken out", async () => {
  assert.equal((await write("red-section-9b", "Visits are recorded late.")).statusCode, 303);
  assert.match(await words(analyst, draft), /Visits are recorded late\. Change .* Written by A analyst/);
  await write("red-section-9b", "Visits are recorded late, and managers look at it every Monday.");
  await write("red-section-9b", "", { step: "undo" });
  assert.match(await words(analyst, draft), /Visits are recorded late\. Change/);
  await write("red-section-9b", "", { step: "take-out" });
  assert.match(await words(analyst, draft), /Still to be written: Why 9b/);
  await write("red-section-9b", "", { step: "undo" });
  assert.match(await words(analyst, draft), /Visits are recorded late\. Change/);
});

test("words are added after a paragraph, and a list is replaced by a list", async () => {
  const list = /write\?at=([^&"]*-list)&amp;kind=replace/.exec((await analyst.get(draft)).body)?.[1] ?? "";
  assert.notEqual(list, "");
  await write(list, "a. note the figures; and\nb. ask for a report on late visits.");
  assert.match((await analyst.get(draft)).body, /<ol[^>]*type="a"[^>]*>.*ask for a report on late visits/s);
  const added = await analyst.post(`${draft}/write`, {
    at: list,
    kind: "add",
    seen: "0",
    body: "The chair asked for this in June.",
  });
  assert.equal(added.statusCode, 303);
  assert.match(await words(analyst, draft), /The chair asked for this in June\./);
});

test("words somebody wrote meanwhile are not overwritten; empty words and references to nothing are refused", async () => {
  const stale = await director.post(`${draft}/write`, {
    at: "red-section-9b",
    kind: "replace",
    seen: "0",
    body: "My own words.",
  });
  assert.equal(stale.statusCode, 409);
  assert.match(
    textOf(stale.body),
    /Somebody wrote here after you opened it.*Visits are recorded late\..*My own words\./,
  );
  assert.equal((await write("red-section-9b", "  ")).statusCode, 422);
  const dangling = await write("red-section-9b", "As {see:apendix} shows.");
  assert.equal(dangling.statusCode, 422);
  assert.match(textOf(dangling.body), /\{see:apendix\} leads nowhere/);
});

test("what was written stays when a comment is approved later, and the conflict is shown until it is settled", async () => {
  await approvedComment(council, CARD, {
    on: "9b",
    body: "Visits are made sooner than they are recorded. Managers look at late recording every Monday.",
  });
  const page = await words(analyst, draft);
  assert.match(page, /1 conflict with the data as they now stand.*The data changed under “Visits are recorded late\.”/);
  const place = await words(analyst, `${draft}/write?at=red-section-9b&kind=replace`);
  assert.match(
    place,
    /Generated when it was written Nothing: it was a gap\..*Generated now.*Managers look at late recording every Monday/,
  );
  await write("red-section-9b", "", { step: "keep" });
  const kept = await words(analyst, draft);
  assert.doesNotMatch(kept, /1 conflict/);
  assert.match(kept, /Visits are recorded late\./);
  await write("red-section-9b", "", { step: "take-out" });
  assert.match(await words(analyst, draft), /Managers look at late recording every Monday/);
});

test("words that could tell of a person keep a public report back until they are mended or a reason is given", async () => {
  for (const reference of ["9b", "54"])
    await write(`red-section-${reference}`, "Managers look at late recording every Monday.");
  await write("red-section-54", "One child moved to Spain with her mother.");
  assert.match(await words(analyst, draft), /Words that could tell of a person.*tells a country/);
  const place = await analyst.get(`${draft}/write?at=red-section-54&kind=replace`);
  const flags = [...place.body.matchAll(/name="flag" value="([^"]+)"/g)].map(([, flag = ""]) => flag);
  assert.ok(flags.length >= 2, textOf(place.body));
  for (const flag of flags)
    await analyst.post(`${draft}/flags`, {
      place: "replace red-section-54",
      flag: flag.replaceAll("&#39;", "'"),
      reason: "An example of ours.",
    });
  assert.doesNotMatch(await words(analyst, draft), /Words that could tell of a person/);
  await write("red-section-54", "Two auditors were on leave.");
});

test("a release is refused while anything is missing, and says what; only those who publish may ask", async () => {
  assert.match(
    await words(director, `${draft}/release`),
    /cannot be released yet: Portfolio holder.*have not been published as an edition/,
  );
  const refused = await director.post(`${draft}/release`, { seen: "x" });
  assert.equal(refused.statusCode, 409);
  assert.match(refused.body, /REPORT_HAS_GAPS/);
  assert.match(
    textOf(refused.body),
    /The figures have not been published as an edition\. Still to be written: Portfolio holder/,
  );
  const manager = await council.as("team-manager", { kind: "team", name: "Front Door" });
  assert.equal((await manager.post(`${draft}/release`)).statusCode, 403);
});

test("once it is whole and its figures are published, it is released as it was read, and councillors may have it", async () => {
  await approvedComment(council, CARD, { on: "54", body: "Fewer audits were completed than planned." });
  await publishCard(council, CARD);
  await answerAll();
  const page = await director.get(`${draft}/release`);
  const seen = /name="seen" value="([0-9a-f]{24})"/.exec(page.body)?.[1] ?? "";
  assert.notEqual(seen, "", textOf(page.body));
  assert.equal((await director.post(`${draft}/release`, { seen: "0".repeat(24) })).statusCode, 409);
  const released = await director.post(`${draft}/release`, { seen });
  assert.equal(released.statusCode, 303, textOf(released.body));
  const address = String(released.headers.location).split("?")[0] ?? "";
  assert.match(await words(councillor, "/reports"), /Released.*Released 10 April 2026/);
  assert.match(await words(councillor, address), /Two auditors were on leave/);
  const file = await councillor.get(`${address}/html`);
  assert.equal(file.headers["content-type"], "text/html; charset=utf-8");
  assert.match(
    String(file.headers["content-disposition"]),
    /attachment; filename="committee-report-2018-2026-03\.html"/,
  );
  assert.doesNotMatch(file.body, /DRAFT/);
  const entry = (await readLog(council.store)).findLast(({ what }) => what === "release report");
  assert.match(JSON.stringify(entry?.after), /"checksum":"[0-9a-f]{64}"/);
});

test("where what is published is open to anybody, released reports are too, and nothing else of reports is", async () => {
  const [address, host] = ["/reports/released/1", { host: "localhost" }];
  const anybody = (url: string) => council.app.inject({ url, headers: host });
  for (const url of ["/reports", address, `${address}/csv`]) assert.equal((await anybody(url)).statusCode, 303, url);
  await (await council.as("administrator")).post("/editions/readers", { public: "yes" });
  const list = await anybody("/reports");
  assert.ok(list.body.includes(`href="${address}"`));
  assert.doesNotMatch(list.body, /\/reports\/(drafts|new|view)|name="_token"/);
  assert.equal((await anybody(address)).statusCode, 200);
  const [mine, theirs] = [await councillor.get(`${address}/html`), await anybody(`${address}/html`)];
  assert.equal(theirs.statusCode, 200);
  assert.deepEqual(theirs.rawPayload, mine.rawPayload, "everybody has the same file");
  assert.equal((await anybody("/reports/view?template=members-summary")).statusCode, 303);
  await (await council.as("administrator")).post("/editions/readers", { public: "no" });
});

test("a release taken back wants a reason, and is gone for councillors but not for the record", async () => {
  assert.equal((await director.post("/reports/released/1/take-back", { reason: " " })).statusCode, 422);
  await director.post("/reports/released/1/take-back", { reason: "A page was missing." });
  assert.equal((await councillor.get("/reports/released/1")).statusCode, 404);
  assert.match(await words(analyst, "/reports/released/1"), /taken back .*A page was missing\./);
});

test("councillors read public reports of editions, and nothing live, internal or being written", async () => {
  const own = await words(councillor, "/reports");
  assert.match(own, /Reports of published editions/);
  assert.doesNotMatch(own, /Being written|Make a report/);
  const edition = { template: "members-summary", edition: "vital-signs-2026-03-1" };
  assert.match(await words(councillor, `/reports/view?${queryOf(edition)}`), /edition 1/);
  for (const url of [
    draft,
    `${draft}/html`,
    `/reports/view?${queryOf({ template: "members-summary", ...CARD })}`,
    `/reports/view?${queryOf(INTERNAL)}`,
    `/reports/view?${queryOf({ ...edition, audience: "internal" })}`,
    `/reports/view/pdf?${queryOf(INTERNAL)}`,
    "/reports/view?template=challenge-pack-team&team=Front+Door",
  ])
    await words(councillor, url, 403);
});

test("an internal report is marked on every page and its download is logged", async () => {
  const file = await analyst.get(`/reports/view/html?${queryOf(INTERNAL)}`);
  assert.equal(file.statusCode, 200);
  assert.match(file.body, /OFFICIAL-SENSITIVE: internal, not for publication/);
  const entry = (await readAccessLog(council.store, { last: 1 })).at(-1);
  assert.equal(entry?.what, "download report");
  assert.match(JSON.stringify(entry?.detail), /"format":"html"/);
});

test("data comes as one zip, the same bytes each time", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => analyst.get(`/reports/view/csv?${queryOf(INTERNAL)}`)));
  assert.equal(one?.headers["content-type"], "application/zip");
  assert.ok(one?.rawPayload.equals(other?.rawPayload ?? Buffer.alloc(0)));
});

test("packs are for those who see every one of the teams, and never public", async () => {
  const manager = await council.as("team-manager", { kind: "team", name: "Front Door" });
  const packs = (...teams: string[]) =>
    `/reports/view?template=challenge-pack-team&${teams.map((team) => `team=${encodeURIComponent(team)}`).join("&")}`;
  await words(manager, packs("Front Door"));
  await words(manager, packs("Front Door", "Fostering"), 403);
  assert.equal((await readAccessLog(council.store, { last: 1 })).at(-1)?.what, "refused");
  await words(await council.as("internal-viewer"), packs("Front Door"), 403);
  await words(manager, `${packs("Front Door")}&audience=published`, 400);
  await analyst.post("/reports/drafts", { template: "challenge-pack-team", team: "Fostering" });
  assert.match(await words(analyst, "/reports"), /Fostering/);
  assert.doesNotMatch(await words(manager, "/reports"), /Fostering/);
});

test("who reads figures but does not write for the whole authority may read a draft, not write in it", async () => {
  const manager = await council.as("team-manager", { kind: "team", name: "Front Door" });
  assert.doesNotMatch(await words(manager, draft), /Add after it/);
  assert.equal(
    (await manager.post(`${draft}/write`, { at: "red-section-9b", seen: "0", body: "Mine." })).statusCode,
    403,
  );
  assert.equal((await manager.post("/reports/drafts", CHOICE)).statusCode, 403);
  assert.equal((await manager.get(`${draft}/write?at=red-section-9b`)).statusCode, 403);
});

test("the service itself refuses a release to whoever may not publish", async () => {
  const { id } = await council.as("commentator");
  const who = {
    person: id,
    actor: "c",
    name: "C",
    grants: [{ role: "commentator", scope: { kind: "authority" }, from: "2020-01-01", to: null }],
  } as const;
  await assert.rejects(releaseFor(council.desk, who, { id: 1, seen: "" }), { code: "NOT_ALLOWED" });
});

test("a Word base that is no Word document is refused, and nothing is kept", async () => {
  const administrator = await council.as("administrator");
  const url = "/reports/word-base";
  const answer = await sendFiles(council, administrator, { "letterhead.docx": "no document" }, {}, undefined, url);
  assert.equal(answer.statusCode, 422);
  assert.match(textOf(answer.body), /cannot be used/);
  assert.match(await words(administrator, url), /Waymark’s own styles/);
});

/** Everything the template asks, and every conflict that publishing brought taken as new. */
async function answerAll(): Promise<void> {
  const { body } = await analyst.get(`${draft}/answers`);
  const form: Record<string, string> = { version: /name="version" value="(\d+)"/.exec(body)?.[1] ?? "" };
  const day: Readonly<Record<string, string>> = { day: "12", month: "6", year: "2026" };
  for (const [, name = ""] of body.matchAll(/name="(answer-(?!recommendations)[^"]+)"/g))
    form[name] = day[name.split("-").at(-1) ?? ""] ?? "Figures are read by the board every month.";
  const saved = await analyst.post(`${draft}/answers`, form);
  assert.equal(saved.statusCode, 303, textOf(saved.body));
  const page = await analyst.get(draft);
  for (const [, at = "", kind = ""] of page.body.matchAll(/write\?at=([^&"]+)&amp;kind=(\w+)">The data changed/g))
    await analyst.post(`${draft}/write`, { at, kind, seen: await seenAt(at, kind), step: "keep" });
}

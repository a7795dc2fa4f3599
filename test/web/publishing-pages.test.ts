/** From sign-off to a correction in the browser: what is in the way, the signature, the edition, its checks, and what was revised. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { LightMyRequestResponse } from "fastify";
import type { EditionDocument } from "../../src/domain/edition.ts";
import { indicatorsOf } from "../../src/domain/scored-card.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";

const DESK = "/sign-off/vital-signs/2026-03";
const FIRST = "vital-signs-2026-03-1";
let council: Council;
let director: Caller;
let analyst: Caller;
let councillor: Caller;
let now = NOW;
before(async () => {
  council = await openCouncil(() => now);
  director = await council.as("approver");
  analyst = await council.as("analyst");
  councillor = await council.as("published-viewer");
});
after(() => council.close());

const seenIn = ({ body }: LightMyRequestResponse): string => /name="seen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? "";
/** The page of the work a form started, once it has ended. */
async function outcome(who: Caller, answer: LightMyRequestResponse): Promise<string> {
  assert.equal(answer.statusCode, 303, answer.body);
  const address = String(answer.headers.location);
  assert.match(address, /^\/jobs\//);
  await council.desk.jobs.settled();
  return (await who.get(address)).body;
}

/** An indicator the public sees to be red. */
async function publiclyRed(): Promise<{ readonly reference: string; readonly title: string }> {
  const { card } = (await councillor.get(`/editions/${FIRST}/edition.json`)).json<EditionDocument>();
  const red = indicatorsOf(card).find(({ rating }) => rating.word === "red");
  assert.ok(red);
  return red;
}

test("the desk says what stands in the way and leads to where it is mended", async () => {
  const draft = await director.post("/comments/vital-signs/2026-03/new", {
    on: "5",
    version: "",
    body: "Managers look at late recording every Monday.",
    step: "save",
  });
  const comment = String(draft.headers.location).split("?")[0] ?? "";
  const { body } = await analyst.get(DESK);
  assert.match(body, /Not ready/);
  assert.match(body, new RegExp(`is draft, not approved\\..*href="${comment}"`, "s"));
  assert.match(body, /The director has not signed off\..*href="#sign"/s);
  assert.doesNotMatch(body, /<button[^>]*>Publish</);
  await director.post(`${comment}/withdraw`, { version: "1" });
  assert.match((await analyst.get(DESK)).body, /Ready to sign/);
});

test("publishing unsigned is refused, and the page of the work leads back to what stands in the way", async () => {
  const body = await outcome(analyst, await analyst.post(`${DESK}/publish`));
  assert.match(body, /Not done.*PUBLISH_BLOCKED.*href="\/sign-off\/vital-signs\/2026-03"/s);
});

test("a signature given to a card that changed since it was read is refused", async () => {
  const seen = seenIn(await director.get(DESK));
  const judge = "/judge/vital-signs/2026-03/19a";
  await director.post(`${judge}/rating`, { word: "amber", reason: "A third of the delay was a court’s." });
  const answer = await director.post(`${DESK}/sign`, { role: "director", seen });
  assert.equal(answer.statusCode, 409);
  assert.match(answer.body, /changed since you read it/);
});

test("a rating by a person stands beside the rule’s, wants a reason, and is taken back", async () => {
  const judge = "/judge/vital-signs/2026-03/19a";
  assert.equal((await director.post(`${judge}/rating`, { word: "green", reason: "" })).statusCode, 422);
  const { body } = await director.get(judge);
  assert.match(body, /Amber, by A approver on 10 April 2026.*A third of the delay/s);
  const id = /rating\/(\d+)\/withdraw/.exec(body)?.[1];
  await director.post(`${judge}/rating/${id}/withdraw`);
  assert.match((await director.get(judge)).body, /Nobody has rated it otherwise/);
  assert.equal((await (await council.as("team-manager")).get(judge)).statusCode, 403);
});

test("a note on a series wants a period there is; it is taken back like a rating", async () => {
  const judge = "/judge/vital-signs/2026-03/19a";
  const note = { kind: "annotation", reason: "A new recording system came in." };
  assert.equal((await director.post(`${judge}/note`, { ...note, fromPeriod: "1999-01" })).statusCode, 422);
  await director.post(`${judge}/note`, { ...note, fromPeriod: "2026-01" });
  const { body } = await director.get(judge);
  assert.match(body, /from 2026-01.*A new recording system/s);
  await director.post(`${judge}/note/${/note\/(\d+)\/withdraw/.exec(body)?.[1]}/withdraw`);
  assert.doesNotMatch((await director.get(judge)).body, /A new recording system/);
});

test("a day of publication is announced; one that has passed is refused", async () => {
  const day = (year: string) => ({ "due-day": "27", "due-month": "4", "due-year": year });
  assert.equal((await analyst.post(`${DESK}/announce`, day("2025"))).statusCode, 422);
  await analyst.post(`${DESK}/announce`, day("2026"));
  assert.match((await analyst.get(DESK)).body, /To be published on 27 April 2026, announced on 10 April 2026/);
});

test("the director signs and publishes at once; the edition is there for councillors to read", async () => {
  const desk = await director.get(DESK);
  assert.match(desk.body, /Sign off as director and publish/);
  const body = await outcome(
    director,
    await director.post(`${DESK}/release`, { role: "director", seen: seenIn(desk) }),
  );
  assert.match(body, new RegExp(`Edition ${FIRST} is published`));
  const read = await councillor.get(`/editions/${FIRST}`);
  assert.equal(read.statusCode, 200);
  assert.match(read.body, /id="reds".*What this means/s);
  assert.match(read.body, /director: A approver/);
  assert.match(read.body, /Published<\/dt><dd[^>]*>10 April 2026 at 10:00 by A approver</);
  assert.doesNotMatch(read.body, /@wexcombe\.example/);
  assert.doesNotMatch(read.body, /\/correct|make-again|\/changes/);
});

test("an edition beside last time and last year, from the link on its page", async () => {
  const { body } = await councillor.get(`/editions/${FIRST}/compare`);
  assert.match(body, /This time.*Last time.*A year before/s);
  assert.match(body, /19a .*Single assessments/s);
});

test("the checks of an edition all hold, and made again it is the same byte for byte", async () => {
  const auditor = await council.as("auditor");
  const { body } = await auditor.get(`/editions/${FIRST}/checks`);
  assert.match(body, /All 6 checks hold/);
  const end = await outcome(auditor, await auditor.post(`/editions/${FIRST}/make-again`));
  assert.match(end, /The same, byte for byte: \d+ files/);
  assert.equal((await councillor.post(`/editions/${FIRST}/make-again`)).statusCode, 403);
});

test("somebody else’s work is no page of mine", async () => {
  const answer = await analyst.post("/sign-off", { month: "2026-03" });
  const address = String(answer.headers.location);
  assert.equal((await councillor.get(address)).statusCode, 404);
  assert.equal((await (await council.as("administrator")).get(address)).statusCode, 200);
  await council.desk.jobs.settled();
});

test("every scorecard of a period is published in one go, and each that is not says why", async () => {
  const body = await outcome(analyst, await analyst.post("/sign-off", { month: "2026-03" }));
  assert.match(body, /0 editions published; \d scorecards not\..*has not signed off/s);
});

test("a correction wants a kind and a reason, shows what differs first, and says what it revises", async () => {
  const empty = await analyst.post(`/editions/${FIRST}/correct`, { kind: "", reason: "" });
  assert.equal(empty.statusCode, 422);
  assert.match(empty.body, /Choose the kind of revision.*Say why it is corrected/s);
  const { reference, title } = await publiclyRed();
  const rating = { word: "amber", reason: "Agreed with the board." };
  await director.post(`/judge/vital-signs/2026-03/${reference}/rating`, rating);
  const before = await analyst.get(`/editions/${FIRST}/correct`);
  assert.match(before.body, new RegExp(`What would differ: 1 difference.*${reference} .*Red.*Amber`, "s"));
  await director.post(`${DESK}/sign`, { role: "director", seen: seenIn(await director.get(DESK)) });
  now = new Date(NOW.getTime() + 60_000);
  const form = { kind: "unscheduled-revision", reason: "The rating was agreed otherwise." };
  const body = await outcome(analyst, await analyst.post(`/editions/${FIRST}/correct`, form));
  assert.match(body, /Edition vital-signs-2026-03-2 is published/);
  const corrected = await councillor.get("/editions/vital-signs-2026-03-2");
  assert.match(corrected.body, /Unscheduled revision.*The rating was agreed otherwise/s);
  assert.match(corrected.body, new RegExp(`${reference} [^<]*, rating, 2026-03: Red became Amber`));
  assert.match((await councillor.get(`/editions/${FIRST}`)).body, /has been corrected.*vital-signs-2026-03-2/s);
  const list = await councillor.get("/editions");
  assert.match(list.body, new RegExp(`corrects.*href="/editions/${FIRST}"`, "s"));
  const two = await councillor.get(`/editions/compare?before=${FIRST}&after=vital-signs-2026-03-2`);
  assert.match(two.body, new RegExp(`1 of \\d+ indicators differs\\..*${reference} ${title}.*Rating`, "s"));
});

test("editions are for readers only, until an administrator opens them to anybody", async () => {
  const host = { host: "localhost" };
  const closed = await council.app.inject({ url: `/editions/${FIRST}`, headers: host });
  assert.equal(closed.statusCode, 303);
  assert.equal((await analyst.post("/editions/readers", { public: "yes" })).statusCode, 403);
  const administrator = await council.as("administrator");
  await administrator.post("/editions/readers", { public: "yes" });
  const open = await council.app.inject({ url: `/editions/${FIRST}`, headers: host });
  assert.equal(open.statusCode, 200);
  assert.doesNotMatch(open.body, /name="_token"/);
  const card = await council.app.inject({ url: "/scorecards/vital-signs/published", headers: host });
  assert.equal(card.statusCode, 200);
  assert.doesNotMatch(card.body, /name="_token"|href="\/scorecards\/vital-signs"/);
  assert.match((await council.app.inject({ url: "/sign-in", headers: host })).body, /read published editions/);
  assert.equal((await council.app.inject({ url: `/editions/${FIRST}/changes`, headers: host })).statusCode, 303);
  await administrator.post("/editions/readers", { public: "no" });
  for (const url of [`/editions/${FIRST}`, "/scorecards/vital-signs/published"])
    assert.equal((await council.app.inject({ url, headers: host })).statusCode, 303, url);
});

test("an approver of one team signs nothing and publishes nothing for the whole authority", async () => {
  const deputy = await council.as("approver", { kind: "team", name: "North" });
  const seen = seenIn(await director.get(DESK));
  for (const [path, form] of [
    ["sign", { role: "director", seen }],
    ["release", { role: "director", seen }],
    ["publish", {}],
    ["announce", { "due-day": "1", "due-month": "5", "due-year": "2026" }],
  ] as const)
    assert.equal((await deputy.post(`${DESK}/${path}`, form)).statusCode, 403, path);
  assert.equal((await deputy.get(`/editions/${FIRST}/correct`)).statusCode, 403);
  const refused = (await readAccessLog(council.store)).filter(({ what }) => what === "refused").slice(-5);
  assert.deepEqual(
    refused.map(({ subject }) => subject.split("/").at(-1)),
    ["sign", "release", "publish", "announce", "correct"],
  );
});

test("figures that do not reconcile stand in the way until somebody who judges accepts it with a reason, and may be unaccepted", async () => {
  const rules = join(council.desk.data, "catalogue", "reconciliation");
  mkdirSync(rules, { recursive: true });
  writeFileSync(
    join(rules, "contacts-within-referrals.yaml"),
    "id: contacts-within-referrals\ntitle: Contacts are no more than referrals\nkind: at-most\nparts:\n  - contacts\nwhole: referrals\n",
  );
  council.desk.live.lookAgain();
  const february = "/sign-off/vital-signs/2026-02";
  const blocked = /contacts-within-referrals.*Accept it with a reason/s;
  assert.match((await director.get(february)).body, blocked);
  const rule = "contacts-within-referrals";
  const empty = await director.post(`${february}/accept`, { rule, reason: "" });
  assert.equal(empty.statusCode, 422);
  assert.match(empty.body, /Say why it may be published as it is/);
  assert.equal((await councillor.post(`${february}/accept`, { rule, reason: "x" })).statusCode, 403);
  await director.post(`${february}/accept`, { rule, reason: "Contacts come from two systems." });
  const { body } = await director.get(february);
  assert.match(body, /Ready to sign.*Contacts come from two systems\./s);
  await director.post(`${february}/accept/${/accept\/(\d+)\/withdraw/.exec(body)?.[1]}/withdraw`);
  assert.match((await director.get(february)).body, blocked);
});

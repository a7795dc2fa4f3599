/** Loading in the browser: files sent, read, looked at, accepted or refused; who may; and what is said of the data. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { writeCaseNote } from "../../src/services/cases/case-notes.ts";
import { listStaged } from "../../src/services/data/staged-load.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";
import { sendFiles, textOf, waitForReading } from "./send-files.ts";

let council: Council;
let analyst: Caller;

before(async () => {
  council = await openCouncil();
  analyst = await council.as("analyst");
});
after(() => council.close());

const AGGREGATE = "aggregate_input.csv";
const GOOD = "measure,period,value\ncomplaints-received,2025-26,12\n";
const BROKEN = "contact_id,person_id,date,source\nE1,C1,2026-02-28,1A\nE2,,2026-03-01,1A\nE3,C2,2026-03-02,nonsense\n";

async function staged(files: Readonly<Record<string, string | Buffer>>, fields: Record<string, string> = {}) {
  const sent = await sendFiles(council, analyst, files, fields);
  assert.equal(sent.statusCode, 303, sent.body);
  const url = String(sent.headers.location);
  return { url, page: await waitForReading(council, analyst, url) };
}

const basisOf = (body: string): string => /name="basis" value="([^"]*)"/.exec(body)?.[1] ?? "";

test("an analyst sends a file, sees what is in it, and nothing counts until it is accepted", async () => {
  const { url, page } = await staged({ [AGGREGATE]: GOOD });
  assert.match(page.body, /Nothing of it counts until it is accepted/);
  assert.match(page.body, /Accepting keeps all 1 row\./);
  const loads = join(council.desk.data, "loads");
  const countBefore = readdirSync(loads).length;
  const accepted = await analyst.post(`${url}/accept`, { basis: basisOf(page.body) });
  assert.equal(accepted.statusCode, 303, accepted.body);
  assert.equal(readdirSync(loads).length, countBefore + 1);
  const load = await analyst.get(String(accepted.headers.location));
  assert.match(load.body, /The load was accepted\./);
  assert.match(load.body, /aggregate_input\.csv/);
  await council.desk.jobs.settled();
});

test("rows that cannot be kept are named with their file, row and column, and can be taken away as CSV", async () => {
  const { url, page } = await staged({ "contact.csv": BROKEN });
  assert.match(page.body, /contact\.csv, row 3/);
  assert.match(page.body, /leaves out 1 row/);
  const errors = await analyst.get(`${url}?severity=error`);
  assert.doesNotMatch(errors.body, /contact\.csv, row 4/);
  const csv = await analyst.get(`${url}/issues.csv`);
  assert.match(csv.body, /^severity,code,file,sheet,row,column,value_class,count,message,remedy/);
  assert.match(csv.body, /error,ROW_WITHOUT_KEY,contact\.csv,,3/);
});

test("who asked for nothing unless clean must say again that the good rows are to be kept", async () => {
  const { url, page } = await staged({ "contact.csv": BROKEN }, { rows: "clean" });
  assert.match(page.body, /You asked for nothing to be accepted unless every row can be kept/);
  const basis = basisOf(page.body);
  assert.equal((await analyst.post(`${url}/accept`, { basis })).statusCode, 422);
  assert.equal((await analyst.post(`${url}/accept`, { basis, keep: "good" })).statusCode, 303);
  await council.desk.jobs.settled();
});

test("a load somebody refused cannot be accepted any more, and nothing of it is left", async () => {
  const { url, page } = await staged({ [AGGREGATE]: "measure,period,value\ncomplaints-received,2024-25,9\n" });
  const id = url.split("/").at(-1) ?? "";
  assert.equal((await analyst.post(`${url}/refuse`)).headers.location, "/data?done=refused");
  assert.equal(existsSync(join(council.desk.data, "staged", id, "parts")), false);
  const late = await analyst.post(`${url}/accept`, { basis: basisOf(page.body) });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /refused already by/);
});

test("when a colleague accepts the same return first, the other is told and looks again", async () => {
  const first = await staged({ [AGGREGATE]: "measure,period,value\ncomplaints-received,2023-24,7\n" });
  const second = await staged({ [AGGREGATE]: "measure,period,value\ncomplaints-received,2023-24,8\n" });
  assert.equal((await analyst.post(`${first.url}/accept`, { basis: basisOf(first.page.body) })).statusCode, 303);
  const late = await analyst.post(`${second.url}/accept`, { basis: basisOf(second.page.body) });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /Somebody else has accepted a load of the same return since you looked/);
  const again = await analyst.post(`${second.url}/accept`, { basis: basisOf(late.body) });
  assert.equal(again.statusCode, 303);
  await council.desk.jobs.settled();
});

test("the very same files a second time add nothing", async () => {
  const { url, page } = await staged({ [AGGREGATE]: GOOD });
  assert.match(page.body, /Exactly these files count already/);
  assert.equal((await analyst.post(`${url}/accept`, { basis: basisOf(page.body) })).statusCode, 422);
});

test("what is no return, an empty file and a zip are each told what they are and what to do", async () => {
  const { page } = await staged({
    "letter.csv": "Dear colleague\nplease find attached\n",
    "nothing.csv": "",
    "returns.zip": Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
  });
  assert.match(page.body, /This load cannot be accepted/);
  for (const name of ["letter.csv", "nothing.csv", "returns.zip"]) assert.match(page.body, new RegExp(name));
});

test("no file chosen, or a form without its token, loads nothing", async () => {
  const none = await sendFiles(council, analyst, {});
  assert.equal(none.statusCode, 422);
  assert.match(none.body, /Choose the files of the return/);
  const forged = await sendFiles(council, analyst, { [AGGREGATE]: GOOD }, {}, "not the token");
  assert.equal(forged.statusCode, 403);
});

test("names that lead elsewhere or are very long are made safe", async () => {
  const { page } = await staged({ [`../../${"x".repeat(300)}=.csv`]: GOOD });
  assert.match(page.body, /x{100,120}\.csv/);
  assert.equal(existsSync(join(council.desk.data, "..", `${"x".repeat(300)}=.csv`)), false);
});

test("a service manager sees the data and its warnings but loads nothing", async () => {
  const manager = await council.as("service-manager", { kind: "service", name: "Assessment" });
  const page = await manager.get("/data");
  assert.match(page.body, /measures? made of case records can be told/);
  assert.match(page.body, /Figures with data-quality warnings/);
  assert.doesNotMatch(page.body, /href="\/data\/new"/);
  assert.equal((await manager.get("/data/new")).statusCode, 403);
  assert.equal((await manager.get("/data/coverage")).statusCode, 200);
});

test("two loads are compared, and pseudonyms of children are shown only to those whose scope is everybody, and logged", async () => {
  const [first] = readdirSync(join(council.desk.data, "loads"));
  const url = `/data/compare?a=${first}&b=${first}`;
  const manager = await council.as("service-manager", { kind: "service", name: "Assessment" });
  assert.doesNotMatch((await manager.get(url)).body, /pseudonym/);
  assert.match((await analyst.get(url)).body, /by pseudonym/);
  assert.equal((await analyst.get("/data/compare?a=nothing&b=nothing")).statusCode, 404);
});

test("a row of a load opens for an analyst, is logged, and is refused to a team manager", async () => {
  const [load] = readdirSync(join(council.desk.data, "loads"));
  const team = await council.as("team-manager", { kind: "team", name: "Harbour team" });
  const url = `/data/loads/${load}/row?file=none.csv&row=1`;
  assert.equal((await analyst.get(url)).statusCode, 200);
  assert.equal((await team.get(url)).statusCode, 403);
});

test("a reported recording error is listed by team for all, and in full for an analyst, who says what was done", async () => {
  const by = { actor: "manager@wexcombe.example", at: "2026-04-09T09:00:00.000Z" };
  const note = {
    child: "C77",
    kind: "recording-error",
    body: "The visit was on the 3rd.",
    team: "Harbour team",
  } as const;
  const id = await writeCaseNote(council.store, by, note);
  const manager = await council.as("service-manager", { kind: "service", name: "Assessment" });
  const overview = textOf((await manager.get("/data")).body);
  assert.match(overview, /Harbour team 1/);
  assert.doesNotMatch(overview, /C77/);
  assert.equal((await manager.get("/data/reported")).statusCode, 403);
  const listed = textOf((await analyst.get("/data/reported")).body);
  assert.match(listed, /Child C77 , Harbour team The visit was on the 3rd\./);
  const look = (await readAccessLog(council.store)).findLast(({ what }) => what === "reported errors");
  assert.deepEqual(look?.detail, { rows: 1, children: ["C77"] });
  assert.equal((await analyst.post(`/data/reported/${id}`, { words: " " })).statusCode, 422);
  assert.equal((await analyst.post(`/data/reported/${id}`, { words: "Corrected" })).statusCode, 303);
  assert.match(textOf((await analyst.get("/data/reported")).body), /Done: Corrected/);
});

test("what waits longer than a week is removed with its files", async () => {
  const { url } = await staged({ [AGGREGATE]: "measure,period,value\ncomplaints-received,2021-22,5\n" });
  const folder = join(council.desk.data, "staged", url.split("/").at(-1) ?? "");
  assert.equal(
    listStaged(council.desk.data, new Date("2026-04-17T08:00:00.000Z")).some(({ id }) => url.endsWith(id)),
    true,
  );
  assert.equal(existsSync(folder), true);
  listStaged(council.desk.data, new Date("2026-04-17T10:00:00.000Z"));
  assert.equal(existsSync(folder), false);
  assert.equal((await analyst.get(url)).statusCode, 404);
});

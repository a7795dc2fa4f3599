/** The list behind a figure in the browser: asked with a reason, within scope, reconciled with the figure, every look and refusal in the log. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { scoreFigures } from "../../src/services/score-figures.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

const LIST = "/measures/assessments-within-45-working-days/list?window=rolling-12-months&period=2026-03";
let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

async function withPurpose(caller: Caller): Promise<Caller> {
  const { statusCode } = await caller.post("/purpose", { next: "/", reason: "Checking that a figure is right" });
  assert.equal(statusCode, 303);
  return caller;
}

type Look = { readonly rows: number; readonly children: readonly string[]; readonly export?: string };
const lastLook = async () => {
  const entry = (await readAccessLog(council.store)).at(-1);
  assert.ok(entry);
  return { ...entry, detail: entry.detail as Look };
};

test("the first list of a session asks why, in the person's words or a common reason, and leads back", async () => {
  const analyst = await council.as("analyst");
  const { statusCode, headers } = await analyst.get(LIST);
  assert.equal(statusCode, 303);
  assert.equal(headers.location, `/purpose?next=${encodeURIComponent(LIST)}`);
  const empty = await analyst.post("/purpose", { next: LIST, reason: "other", words: " " });
  assert.equal(empty.statusCode, 422);
  assert.match(empty.body, /Write why you need to see these records/);
  const answered = await analyst.post("/purpose", { next: LIST, reason: "other", words: "Audit of late assessments" });
  assert.equal(answered.headers.location, LIST);
  assert.equal((await analyst.get(LIST)).statusCode, 200);
  const { purpose, what, actor } = await lastLook();
  assert.deepEqual([purpose, what], ["Audit of late assessments", "list"]);
  assert.match(actor, /wexcombe/);
});

test("the question why never leads to another site", async () => {
  const analyst = await council.as("analyst");
  for (const next of ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example"])
    assert.equal((await analyst.post("/purpose", { next, reason: "Mending records" })).headers.location, "/");
});

test("the parts' counts are the figure's own numbers, and the log names the children of the page", async () => {
  const analyst = await withPurpose(await council.as("analyst"));
  const { body } = await analyst.get(LIST);
  const question = { window: "rolling-12-months", from: "2026-03", to: "2026-03" } as const;
  const [figure] = await scoreFigures(council.desk.live.current(), {
    measures: ["assessments-within-45-working-days"],
    ...question,
  });
  const counts = [...body.matchAll(/app-parts__count">([\d,]+)</g)].map(([, count]) => Number(count?.replace(",", "")));
  const { numerator, denominator } = figure ?? {};
  assert.deepEqual(counts, [numerator, denominator, (denominator ?? 0) - (numerator ?? 0)]);
  const { detail } = await lastLook();
  assert.equal(detail.rows, Math.min(50, numerator ?? 0));
  for (const child of detail.children) assert.ok(body.includes(`/children/${child}`), child);
});

test("a team manager sees the rows of their team and is told how many others there are", async () => {
  const analyst = await withPurpose(await council.as("analyst"));
  const manager = await withPurpose(await council.as("team-manager", { kind: "team", name: "Disabled Children" }));
  const url = "/measures/children-in-need/list?window=in-month&period=2026-03";
  const all = await analyst.get(url);
  const own = await manager.get(url);
  const whole = Number(/app-parts__count">([\d,]+)</.exec(all.body)?.[1]);
  const [, inScope, figure] = /app-parts__count">([\d,]+) of ([\d,]+)</.exec(own.body) ?? [];
  assert.equal(Number(figure), whole);
  assert.ok(Number(inScope) > 0 && Number(inScope) < whole);
  assert.match(own.body, new RegExp(`${whole - Number(inScope)} more cases of this figure lie outside`));
});

test("another team's list is refused to a team manager, in page and in copy, and the refusals are logged", async () => {
  const manager = await withPurpose(await council.as("team-manager", { kind: "team", name: "Leaving Care" }));
  const group = "team:Assessment Group";
  const page = await manager.get(`${LIST}&by=${encodeURIComponent(group)}`);
  assert.equal(page.statusCode, 403);
  assert.equal((await lastLook()).what, "refused");
  const copy = await manager.post("/measures/assessments-within-45-working-days/list/copy", {
    window: "rolling-12-months",
    period: "2026-03",
    part: "numerator",
    by: group,
    format: "csv",
  });
  assert.equal(copy.statusCode, 403);
  assert.equal((await lastLook()).what, "refused");
});

test("somebody with own cases only sees theirs", async () => {
  const workspace = council.desk.live.current();
  const { database } = await workspace.open();
  const [busiest] = await database.rows(
    `select worker, count(distinct person_id) as children from case_holding where "end" is null group by worker order by children desc limit 1`,
  );
  const worker = await withPurpose(
    await council.as("team-manager", { kind: "own-cases", worker: String(busiest?.worker) }),
  );
  const { body } = await worker.get("/measures/children-in-need/list?window=in-month&period=2026-03");
  const seen = (await lastLook()).detail.children;
  const held = await database.rows(
    `select distinct person_id from involvement where worker_id = '${busiest?.worker}' and start <= date '2026-04-10' and coalesce("end", date '9999-12-31') > date '2026-03-31'`,
  );
  assert.ok(seen.length > 0, body.slice(0, 200));
  for (const child of seen)
    assert.ok(
      held.some((row) => row.person_id === child),
      child,
    );
});

test("a copy is marked on every row with a number found again in the log", async () => {
  const analyst = await withPurpose(await council.as("analyst"));
  const { body, headers } = await analyst.post("/measures/assessments-within-45-working-days/list/copy", {
    window: "rolling-12-months",
    period: "2026-03",
    part: "missed",
    format: "csv",
  });
  const { detail, what } = await lastLook();
  assert.equal(what, "export");
  const lines = body.trimEnd().split("\r\n").slice(1);
  assert.equal(lines.length, detail.rows);
  for (const line of lines) assert.ok(line.includes(`Copy ${detail.export} taken by`), line);
  assert.match(String(headers["content-disposition"]), /official-sensitive/);
});

test("rows are narrowed and ordered on the server", async () => {
  const analyst = await withPurpose(await council.as("analyst"));
  const { body } = await analyst.get(`${LIST}&part=missed&sort=measured&order=desc`);
  const days = [...body.matchAll(/<td[^>]*>([\d,]+)<\/td><td[^>]*>[\d,]+ over/g)].map(([, text]) => Number(text));
  assert.ok(days.length > 2);
  assert.deepEqual(
    days,
    days.toSorted((a, b) => b - a),
  );
  assert.ok(days.every((one) => one > 45));
  const within = await analyst.get(`${LIST}&part=missed&days=within`);
  assert.match(within.body, /No case you may look at fits these choices/);
});

test("an unknown measure, part, column or period is answered in words, not with rows", async () => {
  const analyst = await withPurpose(await council.as("analyst"));
  for (const [url, status] of [
    ["/measures/nothing/list", 404],
    ["/measures/contacts/list?part=missed", 400],
    ["/measures/contacts/list?period=yesterday", 400],
    ["/measures/contacts/list?by=shoe-size:9", 400],
    ["/measures/highest-caseload/list", 400],
    [`${LIST}&sort=dob;drop`, 200],
  ] as const)
    assert.equal((await analyst.get(url)).statusCode, status, url);
});

test("roles that may see figures but no child are refused the list", async () => {
  for (const role of ["internal-viewer", "commentator", "administrator", "published-viewer"] as const)
    assert.equal((await (await council.as(role)).get(LIST)).statusCode, 403, role);
});

/** Team and worker profiles: one's own is one click from home, a foreign one is refused, and what is due reconciles with its list. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readAccessLog } from "../../src/store/logs.ts";
import { type Caller, type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

async function managerOf(team: string): Promise<Caller> {
  const manager = await council.as("team-manager", { kind: "team", name: team });
  await manager.post("/purpose", { next: "/", reason: "Supervision or allocation of cases" });
  return manager;
}

test("a team manager's Teams leads to the profile of their own team", async () => {
  const manager = await managerOf("Disabled Children");
  const { statusCode, headers } = await manager.get("/teams");
  assert.equal(statusCode, 303);
  assert.equal(headers.location, "/teams/T006");
  const { body } = await manager.get("/teams/T006");
  assert.match(body, /<h1[^>]*>.*Disabled Children<\/h1>/s);
  assert.match(body, /What can still be done/);
  assert.match(body, /Caseload and timeliness of each worker/);
});

test("a service manager sees the teams of the service, an analyst every team", async () => {
  const service = await council.as("service-manager", { kind: "service", name: "safeguarding" });
  const { body } = await service.get("/teams?all=yes");
  assert.match(body, /Safeguarding Group/);
  assert.doesNotMatch(body, /Leaving Care/);
  const analyst = await council.as("analyst");
  assert.match((await analyst.get("/teams")).body, /Leaving Care/);
});

test("another team's profile, its due list and a worker of it are refused and logged; so is a team that does not exist", async () => {
  const manager = await managerOf("Disabled Children");
  for (const url of ["/teams/T005", "/teams/Safeguarding%20Group/due", "/teams/T005/workers/SW00001", "/teams/T999"]) {
    assert.equal((await manager.get(url)).statusCode, 403, url);
    assert.equal((await readAccessLog(council.store)).at(-1)?.what, "refused", url);
  }
});

test("the numbers of what is due are the rows of their lists, soonest first", async () => {
  const manager = await managerOf("Disabled Children");
  const profile = await manager.get("/teams/T006");
  const links = [...profile.body.matchAll(/href="(\/teams\/T006\/due\?kind=[^"]+)"[^>]*>(\d+)</g)];
  assert.ok(links.length > 0);
  for (const [, href = "", count] of links) {
    const { body } = await manager.get(href.replaceAll("&amp;", "&"));
    assert.equal([...body.matchAll(/href="\/children\//g)].length, Number(count), href);
  }
  const { body } = await manager.get("/teams/T006/due");
  const left = [...body.matchAll(/(\d+) working days? (left|overdue)|Due today/g)].map(([, days, way]) =>
    way === "overdue" ? -Number(days) : Number(days ?? 0),
  );
  const listed = left.slice(0, [...body.matchAll(/href="\/children\//g)].length);
  assert.deepEqual(
    listed,
    listed.toSorted((a, b) => a - b),
  );
});

test("a worker's profile says how many children are held and what is late, and its list is only theirs", async () => {
  const manager = await managerOf("Disabled Children");
  const profile = await manager.get("/teams/T006");
  const worker = /\/teams\/T006\/workers\/([^"]+)"/.exec(profile.body)?.[1] ?? "";
  const { body, statusCode } = await manager.get(`/teams/T006/workers/${worker}`);
  assert.equal(statusCode, 200);
  assert.match(body, /Holds \d+ (child|children)\./);
  const list = await manager.get(`/teams/T006/due?worker=${worker}`);
  const cells = [...list.body.matchAll(/<td class="govuk-table__cell">(SW\d+|Nobody)<\/td>/g)].map(([, name]) => name);
  assert.ok(cells.every((name) => name === worker));
  assert.equal((await manager.get("/teams/T006/workers/SW99999")).statusCode, 404);
});

test("somebody with own cases is led to their own profile and sees no other", async () => {
  const { database } = await council.desk.live.current().open();
  const [busiest] = await database.rows(
    `select worker, count(distinct person_id) as children from case_holding where "end" is null and worker is not null group by worker order by children desc, worker limit 1`,
  );
  const own = await council.as("team-manager", { kind: "own-cases", worker: String(busiest?.worker) });
  const { headers } = await own.get("/teams");
  assert.match(String(headers.location), new RegExp(`/workers/${busiest?.worker}$`));
  assert.equal((await own.get(String(headers.location))).statusCode, 200);
  await own.post("/purpose", { next: "/", reason: "Mending records" });
  const team = String(headers.location).split("/workers/")[0];
  assert.equal((await own.get(`${team}/due?worker=${busiest?.worker}`)).statusCode, 200);
  assert.equal((await own.get(`${team}/due`)).statusCode, 403);
  assert.equal((await own.get("/teams/T006")).statusCode, 403);
  assert.equal((await own.get(String(headers.location).replace(String(busiest?.worker), "SW00001"))).statusCode, 403);
});

test("a team's figure on its profile is the list behind it", async () => {
  const manager = await managerOf("Disabled Children");
  const { body } = await manager.get("/teams/T006");
  const [, href = "", shown] = /href="(\/measures\/children-in-need\/list\?[^"]+)"[^>]*>([\d,]+)</.exec(body) ?? [];
  const list = await manager.get(href.replaceAll("&amp;", "&"));
  assert.equal(/app-parts__count">([\d,]+)</.exec(list.body)?.[1], shown);
});

test("teams are for those whose role sees teams", async () => {
  for (const role of ["internal-viewer", "commentator", "administrator", "published-viewer"] as const)
    assert.equal((await (await council.as(role)).get("/teams")).statusCode, 403, role);
});

test("teams are compared on any measure, and as published no small number shows", async () => {
  const manager = await council.as("service-manager", { kind: "service", name: "safeguarding" });
  const url = "/teams/compare?measure=assessments-within-45-working-days&window=quarter";
  const internal = await manager.get(url);
  assert.equal(internal.statusCode, 200);
  assert.match(internal.body, /Whole authority/);
  const published = await manager.get(`${url}&as=published`);
  assert.match(published.body, /\[c\]/);
  assert.equal((await manager.get("/teams/compare?measure=nothing")).statusCode, 404);
  const viewer = await council.as("internal-viewer");
  assert.doesNotMatch((await viewer.get(url)).body, /href="\/teams\/T0/);
});

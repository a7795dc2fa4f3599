/** The scope of a list in SQL against a slow, obvious reading of the same rule over plain arrays, in worlds made up at random. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Scope } from "../../domain/access/policy.ts";
import { type Database, openDatabase } from "../../warehouse/database.ts";
import { scopeSql } from "./scope-sql.ts";

type Team = { readonly id: string; readonly name: string; readonly service: string };
type Holding = { child: string; worker: string; team: string; role: string; start: string; end: string | null };
type Listed = { id: number; child: string | null; team: string | null; worker: string | null };
type World = { teams: readonly Team[]; holdings: readonly Holding[]; listed: readonly Listed[] };

const DAYS = ["2026-03-31", "2026-04-10"] as const;
let database: Database;
before(async () => {
  database = await openDatabase(":memory:");
  await database.run("create table team (authority varchar, team_id varchar, name varchar, service varchar)");
  await database.run(
    'create table involvement (authority varchar, person_id varchar, worker_id varchar, team_id varchar, role varchar, start date, "end" date)',
  );
  await database.run(
    `create view case_holding as select authority, person_id, worker_id as worker, team_id as team, role, start, "end" from involvement where role <> 'reviewing_officer'`,
  );
  await database.run("create table listed (id integer, person_id varchar, team varchar, worker varchar)");
});
after(() => database.close());

/** A rule a person can check by eye. */
function isInScope(row: Listed, scopes: readonly Scope[], { teams, holdings }: World): boolean {
  return scopes.some((scope) => {
    if (scope.kind === "authority") return true;
    const isHeld = (holding: Holding): boolean =>
      holding.child === row.child &&
      DAYS.some((day) => holding.start <= day && (holding.end === null || holding.end > day));
    if (scope.kind === "own-cases")
      return row.worker === scope.worker || holdings.some((h) => isHeld(h) && h.worker === scope.worker);
    const mine = teams.filter((team) =>
      scope.kind === "service" ? team.service === scope.name : team.id === scope.name || team.name === scope.name,
    );
    const named = [...mine.flatMap(({ id, name }) => [id, name]), ...(scope.kind === "team" ? [scope.name] : [])];
    if (row.team !== null && named.includes(row.team)) return true;
    return holdings.some((h) => isHeld(h) && h.role !== "reviewing_officer" && named.includes(h.team));
  });
}

test("a row is in scope exactly when the plain rule says so, in two hundred made-up worlds", async () => {
  let inside = 0;
  let outside = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { world, scopes } = madeUp(seed);
    await fill(world);
    const { steps, condition } = scopeSql({
      authority: "A",
      scopes,
      days: DAYS,
      columns: new Set(["id", "person_id", "team", "worker"]),
      alias: "listed",
    });
    const rows = await database.rows(
      `with ${["nothing as (select 1)", ...steps].join(",\n")}\nselect id from listed where ${condition} order by id`,
    );
    const expected = world.listed.filter((row) => isInScope(row, scopes, world)).map(({ id }) => id);
    assert.deepEqual(
      rows.map(({ id }) => id),
      expected,
      `seed ${seed}: ${JSON.stringify(scopes)}`,
    );
    inside += expected.length;
    outside += world.listed.length - expected.length;
  }
  assert.ok(inside > 300 && outside > 300, `Both happen often: ${inside} in, ${outside} out.`);
});

test("without any scope nothing is seen, and a list of neither child, team nor worker only across the authority", () => {
  const request = { authority: "A", days: DAYS, columns: new Set(["id"]), alias: "listed" };
  assert.equal(scopeSql({ ...request, scopes: [] }).condition, "false");
  assert.equal(scopeSql({ ...request, scopes: [{ kind: "team", name: "North" }] }).condition, "false");
  assert.equal(scopeSql({ ...request, scopes: [{ kind: "authority" }] }).condition, "true");
});

test("a team's name that holds a quotation mark is a name and nothing else", async () => {
  await fill({ teams: [], holdings: [], listed: [{ id: 1, child: "C1", team: "X", worker: null }] });
  const scopes: readonly Scope[] = [{ kind: "team", name: "' or true or '" }];
  const { steps, condition } = scopeSql({
    authority: "A",
    scopes,
    days: DAYS,
    columns: new Set(["team", "person_id"]),
    alias: "listed",
  });
  assert.deepEqual(await database.rows(`with ${steps.join(", ")} select id from listed where ${condition}`), []);
});

async function fill({ teams, holdings, listed }: World): Promise<void> {
  const text = (value: string | null): string => (value === null ? "null" : `'${value}'`);
  const insert = async (table: string, rows: readonly string[]): Promise<void> => {
    await database.run(`delete from ${table}`);
    if (rows.length > 0) await database.run(`insert into ${table} values ${rows.map((row) => `(${row})`).join(", ")}`);
  };
  await insert(
    "team",
    teams.map(({ id, name, service }) => `'A', '${id}', '${name}', '${service}'`),
  );
  await insert(
    "involvement",
    holdings.map((h) => `'A', '${h.child}', '${h.worker}', '${h.team}', '${h.role}', '${h.start}', ${text(h.end)}`),
  );
  await insert(
    "listed",
    listed.map(({ id, child, team, worker }) => `${id}, ${text(child)}, ${text(team)}, ${text(worker)}`),
  );
}

function madeUp(seed: number): { readonly world: World; readonly scopes: readonly Scope[] } {
  let state = seed * 2_654_435_761;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const teams = ["T1", "T2", "T3", "T4"].map((id, index) => ({
    id,
    name: `Team ${index}`,
    service: pick(["front", "care"]),
  }));
  const children = ["C1", "C2", "C3", "C4", "C5", "C6"];
  const dates = ["2026-03-30", "2026-03-31", "2026-04-01", "2026-04-10", "2026-04-11"];
  const holdings = Array.from({ length: below(8) }, () => ({
    child: pick(children),
    worker: pick(["W1", "W2", "W3"]),
    team: pick(["T1", "T2", "T3", "T4", "T9"]),
    role: pick(["allocated", "adviser", "reviewing_officer"]),
    start: pick(["2026-01-01", ...dates]),
    end: pick([null, ...dates]),
  }));
  const listed = Array.from({ length: 8 }, (_, id) => ({
    id,
    child: pick([null, ...children]),
    team: pick([null, null, "T1", "Team 1", "Team 2", "T9", "Nowhere"]),
    worker: pick([null, null, "W1", "W2"]),
  }));
  const scopes = Array.from({ length: 1 + below(2) }, (): Scope => {
    const kind = pick(["team", "team", "service", "own-cases"] as const);
    if (kind === "own-cases") return { kind, worker: pick(["W1", "W2", "W4"]) };
    return { kind, name: kind === "service" ? pick(["front", "care", "none"]) : pick(["T1", "Team 1", "T9", "None"]) };
  });
  return { world: { teams, holdings, listed }, scopes };
}

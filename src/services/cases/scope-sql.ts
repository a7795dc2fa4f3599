/** Which rows of a list somebody may see, as SQL: rows of their teams and workers, and of children those hold. What cannot be told is out. */
import { isAuthorityWide, type Scope } from "../../domain/access/policy.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { sqlText } from "../../warehouse/database.ts";

export type ScopeRequest = {
  readonly authority: string;
  readonly scopes: readonly Scope[];
  /** Days on which holding a child counts: the period's last, and today. */
  readonly days: readonly IsoDate[];
  /** Columns of the rows: which team, worker and child they are of. */
  readonly columns: ReadonlySet<string>;
  /** What the rows are called in the query. */
  readonly alias: string;
};

export type ScopeSql = {
  /** Named steps to stand in the query's `with`. */
  readonly steps: readonly string[];
  readonly condition: string;
};

/** The condition for the scopes together: a row any of them reaches is in. */
export function scopeSql(request: ScopeRequest): ScopeSql {
  const { authority, scopes, days, columns, alias } = request;
  if (isAuthorityWide(scopes)) return { steps: [], condition: "true" };
  if (scopes.length === 0) return { steps: [], condition: "false" };
  const own = (names: readonly string[], among: string): readonly string[] =>
    names.filter((name) => columns.has(name)).map((name) => `${alias}.${name} in (select named from ${among})`);
  const ways = [
    ...own(["team", "team_id"], "my_team"),
    ...own(["worker", "worker_id"], "my_worker"),
    ...(columns.has("person_id") ? [`${alias}.person_id in (select person_id from my_child)`] : []),
  ];
  return {
    steps: [myTeamSql(authority, scopes), myWorkerSql(scopes), myChildSql(authority, days)],
    // A row of no team, worker or child compares as unknown, which is not true.
    condition: ways.length === 0 ? "false" : `coalesce(${ways.join(" or ")}, false)`,
  };
}

/** Returns write a team as its id or its name, so both are known; a scope may name a team that the table of teams lacks. */
function myTeamSql(authority: string, scopes: readonly Scope[]): string {
  const teams = scopes.flatMap((scope) => (scope.kind === "team" ? [scope.name] : []));
  const services = scopes.flatMap((scope) => (scope.kind === "service" ? [scope.name] : []));
  const reached = `authority = ${sqlText(authority)} and (${inList("team_id", teams)} or ${inList("name", teams)} or ${inList("service", services)})`;
  return [
    "my_team as (",
    `  select team_id as named from team where ${reached}`,
    `  union select name from team where ${reached}`,
    ...teams.map((name) => `  union select ${sqlText(name)}`),
    ")",
  ].join("\n");
}

function myWorkerSql(scopes: readonly Scope[]): string {
  const workers = scopes.flatMap((scope) => (scope.kind === "own-cases" ? [scope.worker] : []));
  const names = workers.length === 0 ? ["cast(null as varchar)"] : workers.map(sqlText);
  return `my_worker as (select * from (values ${names.map((name) => `(${name})`).join(", ")}) as worker(named) where named is not null)`;
}

/** A team's children are those its workers hold; a worker's own are those they are involved with in any role, so that reviewing officers see theirs. */
function myChildSql(authority: string, days: readonly IsoDate[]): string {
  const held = days
    .map((day) => `(start <= date ${sqlText(day)} and coalesce("end", date '9999-12-31') > date ${sqlText(day)})`)
    .join(" or ");
  const of = `where authority = ${sqlText(authority)} and person_id is not null and (${held})`;
  return [
    "my_child as (",
    `  select person_id from case_holding ${of} and team in (select named from my_team)`,
    `  union select person_id from involvement ${of} and worker_id in (select named from my_worker)`,
    ")",
  ].join("\n");
}

function inList(column: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `${column} in (${values.map(sqlText).join(", ")})`;
}

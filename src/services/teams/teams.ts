/** Teams and the workers in them on a day, and which of them somebody may look at. */
import { isAuthorityWide, type Scope } from "../../domain/access/policy.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { sqlText } from "../../warehouse/database.ts";
import type { Workspace } from "../workspace.ts";

export type Team = {
  /** The data's id of it; its name where the data has no id. */
  readonly id: string;
  readonly name: string;
  /** Kind of work: "safeguarding", "care_leavers" …; `null` where not told. */
  readonly service: string | null;
  readonly locality: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
};

/** How many different children a worker of a team holds on a day. */
export type WorkerLoad = { readonly team: string; readonly worker: string; readonly children: number };

/** Every team of the authority by name: those of the table of teams, and those that records only name. */
export async function listTeams(workspace: Workspace): Promise<readonly Team[]> {
  const { database, authorities } = await workspace.open();
  const here = `authority = ${sqlText(authorities[0] ?? "")}`;
  const rows = await database.rows(`
    select team_id as id, name, service, locality, from_date, to_date from team where ${here}
    union all
    select distinct team as id, team as name, null, null, cast(null as date), cast(null as date)
    from allocation
    where ${here} and team is not null and team not in (select name from team where ${here}) and team not in (select team_id from team where ${here})
    order by 2, 1`);
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    service: text(row.service),
    locality: text(row.locality),
    from: text(row.from_date),
    to: text(row.to_date),
  }));
}

/** The teams some scopes reach. Own cases reach no team as a whole. */
export function teamsReached(teams: readonly Team[], scopes: readonly Scope[]): readonly Team[] {
  if (isAuthorityWide(scopes)) return teams;
  return teams.filter(({ id, name, service }) =>
    scopes.some(
      (scope) =>
        (scope.kind === "team" && (scope.name === id || scope.name === name)) ||
        (scope.kind === "service" && scope.name === service),
    ),
  );
}

/** Whether a team works on a day: one whose days are not told always does. */
export function isOpenOn({ from, to }: Pick<Team, "from" | "to">, day: IsoDate): boolean {
  return (from === null || from <= day) && (to === null || to >= day);
}

/** Teams of the same kind of work, the team itself among them; only itself where its kind is not told. */
export function serviceOf(team: Team, teams: readonly Team[]): readonly Team[] {
  return team.service === null ? [team] : teams.filter(({ service }) => service === team.service);
}

/** Loads of every worker who holds a child on a day, the heaviest first. */
export async function workerLoads(workspace: Workspace, on: IsoDate): Promise<readonly WorkerLoad[]> {
  const { database, authorities } = await workspace.open();
  const here = (alias: string): string => `${alias}.authority = ${sqlText(authorities[0] ?? "")}`;
  const day = `date ${sqlText(on)}`;
  const rows = await database.rows(`
    select coalesce(team.name, held.team) as team, held.worker, count(distinct held.person_id) as children
    from case_holding as held
    left join team on ${here("team")} and team.team_id = held.team
    where ${here("held")} and held.start <= ${day} and coalesce(held."end", date '9999-12-31') > ${day}
      and held.worker is not null and held.team is not null
    group by 1, 2
    order by children desc, worker`);
  return rows.map((row) => ({ team: String(row.team), worker: String(row.worker), children: Number(row.children) }));
}

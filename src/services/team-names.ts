/** The teams there are now, and which of them somebody's scopes reach. */
import { isAuthorityWide, type Scope } from "../domain/access/policy.ts";
import type { Workspace } from "./workspace.ts";

export type NamedTeam = { readonly name: string; readonly service: string | null };

/** Teams that have not ended, by name. */
export async function teamNames(workspace: Workspace): Promise<readonly NamedTeam[]> {
  const { database, authorities } = await workspace.open();
  const rows = await database.rows(
    "select authority, name, service from team where to_date is null and name is not null order by name",
  );
  const own = rows.filter(({ authority }) => authority === authorities[0]);
  const known = own.map(({ name, service }) => ({
    name: String(name),
    service: service === null ? null : String(service),
  }));
  return [...new Map(known.map((team) => [team.name, team])).values()];
}

/** Teams somebody may see: none unless a scope names them, their service or everything. */
export function teamsWithin(teams: readonly NamedTeam[], scopes: readonly Scope[]): readonly NamedTeam[] {
  if (isAuthorityWide(scopes)) return teams;
  return teams.filter((team) =>
    scopes.some(
      (scope) =>
        (scope.kind === "team" && scope.name === team.name) ||
        (scope.kind === "service" && scope.name === team.service),
    ),
  );
}

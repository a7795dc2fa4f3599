/** Teams that can be challenged, and which of them a person's scopes reach. */
import type { Scope } from "../access/policy.ts";

export type Team = {
  readonly id: string;
  /** What figures by team call it. */
  readonly name: string;
  readonly service: string | null;
};

/** Teams within scopes; own cases reach no team as a whole, and what no scope names is left out. */
export function teamsInScope(teams: readonly Team[], scopes: readonly Scope[]): readonly Team[] {
  return teams.filter((team) => scopes.some((scope) => reaches(scope, team)));
}

/** Whether scopes reach a team known only by its name; a team that exists no longer is reached by authority-wide scopes alone. */
export function reachesTeam(teams: readonly Team[], scopes: readonly Scope[], name: string): boolean {
  if (scopes.some(({ kind }) => kind === "authority")) return true;
  const known = teams.filter((team) => team.name === name);
  if (known.length > 0) return teamsInScope(known, scopes).length > 0;
  return scopes.some((scope) => scope.kind === "team" && scope.name === name);
}

function reaches(scope: Scope, { id, name, service }: Team): boolean {
  if (scope.kind === "authority") return true;
  if (scope.kind === "team") return scope.name === id || scope.name === name;
  return scope.kind === "service" && service !== null && scope.name === service;
}

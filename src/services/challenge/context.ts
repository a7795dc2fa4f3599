/** What the verbs of challenge work with, for whom they work, and which teams those reach. */
import type { Permission } from "../../domain/access/permissions.ts";
import { type Grant, isAuthorityWide, scopesFor } from "../../domain/access/policy.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { refuseLook } from "../cases/record-look.ts";
import { dataMonths } from "../data-months.ts";
import type { LiveWorkspace } from "../live-workspace.ts";
import type { By, Store } from "../open-store.ts";
import { type ProfileDay, profileDay } from "../teams/profile-day.ts";
import { isOpenOn, listTeams, type Team, teamsReached } from "../teams/teams.ts";
import type { Workspace } from "../workspace.ts";

export type ChallengeContext = {
  readonly live: LiveWorkspace;
  readonly store: Store;
  readonly clock: () => Date;
  /** Keeps an answer until data or catalogue change. */
  readonly keep: <T>(key: string, answer: (workspace: Workspace) => Promise<T>) => Promise<T>;
};

/** For whom something is done: `person` is the id, `actor` what the logs say. */
export type Who = { readonly person: string; readonly actor: string; readonly grants: readonly Grant[] };

/** Today, as the clock has it. */
export function todayOf({ clock }: Pick<ChallengeContext, "clock">): IsoDate {
  return clock().toISOString().slice(0, 10);
}

/** Who does it now, for the change log. */
export function byOf({ clock }: Pick<ChallengeContext, "clock">, { actor }: Who): By {
  return { actor, at: clock().toISOString() };
}

/** The last whole month the data speak for, YYYY-MM. */
export async function lastMonthOf(context: ChallengeContext): Promise<string> {
  const today = todayOf(context);
  const months = await context.keep(`challenge months ${today}`, (workspace) => dataMonths(workspace, today));
  return months[0] ?? today.slice(0, 7);
}

/** Every team that works today. */
export async function listOpenTeams(context: ChallengeContext): Promise<readonly Team[]> {
  const today = todayOf(context);
  return (await context.keep("teams", listTeams)).filter((team) => isOpenOn(team, today));
}

/** The day what is due and who holds whom are read at. */
export function profileDayOf(context: ChallengeContext): Promise<ProfileDay> {
  const today = todayOf(context);
  return context.keep(`profile day ${today}`, (workspace) => profileDay(workspace, today));
}

/** Teams the person may do something with. */
export async function teamsFor(
  context: ChallengeContext,
  { grants }: Who,
  permission: Permission,
): Promise<readonly Team[]> {
  return teamsReached(await listOpenTeams(context), scopesFor(grants, permission));
}

/** Whether the person may do something with a team. */
export async function mayWithTeam(
  context: ChallengeContext,
  { grants }: Who,
  { permission, team }: { readonly permission: Permission; readonly team: string },
): Promise<boolean> {
  const scopes = scopesFor(grants, permission);
  // Authority-wide scopes reach teams that are no more as well; what an old session says of them stays readable.
  if (scopes.length === 0 || isAuthorityWide(scopes)) return scopes.length > 0;
  return teamsReached(await context.keep("teams", listTeams), scopes).some(({ name }) => name === team);
}

/** Refuses, and logs the refusal, unless the person may do it with the team. @throws AppError NOT_ALLOWED */
export async function assertTeam(
  context: ChallengeContext,
  who: Who,
  { permission, team }: { readonly permission: Permission; readonly team: string },
): Promise<void> {
  if (!(await mayWithTeam(context, who, { permission, team }))) await refuse(context, who, `challenge of team ${team}`);
}

/** Refuses and logs it. @throws AppError NOT_ALLOWED */
export async function refuse({ store, clock }: ChallengeContext, who: Who, subject: string): Promise<never> {
  return refuseLook({ store, at: clock() }, { ...who, purpose: null }, { subject, why: "outside the person’s scope" });
}

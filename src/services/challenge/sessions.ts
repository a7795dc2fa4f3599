/** Challenge sessions as their runners work with them: planned, held, recorded; every verb within the person's scope. */
import type { Challenge, ChallengeAction, ChallengeSession } from "../../domain/challenge/session.ts";
import type { TeamPack } from "../../domain/challenge/team-pack.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { listChallenges } from "../../store/challenge-record.ts";
import {
  changeSession,
  holdSession,
  listSessions,
  planSession,
  readPack,
  readSession,
  restoreSession,
  type SessionToPlan,
  type Versioned,
  withdrawSession,
} from "../../store/challenge-session.ts";
import { byOf, type ChallengeContext, mayWithTeam, refuse, teamsFor, type Who } from "./context.ts";
import { buildPacks } from "./pack.ts";

export type { SessionToPlan } from "../../store/challenge-session.ts";

/** What is wrong with a form, by field; empty when nothing is. */
export type Faults = Readonly<Record<string, string>>;

/** A session with what the person may see of it. */
export type SeenSession = {
  readonly session: ChallengeSession;
  /** Teams of it the person may see, in its order. */
  readonly teams: readonly string[];
  /** Whether the person may run it: challenge every one of its teams. */
  readonly isRunner: boolean;
};

/** Sessions with at least one team the person may see, the latest first. */
export async function sessionsFor(context: ChallengeContext, who: Who): Promise<readonly SeenSession[]> {
  const sessions = await listSessions(context.store);
  const seen = await Promise.all(sessions.map((session) => asSeen(context, who, session)));
  return seen.filter(({ teams }) => teams.length > 0);
}

/** One session. @throws AppError TYPED_UNKNOWN, NOT_ALLOWED */
export async function sessionFor(context: ChallengeContext, who: Who, id: number): Promise<SeenSession> {
  const seen = await asSeen(context, who, await readSession(context.store, id));
  return seen.teams.length > 0 ? seen : refuse(context, who, `challenge session ${id}`);
}

/** What is wrong with a session as written. */
export async function faultsInSession(context: ChallengeContext, who: Who, wanted: SessionToPlan): Promise<Faults> {
  const open = new Set((await teamsFor(context, who, "run-challenge")).map(({ name }) => name));
  return {
    ...(wanted.title.trim() === "" ? { title: "Enter a name for the session" } : {}),
    ...(isIsoDate(wanted.heldOn) ? {} : { heldOn: "Enter the day of the session, such as 27 3 2026" }),
    ...(wanted.teams.length === 0 ? { teams: "Choose at least one team" } : {}),
    ...(wanted.teams.every((team) => open.has(team)) ? {} : { teams: "Choose only teams you may challenge" }),
  };
}

/** Plans a session that has no faults. */
export async function planFor(context: ChallengeContext, who: Who, wanted: SessionToPlan): Promise<ChallengeSession> {
  return planSession(context.store, byOf(context, who), wanted);
}

/** Changes a planned session that has no faults. */
export async function changeFor(
  context: ChallengeContext,
  who: Who,
  wanted: Versioned & SessionToPlan,
): Promise<ChallengeSession> {
  await assertRunner(context, who, wanted.id);
  return changeSession(context.store, byOf(context, who), wanted);
}

/** Holds a session: freezes the packs of all its teams as they stand. */
export async function holdFor(context: ChallengeContext, who: Who, place: Versioned): Promise<ChallengeSession> {
  const session = await assertRunner(context, who, place.id);
  const packs = await buildPacks(context, session.teams, { beforeSession: place.id });
  return holdSession(context.store, byOf(context, who), { ...place, packs });
}

/** Takes a session away or puts it back. */
export async function withdrawFor(
  context: ChallengeContext,
  who: Who,
  { isBack, ...place }: Versioned & { readonly isBack: boolean },
): Promise<ChallengeSession> {
  await assertRunner(context, who, place.id);
  return (isBack ? restoreSession : withdrawSession)(context.store, byOf(context, who), place);
}

/** Packs of the teams of a session the person may see: as frozen when it was held, else as they stand now. */
export async function packsFor(
  context: ChallengeContext,
  { session }: Pick<SeenSession, "session">,
  teams: readonly string[],
): Promise<readonly TeamPack[]> {
  if (session.state === "planned") return buildPacks(context, teams, { beforeSession: session.id });
  const packs = await Promise.all(teams.map((team) => readPack(context.store, { session: session.id, team })));
  return packs.flatMap((pack) => pack ?? []);
}

/** What was recorded about some teams of a session. */
export async function recordedIn(
  context: ChallengeContext,
  session: number,
  teams: readonly string[],
): Promise<readonly Challenge[]> {
  return (await listChallenges(context.store, { session })).filter(({ team }) => teams.includes(team));
}

/** @throws AppError NOT_ALLOWED unless the person may challenge every team of it */
export async function assertRunner(context: ChallengeContext, who: Who, id: number): Promise<ChallengeSession> {
  const { session, isRunner } = await sessionFor(context, who, id);
  return isRunner ? session : refuse(context, who, `challenge session ${id}`);
}

async function asSeen(context: ChallengeContext, who: Who, session: ChallengeSession): Promise<SeenSession> {
  const may = (permission: "see-actions" | "run-challenge") =>
    Promise.all(session.teams.map((team) => mayWithTeam(context, who, { permission, team })));
  const [seen, run] = await Promise.all([may("see-actions"), may("run-challenge")]);
  return {
    session,
    teams: session.teams.filter((_, index) => seen[index] === true),
    isRunner: run.every(Boolean),
  };
}

export type { Challenge, ChallengeAction, ChallengeSession };

/** Challenge sessions and their frozen packs: planned, changed, held, taken away and put back. */
import type { ChallengeSession, SessionState } from "../domain/challenge/session.ts";
import type { TeamPack } from "../domain/challenge/team-pack.ts";
import { AppError } from "../domain/errors.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import type { ChallengeSessionRow } from "./tables/challenge.ts";
import { nextId, unknown } from "./typed-row.ts";

export type SessionToPlan = Pick<ChallengeSession, "title" | "heldOn" | "teams">;
export type Versioned = { readonly id: number; readonly version: number };

/** Plans a session. */
export async function planSession(store: Store, { actor, at }: By, wanted: SessionToPlan): Promise<ChallengeSession> {
  return store.change({ actor, at, what: "plan challenge session" }, async (transaction) => {
    const row: ChallengeSessionRow = {
      id: await nextId(transaction, "challenge_session"),
      title: wanted.title,
      held_on: wanted.heldOn,
      teams: JSON.stringify(wanted.teams),
      state: "planned",
      version: 1,
      author: actor,
      at,
      held_at: null,
      held_by: null,
      withdrawn_at: null,
    };
    await transaction.insertInto("challenge_session").values(row).execute();
    return { subject: subjectOf(row.id), before: null, after: row, result: sessionOf(row) };
  });
}

/** Changes a planned session's day, title or teams. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED, TYPED_UNKNOWN */
export async function changeSession(
  store: Store,
  by: By,
  { id, version, ...wanted }: Versioned & SessionToPlan,
): Promise<ChallengeSession> {
  return step(store, { ...by, what: "change challenge session" }, { id, version }, (row) => {
    if (row.state === "held") throw alreadyHeld(id);
    return { ...row, title: wanted.title, held_on: wanted.heldOn, teams: JSON.stringify(wanted.teams) };
  });
}

/** Holds a session: its packs are kept as they stand now and never change. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED */
export async function holdSession(
  store: Store,
  by: By,
  { id, version, packs }: Versioned & { readonly packs: readonly TeamPack[] },
): Promise<ChallengeSession> {
  const keep = async (transaction: StoreTransaction): Promise<void> => {
    const rows = packs.map((pack) => ({ session: id, team: pack.team, pack: JSON.stringify(pack), at: by.at }));
    if (rows.length > 0) await transaction.insertInto("challenge_pack").values(rows).execute();
  };
  const hold = (row: ChallengeSessionRow): ChallengeSessionRow => {
    if (row.state === "held") throw alreadyHeld(id);
    return { ...row, state: "held", held_at: by.at, held_by: by.actor };
  };
  return step(store, { ...by, what: "hold challenge session" }, { id, version }, hold, keep);
}

/** Takes a session away; `restoreSession` puts it back. */
export async function withdrawSession(store: Store, by: By, place: Versioned): Promise<ChallengeSession> {
  return step(store, { ...by, what: "withdraw challenge session" }, place, (row) => ({ ...row, withdrawn_at: by.at }));
}

/** Undoes a withdrawal. */
export async function restoreSession(store: Store, by: By, place: Versioned): Promise<ChallengeSession> {
  return step(store, { ...by, what: "restore challenge session" }, place, (row) => ({ ...row, withdrawn_at: null }));
}

/** Sessions that stand, the latest day first. */
export async function listSessions({ db }: Pick<Store, "db">): Promise<readonly ChallengeSession[]> {
  const rows = await db
    .selectFrom("challenge_session")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("held_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(sessionOf);
}

/** One session, withdrawn or not. @throws AppError TYPED_UNKNOWN */
export async function readSession({ db }: Pick<Store, "db">, id: number): Promise<ChallengeSession> {
  const row = await db.selectFrom("challenge_session").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("challenge_session", id);
  return sessionOf(row);
}

/** The frozen pack of a team; `null` where the session was not held with it. */
export async function readPack(
  { db }: Pick<Store, "db">,
  place: { readonly session: number; readonly team: string },
): Promise<TeamPack | null> {
  const row = await db
    .selectFrom("challenge_pack")
    .select("pack")
    .where("session", "=", place.session)
    .where("team", "=", place.team)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.pack) as TeamPack);
}

async function step(
  store: Store,
  change: By & { readonly what: string },
  { id, version }: Versioned,
  next: (row: ChallengeSessionRow) => ChallengeSessionRow,
  also: (transaction: StoreTransaction) => Promise<void> = async () => undefined,
): Promise<ChallengeSession> {
  return store.change(change, async (transaction) => {
    const before = await transaction
      .selectFrom("challenge_session")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    if (before === undefined) throw unknown("challenge_session", id);
    if (before.version !== version) throw changedMeanwhile("session");
    const after: ChallengeSessionRow = { ...next(before), version: version + 1, at: change.at };
    // Only putting back may follow a withdrawal.
    if (before.withdrawn_at !== null && after.withdrawn_at !== null) throw unknown("challenge_session", id);
    const { id: _, ...values } = after;
    await transaction.updateTable("challenge_session").set(values).where("id", "=", id).execute();
    await also(transaction);
    return { subject: subjectOf(id), before, after, result: sessionOf(after) };
  });
}

/** Somebody else was quicker. */
export function changedMeanwhile(what: string): AppError {
  return new AppError(
    "CHANGED_MEANWHILE",
    `The ${what} was changed by somebody else since you opened it.`,
    "Look at what stands now, and make your change again if it is still wanted.",
  );
}

function alreadyHeld(id: number): AppError {
  return new AppError(
    "STEP_NOT_ALLOWED",
    `Challenge session ${id} has been held: its pack stays as it was.`,
    "Record further challenge in it, or plan a new session.",
  );
}

function subjectOf(id: number): string {
  return `challenge session ${id}`;
}

function sessionOf(row: ChallengeSessionRow): ChallengeSession {
  return {
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    teams: JSON.parse(row.teams) as readonly string[],
    state: row.state as SessionState,
    version: row.version,
    author: row.author,
    at: row.at,
    heldAt: row.held_at,
    heldBy: row.held_by,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

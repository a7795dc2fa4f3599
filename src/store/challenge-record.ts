/** What was asked and answered in a challenge session, with the action agreed on it in the same change. */
import type { Challenge, ChallengeAction } from "../domain/challenge/session.ts";
import { type ActionToAgree, insertAction } from "./challenge-action.ts";
import { changedMeanwhile, type Versioned } from "./challenge-session.ts";
import type { By, Store } from "./store.ts";
import type { ChallengeRow } from "./tables/challenge.ts";
import { nextId, unknown } from "./typed-row.ts";

export type ChallengeToRecord = Pick<Challenge, "session" | "team" | "question" | "answer">;

/** Records a question and its answer, and the action agreed on it if there is one: both, or neither. */
export async function recordChallenge(
  store: Store,
  { actor, at }: By,
  { challenge, action }: { readonly challenge: ChallengeToRecord; readonly action: ActionToAgree | null },
): Promise<{ readonly challenge: Challenge; readonly action: ChallengeAction | null }> {
  return store.change({ actor, at, what: "record challenge" }, async (transaction) => {
    const id = await nextId(transaction, "challenge");
    const row: ChallengeRow = { ...challenge, id, version: 1, author: actor, at, withdrawn_at: null };
    await transaction.insertInto("challenge").values(row).execute();
    const agreed =
      action === null ? null : await insertAction(transaction, { actor, at }, { ...action, challenge: id });
    const result = { challenge: challengeOf(row), action: agreed };
    return {
      subject: `challenge session ${row.session}`,
      before: null,
      after: { challenge: row, action: agreed },
      result,
    };
  });
}

/** Words it anew. @throws AppError CHANGED_MEANWHILE, TYPED_UNKNOWN */
export async function changeChallenge(
  store: Store,
  by: By,
  { id, version, question, answer }: Versioned & Pick<Challenge, "question" | "answer">,
): Promise<Challenge> {
  return step(store, { ...by, what: "change challenge" }, { id, version }, (row) => ({ ...row, question, answer }));
}

/** Takes it away; `restoreChallenge` puts it back. */
export async function withdrawChallenge(store: Store, by: By, place: Versioned): Promise<Challenge> {
  return step(store, { ...by, what: "withdraw challenge" }, place, (row) => ({ ...row, withdrawn_at: by.at }));
}

/** Undoes a withdrawal. */
export async function restoreChallenge(store: Store, by: By, place: Versioned): Promise<Challenge> {
  return step(store, { ...by, what: "restore challenge" }, place, (row) => ({ ...row, withdrawn_at: null }));
}

/** Everything recorded in a session, or about one team in it, in order; withdrawn ones left out. */
export async function listChallenges(
  { db }: Pick<Store, "db">,
  { session, team }: { readonly session: number; readonly team?: string },
): Promise<readonly Challenge[]> {
  let query = db
    .selectFrom("challenge")
    .selectAll()
    .where("session", "=", session)
    .where("withdrawn_at", "is", null)
    .orderBy("id");
  if (team !== undefined) query = query.where("team", "=", team);
  return (await query.execute()).map(challengeOf);
}

/** One challenge, withdrawn or not. @throws AppError TYPED_UNKNOWN */
export async function readChallenge({ db }: Pick<Store, "db">, id: number): Promise<Challenge> {
  const row = await db.selectFrom("challenge").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("challenge", id);
  return challengeOf(row);
}

async function step(
  store: Store,
  change: By & { readonly what: string },
  { id, version }: Versioned,
  next: (row: ChallengeRow) => ChallengeRow,
): Promise<Challenge> {
  return store.change(change, async (transaction) => {
    const before = await transaction.selectFrom("challenge").selectAll().where("id", "=", id).executeTakeFirst();
    if (before === undefined) throw unknown("challenge", id);
    if (before.version !== version) throw changedMeanwhile("challenge");
    const after: ChallengeRow = { ...next(before), version: version + 1 };
    if (before.withdrawn_at !== null && after.withdrawn_at !== null) throw unknown("challenge", id);
    const { id: _, ...values } = after;
    await transaction.updateTable("challenge").set(values).where("id", "=", id).execute();
    return { subject: `challenge session ${before.session}`, before, after, result: challengeOf(after) };
  });
}

function challengeOf({ withdrawn_at: withdrawnAt, ...row }: ChallengeRow): Challenge {
  return { ...row, isWithdrawn: withdrawnAt !== null };
}

/** Agreed actions and their histories: each step is one line that is never changed. */
import type {
  ActionNote,
  ActionState,
  ActionStep,
  ChallengeAction,
  LinkedMeasure,
} from "../domain/challenge/session.ts";
import { AppError } from "../domain/errors.ts";
import type { Figure } from "../domain/figure.ts";
import type { WindowId } from "../domain/period.ts";
import { changedMeanwhile, type Versioned } from "./challenge-session.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import type { ChallengeActionRow } from "./tables/challenge.ts";
import { nextId, toJson, unknown } from "./typed-row.ts";

export type ActionToAgree = Pick<
  ChallengeAction,
  "session" | "team" | "text" | "owner" | "ownerName" | "due" | "linked"
>;

/** Writes an action within a change. */
export async function insertAction(
  transaction: StoreTransaction,
  { actor, at }: By,
  wanted: ActionToAgree & { readonly challenge: number | null },
): Promise<ChallengeAction> {
  const row: ChallengeActionRow = {
    id: await nextId(transaction, "challenge_action"),
    session: wanted.session,
    challenge: wanted.challenge,
    team: wanted.team,
    text: wanted.text,
    owner: wanted.owner,
    owner_name: wanted.ownerName,
    due: wanted.due,
    measure: wanted.linked?.measure ?? null,
    time_window: wanted.linked?.window ?? null,
    agreed_figure: toJson(wanted.linked?.agreedFigure),
    state: "open",
    version: 1,
    author: actor,
    at,
    withdrawn_at: null,
  };
  await transaction.insertInto("challenge_action").values(row).execute();
  await addNote(transaction, { actor, at }, { action: row.id, kind: "agreed", text: wanted.text });
  return actionOf(row);
}

/** Changes what was agreed, by whom or by when; the history tells how it stood. */
export async function changeAction(
  store: Store,
  by: By,
  {
    id,
    version,
    text,
    owner,
    ownerName,
    due,
  }: Versioned & Pick<ChallengeAction, "text" | "owner" | "ownerName" | "due">,
): Promise<ChallengeAction> {
  return step(store, by, { id, version, kind: "changed" }, (row) => ({
    row: { ...row, text, owner, owner_name: ownerName, due },
    note: `Was: ${row.text} (${row.owner_name}, by ${row.due}).`,
  }));
}

/** Reports progress; the action stays as it is, so nobody's other change is in its way. */
export async function reportProgress(
  store: Store,
  by: By,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<ChallengeAction> {
  return store.change({ ...by, what: "report on action" }, async (transaction) => {
    const row = await rowOf(transaction, id);
    if (row.withdrawn_at !== null) throw unknown("challenge_action", id);
    await addNote(transaction, by, { action: id, kind: "progress", text });
    return { subject: `action ${id}`, before: null, after: { progress: text }, result: actionOf(row) };
  });
}

/** Says an open action is done, or a done one is open again. @throws AppError STEP_NOT_ALLOWED, CHANGED_MEANWHILE */
export async function settleAction(
  store: Store,
  by: By,
  { id, version, to, text }: Versioned & { readonly to: ActionState; readonly text: string },
): Promise<ChallengeAction> {
  return step(store, by, { id, version, kind: to === "done" ? "done" : "reopened" }, (row) => {
    if (row.state === to)
      throw new AppError("STEP_NOT_ALLOWED", `Action ${id} is ${to} already.`, "Nothing needs to be done.");
    return { row: { ...row, state: to }, note: text };
  });
}

/** Takes an action away, or puts it back. */
export async function withdrawAction(
  store: Store,
  by: By,
  { id, version, text, isBack }: Versioned & { readonly text: string; readonly isBack: boolean },
): Promise<ChallengeAction> {
  return step(store, by, { id, version, kind: isBack ? "restored" : "withdrawn" }, (row) => ({
    row: { ...row, withdrawn_at: isBack ? null : by.at },
    note: text,
  }));
}

/** Actions that stand, soonest due first. */
export async function listActions(
  { db }: Pick<Store, "db">,
  choice: { readonly session?: number; readonly owner?: string; readonly team?: string } = {},
): Promise<readonly ChallengeAction[]> {
  let query = db
    .selectFrom("challenge_action")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("due")
    .orderBy("id");
  if (choice.session !== undefined) query = query.where("session", "=", choice.session);
  if (choice.owner !== undefined) query = query.where("owner", "=", choice.owner);
  if (choice.team !== undefined) query = query.where("team", "=", choice.team);
  return (await query.execute()).map(actionOf);
}

/** One action, withdrawn or not. @throws AppError TYPED_UNKNOWN */
export async function readAction({ db }: Pick<Store, "db">, id: number): Promise<ChallengeAction> {
  const row = await db.selectFrom("challenge_action").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("challenge_action", id);
  return actionOf(row);
}

/** Steps of some actions, oldest first. */
export async function listNotes(
  { db }: Pick<Store, "db">,
  actions: readonly number[],
): Promise<ReadonlyMap<number, readonly ActionNote[]>> {
  if (actions.length === 0) return new Map();
  const rows = await db
    .selectFrom("action_note")
    .selectAll()
    .where("action", "in", [...actions])
    .orderBy("action")
    .orderBy("number")
    .execute();
  const notes = rows.map(({ kind, ...row }) => ({ ...row, kind: kind as ActionStep }));
  return Map.groupBy(notes, ({ action }) => action);
}

type Stepped = { readonly row: ChallengeActionRow; readonly note: string };

async function step(
  store: Store,
  { actor, at }: By,
  { id, version, kind }: Versioned & { readonly kind: ActionStep },
  next: (row: ChallengeActionRow) => Stepped,
): Promise<ChallengeAction> {
  return store.change({ actor, at, what: `${kind} action` }, async (transaction) => {
    const before = await rowOf(transaction, id);
    if (before.version !== version) throw changedMeanwhile("action");
    const { row, note } = next(before);
    const after: ChallengeActionRow = { ...row, version: version + 1 };
    if (before.withdrawn_at !== null && after.withdrawn_at !== null) throw unknown("challenge_action", id);
    const { id: _, ...values } = after;
    await transaction.updateTable("challenge_action").set(values).where("id", "=", id).execute();
    await addNote(transaction, { actor, at }, { action: id, kind, text: note });
    return { subject: `action ${id}`, before, after, result: actionOf(after) };
  });
}

async function rowOf(transaction: StoreTransaction, id: number): Promise<ChallengeActionRow> {
  const row = await transaction.selectFrom("challenge_action").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("challenge_action", id);
  return row;
}

async function addNote(
  transaction: StoreTransaction,
  { actor, at }: By,
  { action, kind, text }: { readonly action: number; readonly kind: ActionStep; readonly text: string },
): Promise<void> {
  const { last } = await transaction
    .selectFrom("action_note")
    .select((of) => of.fn.max("number").as("last"))
    .where("action", "=", action)
    .executeTakeFirstOrThrow();
  const number = Number(last ?? 0) + 1;
  await transaction.insertInto("action_note").values({ action, number, kind, text, person: actor, at }).execute();
}

function actionOf(row: ChallengeActionRow): ChallengeAction {
  const { id, session, challenge, team, text, owner, due, version, author, at } = row;
  const linked: LinkedMeasure | null =
    row.measure === null || row.time_window === null
      ? null
      : {
          measure: row.measure,
          window: row.time_window as WindowId,
          agreedFigure: row.agreed_figure === null ? null : (JSON.parse(row.agreed_figure) as Figure),
        };
  return {
    ...{ id, session, challenge, team, text, owner, due, version, author, at, linked },
    ownerName: row.owner_name,
    state: row.state as ActionState,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

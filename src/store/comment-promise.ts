/** Promises people made in comments, once somebody has confirmed what they are or set them aside. */
import type { PromiseExpectation } from "../domain/commentary/promises.ts";
import type { Comment, CommentSubject } from "../domain/commentary.ts";
import type { WindowId } from "../domain/period.ts";
import { changedMeanwhile } from "./challenge-session.ts";
import type { By, Store } from "./store.ts";
import type { CommentPromiseRow } from "./tables/challenge.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type StoredPromise = {
  readonly id: number;
  readonly comment: string;
  readonly scorecard: string;
  /** The period of the comment. */
  readonly period: string;
  readonly reference: string;
  readonly measure: string;
  readonly window: WindowId;
  /** The sentence it was made in. */
  readonly quote: string;
  readonly expects: PromiseExpectation;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly state: "confirmed" | "set-aside";
  readonly author: string;
  readonly at: string;
};
export type PromiseToKeep = Omit<StoredPromise, "id" | "author" | "at">;

/** Confirms a promise, or sets aside what only read like one. */
export async function keepPromise(store: Store, { actor, at }: By, wanted: PromiseToKeep): Promise<StoredPromise> {
  const what = wanted.state === "confirmed" ? "confirm promise" : "set promise aside";
  return store.change({ actor, at, what }, async (transaction) => {
    const known = await transaction
      .selectFrom("comment_promise")
      .select("id")
      .where("comment", "=", Number(wanted.comment))
      .where("quote", "=", wanted.quote)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (known !== undefined) throw changedMeanwhile("promise");
    const row: CommentPromiseRow = {
      id: await nextId(transaction, "comment_promise"),
      comment: Number(wanted.comment),
      scorecard: wanted.scorecard,
      period: wanted.period,
      reference: wanted.reference,
      measure: wanted.measure,
      time_window: wanted.window,
      quote: wanted.quote,
      expects: JSON.stringify(wanted.expects),
      due_from: wanted.dueFrom,
      due_to: wanted.dueTo,
      state: wanted.state,
      author: actor,
      at,
      withdrawn_at: null,
    };
    await transaction.insertInto("comment_promise").values(row).execute();
    return { subject: `comment ${wanted.comment}`, before: null, after: row, result: promiseOf(row) };
  });
}

/** Takes the decision back: the claim waits again. @throws AppError TYPED_UNKNOWN */
export async function withdrawPromise(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw promise" }, async (transaction) => {
    const before = await withdraw(transaction, "comment_promise", { id, at });
    return { subject: `comment ${String(before.comment)}`, before, after: null, result: undefined };
  });
}

/** Decisions that stand, soonest due first. */
export async function listPromises(
  { db }: Pick<Store, "db">,
  choice: { readonly scorecard?: string } = {},
): Promise<readonly StoredPromise[]> {
  let query = db
    .selectFrom("comment_promise")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("due_to")
    .orderBy("id");
  if (choice.scorecard !== undefined) query = query.where("scorecard", "=", choice.scorecard);
  return (await query.execute()).map(promiseOf);
}

function promiseOf(row: CommentPromiseRow): StoredPromise {
  const { id, scorecard, period, reference, measure, quote, author, at } = row;
  return {
    ...{ id, scorecard, period, reference, measure, quote, author, at },
    comment: String(row.comment),
    window: row.time_window as WindowId,
    expects: JSON.parse(row.expects) as PromiseExpectation,
    dueFrom: row.due_from,
    dueTo: row.due_to,
    state: row.state as StoredPromise["state"],
  };
}

/** A comment handed in or approved, and where it stands: what promises are read from. */
export type FinishedComment = Pick<Comment, "id" | "scorecard" | "period" | "subject" | "body" | "author" | "at">;

/** Comments handed in or approved, on every card, the latest period's first. */
export async function listFinishedComments({ db }: Pick<Store, "db">): Promise<readonly FinishedComment[]> {
  const rows = await db
    .selectFrom("comment")
    .select(["id", "scorecard", "period", "subject", "body", "author", "at"])
    .where("state", "in", ["submitted", "approved"])
    .where("withdrawn_at", "is", null)
    .orderBy("period", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id), subject: JSON.parse(row.subject) as CommentSubject }));
}

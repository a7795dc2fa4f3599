/** Who owes a comment on what, and by when. */
import type { By, Store } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type CommentDue = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly references: readonly string[];
  readonly owner: string;
  /** ISO day. */
  readonly due: string;
};

/** Asks someone for a comment by a day. */
export async function askForComment(
  store: Store,
  { actor, at }: By,
  wanted: Omit<CommentDue, "id">,
): Promise<CommentDue> {
  return store.change({ actor, at, what: "ask for comment" }, async (transaction) => {
    const id = await nextId(transaction, "comment_due");
    const { scorecard, period, references, owner, due } = wanted;
    const row = { id, scorecard, period, reference_list: JSON.stringify(references), owner, due, withdrawn_at: null };
    await transaction.insertInto("comment_due").values(row).execute();
    return { subject: `comment due ${scorecard} ${period}`, before: null, after: row, result: { ...wanted, id } };
  });
}

/** Comments asked for on a card's period, or on all, soonest first. */
export async function listCommentsDue(
  { db }: Pick<Store, "db">,
  choice: { readonly scorecard?: string; readonly period?: string } = {},
): Promise<readonly CommentDue[]> {
  let query = db.selectFrom("comment_due").selectAll().where("withdrawn_at", "is", null).orderBy("due").orderBy("id");
  if (choice.scorecard !== undefined) query = query.where("scorecard", "=", choice.scorecard);
  if (choice.period !== undefined) query = query.where("period", "=", choice.period);
  return (await query.execute()).map(({ id, scorecard, period, reference_list: references, owner, due }) => ({
    id,
    scorecard,
    period,
    references: JSON.parse(references) as readonly string[],
    owner,
    due,
  }));
}

/** Asks no longer. @throws AppError TYPED_UNKNOWN */
export async function withdrawCommentDue(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw comment due" }, async (transaction) => {
    const before = await withdraw(transaction, "comment_due", { id, at });
    return { subject: `comment due ${before.scorecard} ${before.period}`, before, after: null, result: undefined };
  });
}

/** Reasons given for flags on comments: kept for ever, the latest counts. */
import type { CommentFlag } from "../domain/commentary.ts";
import type { By, Store } from "./store.ts";
import { nextId } from "./typed-row.ts";

export type StoredAnswer = {
  readonly comment: string;
  readonly flag: string;
  readonly code: string;
  readonly quote: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** Answers a flag of a comment with a reason. */
export async function answerFlag(
  store: Store,
  { actor, at }: By,
  {
    comment,
    flag,
    reason,
  }: { readonly comment: string; readonly flag: Pick<CommentFlag, "id" | "code" | "quote">; readonly reason: string },
): Promise<StoredAnswer> {
  return store.change({ actor, at, what: "answer flag" }, async (transaction) => {
    const id = await nextId(transaction, "flag_answer");
    const { id: flagId, code, quote } = flag;
    await transaction
      .insertInto("flag_answer")
      .values({ id, comment: Number(comment), flag: flagId, code, quote, reason, author: actor, at })
      .execute();
    const result = { comment, flag: flagId, code, quote, reason, author: actor, at };
    return { subject: `comment ${comment}`, before: null, after: result, result };
  });
}

/** Answers to flags of a card's comments in a period, oldest first. */
export async function listAnswers(
  { db }: Pick<Store, "db">,
  { scorecard, period }: { readonly scorecard: string; readonly period: string },
): Promise<readonly StoredAnswer[]> {
  const rows = await db
    .selectFrom("flag_answer")
    .innerJoin("comment", "comment.id", "flag_answer.comment")
    .select([
      "flag_answer.comment",
      "flag_answer.flag",
      "flag_answer.code",
      "flag_answer.quote",
      "flag_answer.reason",
      "flag_answer.author",
      "flag_answer.at",
    ])
    .where("comment.scorecard", "=", scorecard)
    .where("comment.period", "=", period)
    .orderBy("flag_answer.id")
    .execute();
  return rows.map((row) => ({ ...row, comment: String(row.comment) }));
}

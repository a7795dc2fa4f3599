/** Approved comments of every period: what was said of a scorecard through time. */
import type { Comment, CommentSubject } from "../domain/commentary.ts";
import type { Store } from "./store.ts";

export type ApprovedComment = Pick<Comment, "id" | "scorecard" | "period" | "subject" | "body" | "author" | "at">;

/** Those that stand approved, newest first. */
export async function listApprovedComments({ db }: Pick<Store, "db">): Promise<readonly ApprovedComment[]> {
  const rows = await db
    .selectFrom("comment")
    .select(["id", "scorecard", "period", "subject", "body", "author", "at"])
    .where("state", "=", "approved")
    .where("withdrawn_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id, subject, ...row }) => ({
    ...row,
    id: String(id),
    subject: JSON.parse(subject) as CommentSubject,
  }));
}

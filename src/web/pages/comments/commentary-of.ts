/** The commentary of a card's period, opened once for a state of figures and judgement: writing comments opens none anew. */
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import type { Comment } from "../../../domain/commentary.ts";
import { judgementMark } from "../../../services/comments/judgement-mark.ts";
import { owedByAll } from "../../../services/comments/owed-by-all.ts";
import { type OpenCommentary, openCommentary } from "../../../services/open-commentary.ts";
import type { Desk } from "../../desk.ts";
import { scopesOf, type Viewer } from "../../viewer.ts";

export type CommentaryPlace = { readonly scorecard: string; readonly period: string };

/** @throws AppError SCORECARD_UNKNOWN or PERIOD_INVALID */
export async function commentaryOf(
  { store, keep }: Pick<Desk, "store" | "keep">,
  { scorecard, period }: CommentaryPlace,
): Promise<OpenCommentary> {
  const mark = await judgementMark(store);
  return keep(`commentary ${scorecard} ${period} ${mark}`, (workspace) =>
    openCommentary(workspace, store, { scorecard, period }),
  );
}

/** The address of a card's commentary. */
export function commentsHref({ scorecard, period }: CommentaryPlace): string {
  return `/comments/${scorecard}/${period}`;
}

/** Whether somebody may change a comment: their own, one they were asked for, or any if they write for the whole authority. */
export async function mayEdit(desk: Pick<Desk, "store" | "live" | "clock">, viewer: Viewer, comment: Comment) {
  const scopes = scopesOf(viewer, "write-comments");
  if (scopes.length === 0) return false;
  if (comment.author === viewer.actor || isAuthorityWide(scopes)) return true;
  const today = desk.clock().toISOString().slice(0, 10);
  const owed = await owedByAll(desk.store, desk.live.current().catalogue, { today, owner: viewer.actor });
  return owed.some(
    ({ scorecard, period, references }) =>
      scorecard === comment.scorecard &&
      period === comment.period &&
      comment.subject.kind === "references" &&
      comment.subject.references.some((reference) => references.includes(reference)),
  );
}

/** Whether somebody may approve, return or sign for the whole authority; a smaller scope approves nothing. */
export function mayApprove(viewer: Viewer): boolean {
  return isAuthorityWide(scopesOf(viewer, "approve-comments"));
}

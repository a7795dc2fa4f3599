/** Approves several comments at once: those that are as their reader saw them, somebody else's, and without open flags. */
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/open-store.ts";
import { approveComment } from "../commentary.ts";
import type { Commentary } from "../open-commentary.ts";

export type SeenComment = { readonly id: string; readonly version: number };
export type Approvals = {
  readonly approved: readonly string[];
  /** What could not be approved, and why. */
  readonly left: readonly { readonly id: string; readonly why: string }[];
};

/** What stands in the way of one stops none of the others. */
export async function approveClean(
  commentary: Commentary,
  store: Store,
  by: By,
  seen: readonly SeenComment[],
): Promise<Approvals> {
  const approved: string[] = [];
  const left: { id: string; why: string }[] = [];
  for (const comment of seen) {
    try {
      await approveComment(commentary, store, by, comment);
      approved.push(comment.id);
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      left.push({ id: comment.id, why: fault.message });
    }
  }
  return { approved, left };
}

/** What waits for somebody about comments: those asked of them, and those they may approve. */
import { isAuthorityWide, permits, scopesFor } from "../../domain/access/policy.ts";
import { chooseComments } from "../../store/comment.ts";
import type { Waiting, WaitingSource } from "../waiting.ts";
import { owedByAll } from "./owed-by-all.ts";

/** Comments asked of somebody that are not handed in yet. */
export const commentsToWrite: WaitingSource = {
  needs: "write-comments",
  find: async ({ store, workspace, today }, { actor }) => {
    const owed = await owedByAll(store, workspace.catalogue, { today, owner: actor });
    const open = owed.filter(({ state }) => state === "overdue" || state === "due");
    const returned = await chooseComments(store, { states: ["returned"], author: actor });
    return [
      ...waiting("Comments to write", open.length, open.map(({ due }) => due).sort()[0]),
      ...waiting("Comments returned to you", returned.length),
    ];
  },
};

/** Comments somebody else handed in. */
export const commentsToApprove: WaitingSource = {
  needs: "approve-comments",
  find: async ({ store }, { actor, grants }) => {
    if (!permits(grants, "approve-comments") || !isAuthorityWide(scopesFor(grants, "approve-comments"))) return [];
    const submitted = await chooseComments(store, { states: ["submitted"] });
    const others = submitted.filter(({ author }) => author !== actor);
    return waiting("Comments to approve", others.length);
  },
};

function waiting(title: string, count: number, dueSoonest: string | null = null): readonly Waiting[] {
  return count === 0 ? [] : [{ title, count, href: "/comments", dueSoonest }];
}

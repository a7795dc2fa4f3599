/** What waits for somebody about definitions: drafts of others to decide on, and their own that came back. */
import { listDrafts } from "../../store/definition-draft.ts";
import type { WaitingSource } from "../waiting.ts";
import { mayNotApprove } from "./drafts.ts";

/** Drafts somebody else submitted. */
export const definitionsToApprove: WaitingSource = {
  needs: "approve-definitions",
  find: async ({ store }, { actor }) => {
    const submitted = await listDrafts(store, { states: ["submitted"] });
    const others = submitted.filter((draft) => !mayNotApprove(draft, actor));
    return [waiting("Definitions to approve", others)];
  },
};

/** Drafts one wrote in that were returned. */
export const definitionsReturned: WaitingSource = {
  needs: "propose-definitions",
  find: async ({ store }, { actor }) => {
    const returned = await listDrafts(store, { states: ["returned"] });
    return [
      waiting(
        "Definitions returned to you",
        returned.filter((draft) => mayNotApprove(draft, actor)),
      ),
    ];
  },
};

/** One draft has its own page; several stand on the list of them. */
function waiting(title: string, drafts: readonly { readonly id: number }[]) {
  const [only] = drafts;
  const href = drafts.length === 1 && only !== undefined ? `/definitions/drafts/${only.id}` : "/definitions";
  return { title, count: drafts.length, href, dueSoonest: null };
}

/** What waits for somebody out of challenge: their open actions, and promises to confirm. */
import { listActions } from "../../store/challenge-action.ts";
import type { WaitingSource } from "../waiting.ts";
import { findPromises } from "./promises.ts";

/** Open actions the person owns. */
export const actionsWaiting: WaitingSource = {
  needs: "see-actions",
  find: async ({ store }, { person }) => {
    const open = (await listActions(store, { owner: person })).filter(({ state }) => state === "open");
    const dueSoonest = open[0]?.due ?? null;
    return [{ title: "Your actions from challenge sessions", count: open.length, href: "/actions", dueSoonest }];
  },
};

/** Claims about the future in comments that nobody has confirmed or set aside. */
export const promisesWaiting: WaitingSource = {
  needs: "run-challenge",
  find: async ({ store, workspace }) => {
    const { length: count } = await findPromises(store, workspace.catalogue);
    return [{ title: "Promises in comments to confirm", count, href: "/challenge/promises", dueSoonest: null }];
  },
};

/** What waits for somebody out of challenge: their open actions, and promises to confirm. */
import { addDays } from "../../domain/dates.ts";
import { listActions } from "../../store/challenge-action.ts";
import { listPromises } from "../../store/comment-promise.ts";
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

/** Days a promise stands on the first page after its period has ended. */
const NEWS_DAYS = 45;

/** Claims about the future in comments that nobody has confirmed or set aside, and promises whose period has just ended. */
export const promisesWaiting: WaitingSource = {
  needs: "run-challenge",
  find: async ({ store, workspace, today }) => {
    const [found, decided] = await Promise.all([findPromises(store, workspace.catalogue), listPromises(store)]);
    const due = decided.filter(
      ({ state, dueTo }) => state === "confirmed" && dueTo < today && dueTo >= addDays(today, -NEWS_DAYS),
    );
    const href = "/challenge/promises";
    return [
      { title: "Promises in comments to confirm", count: found.length, href, dueSoonest: null },
      { title: "Promises come due: were they kept?", count: due.length, href, dueSoonest: null },
    ];
  },
};

/** What waits for those who release: periods whose day of publication was announced and that are not out yet. */
import { listEditions } from "../../store/edition.ts";
import { listPublicationPlans } from "../../store/publication-plan.ts";
import type { WaitingSource } from "../waiting.ts";

/** Announced and not published, soonest first. */
export const cardsToRelease: WaitingSource = {
  needs: "sign-off",
  find: async ({ store, workspace }) => {
    const [plans, editions] = await Promise.all([listPublicationPlans(store), listEditions(store)]);
    const out = new Set(editions.map(({ scorecard, period }) => `${scorecard} ${period}`));
    const open = plans.filter(
      ({ scorecard, period }) => !out.has(`${scorecard} ${period}`) && workspace.catalogue.scorecards.has(scorecard),
    );
    const [first] = open;
    if (first === undefined) return [];
    const href = open.length === 1 ? `/sign-off/${first.scorecard}/${first.period}` : "/sign-off";
    return [{ title: "Scorecards to sign off and release", count: open.length, href, dueSoonest: first.publishOn }];
  },
};

/** Figures somebody owes, on their home page. */

import { listFigureOwners } from "../../store/figure-owner.ts";
import type { Waiting, WaitingSource } from "../waiting.ts";
import { figuresDue } from "./due.ts";
import { figuresKnown } from "./figures-known.ts";
import { handMeasures } from "./hand-measures.ts";

/** Figures due from the person themselves: only measures they were asked to enter. */
export const figuresWaiting: WaitingSource = {
  needs: "enter-figures",
  find: async ({ store, workspace, today }, { person }): Promise<readonly Waiting[]> => {
    const owners = (await listFigureOwners(store)).filter((owner) => owner.person === person);
    if (owners.length === 0) return [];
    const own = new Set(owners.map(({ measure }) => measure));
    const measures = handMeasures(workspace.catalogue).filter(({ id }) => own.has(id));
    const authority = workspace.manifests.length === 0 ? "" : ((await workspace.open()).authorities[0] ?? "");
    const due = figuresDue(measures, { owners, known: await figuresKnown(store, workspace, authority), today });
    return [{ title: "Figures to enter", count: due.length, href: "/enter", dueSoonest: due[0]?.due ?? null }];
  },
};

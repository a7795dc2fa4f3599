/** What the pages of figures by hand begin with: the measures, who owes them, what is known, and whose data it is. */
import type { Catalogue } from "../../measures/catalogue.ts";
import { type FigureOwner, listFigureOwners } from "../../store/figure-owner.ts";
import { knownAuthorities } from "../data/authorities.ts";
import { acceptedLoads } from "../data/load-places.ts";
import type { LiveWorkspace } from "../live-workspace.ts";
import type { Store } from "../open-store.ts";
import { type FiguresKnown, figuresKnown } from "./figures-known.ts";
import { type HandMeasure, handMeasures } from "./hand-measures.ts";

export type DeskFigures = {
  readonly catalogue: Catalogue;
  readonly measures: readonly HandMeasure[];
  readonly owners: readonly FigureOwner[];
  readonly known: FiguresKnown;
  /** Whose figures are entered; `null` where nothing says, or the data are of several. */
  readonly authority: string | null;
};

/** Reads all of it. */
export async function deskFigures(place: {
  readonly store: Store;
  readonly live: LiveWorkspace;
  readonly data: string;
}): Promise<DeskFigures> {
  const { store, live, data } = place;
  const workspace = live.current();
  const authorities = await knownAuthorities(store, acceptedLoads(data));
  const authority = authorities.length === 1 ? (authorities[0] ?? null) : null;
  return {
    catalogue: workspace.catalogue,
    measures: handMeasures(workspace.catalogue),
    owners: await listFigureOwners(store),
    known: await figuresKnown(store, workspace, authority ?? ""),
    authority,
  };
}

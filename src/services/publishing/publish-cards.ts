/** Publishes several cards of a period one after the other: what stands in the way of one stops none of the others. */
import { AppError } from "../../domain/errors.ts";
import { scorecardNamed } from "../../measures/catalogue.ts";
import type { Store } from "../../store/open-store.ts";
import { type Published, publishEdition } from "../publish-edition.ts";
import { VERSION } from "../version.ts";
import type { Workspace } from "../workspace.ts";

export type CardPlace = { readonly scorecard: string; readonly period: string };
export type PublishedCard = CardPlace & { readonly title: string } & (
    | { readonly published: Published; readonly fault: null }
    | { readonly published: null; readonly fault: AppError }
  );

export type PublishRun = {
  readonly by: string;
  readonly person: string;
  readonly at: () => Date;
  /** Told before each card. */
  readonly tell: (progress: { readonly step: string; readonly done: number; readonly of: number }) => void;
};

/** Publishes first editions; a period that has one already is said to have. */
export async function publishCards(
  workspace: Workspace,
  store: Store,
  places: readonly CardPlace[],
  { at, tell, ...who }: PublishRun,
): Promise<readonly PublishedCard[]> {
  const outcomes: PublishedCard[] = [];
  for (const [done, place] of places.entries()) {
    const { title } = scorecardNamed(workspace.catalogue, place.scorecard);
    tell({ step: title, done, of: places.length });
    try {
      const published = await publishEdition(workspace, store, { ...place, ...who, at: at(), waymark: VERSION });
      outcomes.push({ ...place, title, published, fault: null });
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      outcomes.push({ ...place, title, published: null, fault });
    }
  }
  return outcomes;
}

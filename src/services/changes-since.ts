/** Everything on a card that would differ today from a published edition, and why. */
import { cardDifferences } from "../domain/card-differences.ts";
import type { EditionChange, EditionFacts } from "../domain/edition.ts";
import type { Store } from "../store/open-store.ts";
import { readFrozenEdition, withEditionWorkspaces } from "./edition-workspace.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { scoreScorecard } from "./score-scorecard.ts";
import { explainDifferences } from "./why-changed.ts";
import type { Workspace } from "./workspace.ts";

export type ChangesSince = { readonly edition: EditionFacts; readonly changes: readonly EditionChange[] };

/** For people with a need: the sentences count cases. @throws AppError EDITION_UNKNOWN */
export async function changesSince(workspace: Workspace, store: Store, id: string): Promise<ChangesSince> {
  const kept = await readFrozenEdition(store, id);
  const { card, facts } = kept.document;
  const question = { scorecard: card.scorecard, period: card.period.id, authority: card.authority };
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  const today = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const differences = cardDifferences(kept.internal, today);
  if (differences.length === 0) return { edition: facts, changes: [] };
  const changes = await withEditionWorkspaces(workspace, kept, (states) =>
    explainDifferences(differences, { ...states, today: workspace, authority: card.authority }),
  );
  return { edition: facts, changes };
}

/** Makes an edition again from its frozen loads, definitions and typed inputs, and compares it with what was published, byte for byte. */
import { readEditionFile } from "../store/edition.ts";
import type { Store } from "../store/open-store.ts";
import { type FrozenEdition, readFrozenEdition, withEditionWorkspaces } from "./edition-workspace.ts";
import { editionFiles } from "./publish-edition.ts";
import { scoreScorecard } from "./score-scorecard.ts";
import type { Workspace } from "./workspace.ts";

export type RePerformed = {
  readonly edition: string;
  readonly isSame: boolean;
  readonly files: readonly { readonly path: string; readonly isSame: boolean }[];
  /** The version it was published with; another may print differently. */
  readonly waymark: string;
};

/** @throws AppError EDITION_UNKNOWN, or LOAD_UNKNOWN where a load it was made from is gone */
export async function rePerformEdition(workspace: Workspace, store: Store, id: string): Promise<RePerformed> {
  const kept = await readFrozenEdition(store, id);
  const made = await makeAgain(workspace, kept);
  const files = await Promise.all(
    made.map(async ({ path, bytes }) => ({
      path,
      isSame: Buffer.from(bytes).equals(Buffer.from(await readEditionFile(store, id, path))),
    })),
  );
  return { edition: id, isSame: files.every(({ isSame }) => isSame), files, waymark: kept.document.facts.waymark };
}

async function makeAgain(workspace: Workspace, kept: FrozenEdition): Promise<ReturnType<typeof editionFiles>> {
  const { facts, card } = kept.document;
  const question = { scorecard: card.scorecard, period: card.period.id, authority: card.authority };
  return withEditionWorkspaces(workspace, kept, async ({ frozen }) => {
    const internal = await scoreScorecard(frozen, kept.inputs, { ...question, audience: "internal" });
    const shown = await scoreScorecard(frozen, kept.inputs, { ...question, audience: "published" });
    return editionFiles({ facts, card: shown }, { internal, inputs: kept.inputs, catalogue: kept.catalogue });
  });
}

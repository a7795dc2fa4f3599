/** The states an edition is compared with: its own loads and definitions, or today's loads with its definitions. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EditionDocument } from "../domain/edition.ts";
import type { ScoredCard } from "../domain/scored-card.ts";
import { readEditionFile } from "../store/edition.ts";
import type { Store } from "../store/open-store.ts";
import { layOutCatalogue, unpackCatalogue } from "./frozen-catalogue.ts";
import type { JudgementInputs } from "./judgement-inputs.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

export type FrozenEdition = {
  readonly document: EditionDocument;
  readonly internal: ScoredCard;
  readonly inputs: JudgementInputs;
  readonly catalogue: Uint8Array;
};

/** What an edition was made of. @throws AppError EDITION_UNKNOWN */
export async function readFrozenEdition(store: Store, id: string): Promise<FrozenEdition> {
  const [document, internal, inputs, catalogue] = await Promise.all([
    readJson<EditionDocument>(store, id, "public/edition.json"),
    readJson<ScoredCard>(store, id, "internal/card.json"),
    readJson<JudgementInputs>(store, id, "internal/inputs.json"),
    readEditionFile(store, id, "internal/catalogue.json.gz"),
  ]);
  return { document, internal, inputs, catalogue };
}

/** Does something with the edition's definitions, over its own loads or over all there are now; then clears up. */
export async function withEditionWorkspaces<T>(
  { folder }: Workspace,
  { document, catalogue }: FrozenEdition,
  work: (states: { readonly frozen: Workspace; readonly reloaded: Workspace }) => Promise<T>,
): Promise<T> {
  mkdirSync(folder.work, { recursive: true });
  const below = mkdtempSync(join(folder.work, "edition-"));
  const folders = layOutCatalogue(unpackCatalogue(catalogue), below);
  const open = (onlyLoads?: readonly string[]): Workspace =>
    openWorkspace({ data: folder.root, catalogue: folders, ...(onlyLoads === undefined ? {} : { onlyLoads }) });
  const frozen = open(document.facts.loads.map(({ id }) => id));
  const reloaded = open();
  try {
    return await work({ frozen, reloaded });
  } finally {
    frozen.close();
    reloaded.close();
    rmSync(below, { recursive: true, force: true });
  }
}

async function readJson<T>(store: Store, id: string, path: string): Promise<T> {
  return JSON.parse(Buffer.from(await readEditionFile(store, id, path)).toString("utf8")) as T;
}

/** The definitions and rules an edition was made with: what a report on it prints, whatever the catalogue says today. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Catalogue, readCatalogue } from "../../measures/catalogue.ts";
import type { FrozenEdition } from "../edition-workspace.ts";
import { layOutCatalogue, unpackCatalogue } from "../frozen-catalogue.ts";
import type { Workspace } from "../workspace.ts";

/** Editions never change: what was read of one holds for ever. */
const lately = new WeakMap<Workspace, Map<string, Catalogue>>();

/** The catalogue frozen with an edition: measures, published indicators and its one scorecard. */
export function frozenDefinitions(workspace: Workspace, { document, catalogue }: FrozenEdition): Catalogue {
  const kept = lately.get(workspace) ?? new Map<string, Catalogue>();
  lately.set(workspace, kept);
  const known = kept.get(document.facts.id);
  if (known !== undefined) return known;
  const { work } = workspace.folder;
  mkdirSync(work, { recursive: true });
  const below = mkdtempSync(join(work, "definitions-"));
  try {
    const read = readCatalogue(layOutCatalogue(unpackCatalogue(catalogue), below));
    kept.set(document.facts.id, read);
    return read;
  } finally {
    rmSync(below, { recursive: true, force: true });
  }
}

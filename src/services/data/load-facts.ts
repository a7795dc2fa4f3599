/** One load beside its neighbours: whether it counts, what came before and after it, and which measures it feeds. */
import { currentLoads } from "../../warehouse/current-loads.ts";
import type { Manifest } from "../../warehouse/manifest.ts";
import { tablesRead } from "../tables-read.ts";
import type { Workspace } from "../workspace.ts";
import { acceptedLoads, acceptedPlace, predecessorOf } from "./load-places.ts";

export type LoadFacts = {
  readonly manifest: Manifest;
  readonly folder: string;
  readonly isCurrent: boolean;
  /** The load of the same return it is to be compared with, and the one that stands in its place now. */
  readonly earlier: Manifest | null;
  readonly later: Manifest | null;
  /** Measures that read a table it fills, by title. */
  readonly feeds: readonly { readonly id: string; readonly title: string }[];
};

/** @throws AppError LOAD_UNKNOWN */
export function factsOfLoad(data: string, { catalogue }: Pick<Workspace, "catalogue">, id: string): LoadFacts {
  const { manifest, folder } = acceptedPlace(data, id);
  const all = acceptedLoads(data);
  const current = currentLoads(all);
  const isCurrent = current.some((load) => load.id === id);
  const before = all.slice(
    0,
    all.findIndex((load) => load.id === id),
  );
  const filled = new Set(Object.keys(manifest.tables).filter((name) => (manifest.tables[name]?.rows ?? 0) > 0));
  return {
    manifest,
    folder,
    isCurrent,
    earlier: predecessorOf(manifest, before)?.manifest ?? null,
    later: isCurrent
      ? null
      : (current.find((load) => load.return === manifest.return && load.authority === manifest.authority) ?? null),
    feeds: [...catalogue.measures.values()]
      .filter((measure) => tablesRead(catalogue, measure).some((table) => table !== "person" && filled.has(table)))
      .map(({ id: measure, title }) => ({ id: measure, title }))
      .toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

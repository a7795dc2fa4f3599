/** Where loads lie, accepted or staged, and which load a return is to be compared with. */
import { join } from "node:path";
import { AppError } from "../../domain/errors.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { dataFolder } from "../../warehouse/data-folder.ts";
import { type Manifest, readManifests } from "../../warehouse/manifest.ts";
import type { LoadPlace } from "./compare-loads.ts";
import { stagedPlaces } from "./staged-load.ts";

/** Every accepted load as it stands on disk at this moment, oldest first. */
export function acceptedLoads(data: string): readonly Manifest[] {
  return readManifests(dataFolder(data));
}

/** An accepted load. @throws AppError LOAD_UNKNOWN */
export function acceptedPlace(data: string, id: string): LoadPlace {
  const manifest = acceptedLoads(data).find((load) => load.id === id);
  if (manifest === undefined)
    throw new AppError("LOAD_UNKNOWN", "There is no load with that id.", "Choose one from the history of loads.");
  return { manifest, folder: join(dataFolder(data).loads, id) };
}

/** A part of a staged load. */
export function stagedPlace(data: string, staged: string, manifest: Manifest): LoadPlace {
  return { manifest, folder: join(stagedPlaces(dataFolder(data), staged).parts, manifest.id) };
}

/** The load a return is read against: the one it stands in place of, else the latest of the same return. */
export type Predecessor = {
  readonly manifest: Manifest;
  /** Whether the earlier load no longer counts once the later does. */
  readonly isReplaced: boolean;
};

/** @returns `null` where the authority has loaded nothing of that return yet */
export function predecessorOf(load: Manifest, earlier: readonly Manifest[]): Predecessor | null {
  const before = currentLoads(earlier);
  const after = new Set(currentLoads([...earlier, load]).map(({ id }) => id));
  const replaced = before.find(({ id }) => !after.has(id));
  if (replaced !== undefined) return { manifest: replaced, isReplaced: true };
  const filled = Object.keys(load.tables);
  const alike = earlier.filter(
    (other) => other.authority === load.authority && other.return === load.return && other.id !== load.id,
  );
  const latest = alike.findLast(({ tables }) => filled.some((table) => (tables[table]?.rows ?? 0) > 0)) ?? alike.at(-1);
  return latest === undefined ? null : { manifest: latest, isReplaced: false };
}

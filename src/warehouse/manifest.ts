/** The manifest of a load: what was accepted, from which files, when and by whom. Never edited. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IsoDate } from "../domain/dates.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Repeats } from "./draft-load.ts";

export type Manifest = {
  readonly format: 1;
  readonly id: string;
  readonly authority: string;
  readonly return: string;
  readonly title: string;
  readonly year?: number;
  readonly asAt?: IsoDate;
  readonly repeats: Repeats;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  /** Moment of acceptance, ISO 8601 in UTC. */
  readonly acceptedAt: string;
  readonly acceptedBy: string;
  readonly tables: Readonly<
    Record<string, { readonly rows: number; readonly columns: readonly string[]; readonly sha256: string }>
  >;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly issues: { readonly error: number; readonly warning: number; readonly info: number };
};

/** Every accepted load, oldest first. A folder without a manifest was never accepted and is passed over. */
export function readManifests(folder: DataFolder): readonly Manifest[] {
  if (!existsSync(folder.loads)) return [];
  return readdirSync(folder.loads)
    .sort()
    .map((id) => join(folder.loads, id, "manifest.json"))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, "utf8")) as Manifest)
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : a.acceptedAt > b.acceptedAt ? 1 : a.id < b.id ? -1 : 1));
}

/** Loads as they were known at a moment: those accepted at or before it. */
export function knownOn(manifests: readonly Manifest[], moment: string): readonly Manifest[] {
  const last = moment.length === 10 ? `${moment}T23:59:59.999Z` : moment;
  return manifests.filter((manifest) => manifest.acceptedAt <= last);
}

/** Whose data a load or an entered figure may be: the authorities the data folder knows, or the one the settings name. */
import { currentLoads, isReference } from "../../warehouse/current-loads.ts";
import type { Manifest } from "../../warehouse/manifest.ts";
import { settingsOf } from "../judgement-inputs.ts";
import type { Store } from "../open-store.ts";
import { readSettings } from "../typed.ts";

/** Names in order; the one the settings name alone where they do. Empty before anything is loaded. */
export async function knownAuthorities(store: Store, manifests: readonly Manifest[]): Promise<readonly string[]> {
  const { authority } = settingsOf(await readSettings(store));
  if (authority !== null) return [authority];
  const own = currentLoads(manifests).filter((load) => !isReference(load));
  return [...new Set(own.map((load) => load.authority))].sort();
}

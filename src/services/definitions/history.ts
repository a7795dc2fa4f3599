/** How definitions came to be as they are: every approved version, who drafted and who approved it, when and why. */
import { type DefinitionVersion, listVersions } from "../../store/definition-version.ts";
import type { Store } from "../../store/open-store.ts";
import type { Subject } from "./current-definition.ts";

export type { DefinitionVersion } from "../../store/definition-version.ts";

/** Approved versions of a measure, the latest first; empty while it is as shipped. */
export async function definitionHistory(
  store: Pick<Store, "db">,
  measureId: string,
): Promise<readonly DefinitionVersion[]> {
  return historyOf(store, { kind: "measure", subject: measureId });
}

/** Approved versions of any definition, the latest first. */
export async function historyOf(store: Pick<Store, "db">, subject: Subject): Promise<readonly DefinitionVersion[]> {
  return listVersions(store, subject);
}

/** How definitions came to be as they are: every approved version, who drafted and who approved it, when and why. */
import { type DefinitionVersion, listVersions } from "../../store/definition-version.ts";
import type { Store } from "../../store/open-store.ts";

export type { DefinitionVersion } from "../../store/definition-version.ts";

/** Approved versions of a measure, the latest first; empty while it is as shipped. */
export async function definitionHistory(
  store: Pick<Store, "db">,
  measureId: string,
): Promise<readonly DefinitionVersion[]> {
  return listVersions(store, { kind: "measure", subject: measureId });
}

/** After a load is accepted: waits until the running workspace has seen it, and makes its figures ready before anybody asks. */
import { setTimeout as wait } from "node:timers/promises";
import type { LiveWorkspace } from "../live-workspace.ts";

const LOOK_EVERY_MS = 250;
const LONGEST_MS = 15_000;

/** Opens the state that holds the loads; others who ask meanwhile share the same work. */
export async function makeReady(live: LiveWorkspace, loads: readonly string[]): Promise<void> {
  const holds = (): boolean => {
    const known = new Set(live.current().manifests.map(({ id }) => id));
    return loads.every((id) => known.has(id));
  };
  for (let waited = 0; !holds() && waited < LONGEST_MS; waited += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS);
  await live.current().open();
}

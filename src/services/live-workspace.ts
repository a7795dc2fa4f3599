/** A workspace that follows the data folder: when a load is accepted or the catalogue changes, the next question is asked of the new state. */

import { existsSync, statSync } from "node:fs";
import { dataFolder } from "../warehouse/data-folder.ts";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";

export type LiveWorkspace = {
  /** The workspace of the present state. */
  readonly current: () => Workspace;
  close(): void;
};

/** How long a state is trusted before the data folder is looked at again. */
const LOOK_AGAIN_MS = 2_000;

/** Follows a data folder by the time its folder of loads last changed. */
export function followWorkspace(options: WorkspaceOptions, now: () => number = Date.now): LiveWorkspace {
  const { loads } = dataFolder(options.data);
  const changedAt = (): number => (existsSync(loads) ? statSync(loads).mtimeMs : 0);
  let workspace = openWorkspace(options);
  let seen = changedAt();
  let lookedAt = now();
  return {
    current: () => {
      if (now() - lookedAt > LOOK_AGAIN_MS) {
        lookedAt = now();
        const changed = changedAt();
        if (changed !== seen) {
          seen = changed;
          const earlier = workspace;
          workspace = openWorkspace(options);
          // Questions asked of the earlier state may still be running; they have long ended by then.
          setTimeout(() => earlier.close(), 60_000).unref();
        }
      }
      return workspace;
    },
    close: () => workspace.close(),
  };
}

/** A workspace that follows the data folder: when a load is accepted or a definition changes, the next question is asked of the new state. */

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../warehouse/data-folder.ts";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";

export type LiveWorkspace = {
  /** The workspace of the present state. */
  readonly current: () => Workspace;
  /** Looks at once, rather than in a moment: after something was changed here. @throws what the new state cannot be read for */
  readonly lookAgain: () => Workspace;
  /** Why the present files cannot be read, so that an earlier state still answers; `null` when they can. */
  readonly fault: () => string | null;
  close(): void;
};

/** How long a state is trusted before the data folder is looked at again. */
const LOOK_AGAIN_MS = 2_000;

/** Follows a data folder by the time its loads last changed, and the authority's own catalogue by its files. */
export function followWorkspace(options: WorkspaceOptions, now: () => number = Date.now): LiveWorkspace {
  const stateNow = (): string => stateOf(options);
  let workspace = openWorkspace(options);
  let seen = stateNow();
  let lookedAt = now();
  let fault: string | null = null;
  const look = (): void => {
    lookedAt = now();
    const state = stateNow();
    if (state === seen) return;
    seen = state;
    const earlier = workspace;
    workspace = openWorkspace(options);
    fault = null;
    // Questions asked of the earlier state may still be running; they have long ended by then.
    setTimeout(() => earlier.close(), 60_000).unref();
  };
  return {
    current: () => {
      if (now() - lookedAt > LOOK_AGAIN_MS)
        try {
          look();
        } catch (problem) {
          // A file spoilt by hand must not take every page away: the last state that could be read answers on.
          fault = problem instanceof Error ? problem.message : String(problem);
        }
      return workspace;
    },
    lookAgain: () => {
      look();
      return workspace;
    },
    fault: () => fault,
    close: () => workspace.close(),
  };
}

/** The shipped catalogue, the first, changes only with a new version of Waymark. */
function stateOf({ data, catalogue }: WorkspaceOptions): string {
  const { loads } = dataFolder(data);
  const changedAt = existsSync(loads) ? statSync(loads).mtimeMs : 0;
  return [changedAt, ...catalogue.slice(1).flatMap(filesOf)].join("\n");
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(yaml|sql|csv)$/.test(name))
    .sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return `${folder} ${name} ${mtimeMs} ${size}`;
    });
}

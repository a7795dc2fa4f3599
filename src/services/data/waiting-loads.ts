/** Returns that were read and wait for somebody to accept or refuse them, and recording errors reported, on analysts' home pages. */

import { openRecordingErrors } from "../cases/case-notes.ts";
import type { Waiting, WaitingSource } from "../waiting.ts";
import { listStaged } from "./staged-load.ts";

/** Loads that wait, whoever sent them. */
export const loadsWaiting: WaitingSource = {
  needs: "load-data",
  find: async ({ store, workspace, today }): Promise<readonly Waiting[]> => {
    const staged = listStaged(workspace.folder.root, new Date(`${today}T12:00:00.000Z`));
    const waiting = staged.filter(({ state }) => state === "waiting");
    const reported = [...(await openRecordingErrors(store)).values()].reduce((sum, count) => sum + count, 0);
    return [
      { title: "Loads to accept or refuse", count: waiting.length, href: "/data#waiting", dueSoonest: null },
      { title: "Recording errors reported", count: reported, href: "/data#reported", dueSoonest: null },
    ];
  },
};

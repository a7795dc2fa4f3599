/** Puts what was entered into the figures in the background: many savings close together make one load. */
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../../domain/errors.ts";
import { makeReady } from "../data/make-ready.ts";
import type { Jobs } from "../jobs.ts";
import type { LiveWorkspace } from "../live-workspace.ts";
import type { By, Store } from "../open-store.ts";
import { loadTypedFigures } from "./typed-load.ts";

const KIND = "typed figures";
const TRIES = 60;
const BETWEEN_MS = 2_000;

export type TypedLoadStart = {
  readonly authority: string;
  readonly startedBy: string;
  readonly by: () => By;
  readonly onFault: (fault: unknown) => void;
};

type Place = { readonly jobs: Jobs; readonly store: Store; readonly live: LiveWorkspace; readonly data: string };

/** Does nothing when such work waits already: it will see what was entered by then. */
export function startTypedLoad({ jobs, store, live, data }: Place, start: TypedLoadStart): void {
  if (jobs.list().some(({ kind, state }) => kind === KIND && state === "waiting")) return;
  const { authority, startedBy, by, onFault } = start;
  jobs.start({
    kind: KIND,
    title: "Put the figures entered by hand into the scorecards",
    startedBy,
    onFault,
    work: async (tell) => {
      tell({ step: "Making a load of what was entered", done: 0, of: 2 });
      const load = await whenFree(() => loadTypedFigures(store, { data, authority, by: by() }));
      tell({ step: "Making the figures ready", done: 1, of: 2 });
      if (load !== null) await makeReady(live, [load.id]);
      return {
        sentence: "Scorecards and measures show what was entered.",
        links: [{ text: "Enter figures", href: "/enter" }],
      };
    },
  });
}

/** Waits while another process loads. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== "WAREHOUSE_BUSY" || tried === TRIES) throw fault;
      await wait(BETWEEN_MS);
    }
  }
}

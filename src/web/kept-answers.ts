/** Answers kept until data or catalogue change: a question asked twice is worked out once. */
import type { LiveWorkspace } from "../services/live-workspace.ts";
import type { Workspace } from "../services/workspace.ts";

/** Gives the kept answer to a question, or works it out. The key must name everything the answer depends on but data and catalogue. */
export type KeepAnswer = <T>(key: string, answer: (workspace: Workspace) => Promise<T>) => Promise<T>;

/** Answers kept for one state: enough for every scorecard and measure page people move between. */
const MOST_KEPT = 500;

/** A keeper of answers over a live workspace. */
export function keepAnswers(live: LiveWorkspace): KeepAnswer {
  let kept = new Map<string, Promise<unknown>>();
  let fingerprint = "";
  return <T>(key: string, answer: (workspace: Workspace) => Promise<T>): Promise<T> => {
    const workspace = live.current();
    if (workspace.fingerprint !== fingerprint) {
      kept = new Map();
      fingerprint = workspace.fingerprint;
    }
    const own = kept;
    // Two pages that name different questions alike must never be given each other's answer.
    const place = `${key}\n${answer}`;
    const known = own.get(place) as Promise<T> | undefined;
    const given = known ?? answer(workspace);
    // Asked for last, forgotten last.
    own.delete(place);
    own.set(place, given);
    if (own.size > MOST_KEPT) own.delete(own.keys().next().value ?? "");
    // A failed answer must not be given again.
    if (known === undefined) given.catch(() => own.delete(place));
    return given;
  };
}

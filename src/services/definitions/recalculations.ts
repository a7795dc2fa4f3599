/** Recalculations kept while data and drafts stay the same: asked twice, or by two people, they are worked out once. */
import type { Measure } from "../../domain/measure.ts";
import type { DefinitionDraft } from "../../store/definition-draft.ts";
import type { Workspace } from "../workspace.ts";
import { measureOf } from "./check-definition.ts";
import type { DefinitionDesk } from "./kinds.ts";
import { type Recalculation, type RecalculationQuestion, recalculate } from "./recalculate.ts";

export type RunningRecalculation = {
  readonly answer: Promise<Recalculation>;
  /** Told how far it is from now on. */
  readonly listen: (tell: (done: number, of: number) => void) => void;
};

const MOST_KEPT = 40;

export type KeptRecalculations = (workspace: Workspace, question: RecalculationQuestion) => RunningRecalculation;

/** A keeper of recalculations. */
export function keepRecalculations(): KeptRecalculations {
  const kept = new Map<string, RunningRecalculation>();
  return (workspace, question) => {
    const key = JSON.stringify([workspace.fingerprint, question]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const listeners: ((done: number, of: number) => void)[] = [];
    const answer = recalculate(workspace, question, (done, of) => {
      for (const tell of listeners) tell(done, of);
    });
    const running = { answer, listen: (tell: (done: number, of: number) => void) => void listeners.push(tell) };
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, running);
    // A failed answer must not be given again.
    answer.catch(() => kept.delete(key));
    return running;
  };
}

/** The measure in force when a draft was begun, and the one it drafts; `null` while there is nothing to work out. */
export function draftedMeasures(
  { live }: Pick<DefinitionDesk, "live">,
  draft: DefinitionDraft,
): { readonly before: Measure | null; readonly after: Measure } | null {
  const workspace = live.current();
  if (draft.kind !== "measure" || workspace.manifests.length === 0) return null;
  const after = measureOf(workspace.catalogue, draft);
  if ("faults" in after) return null;
  const before = draft.base === null ? null : measureOf(workspace.catalogue, { path: draft.path, content: draft.base });
  return { after: after.measure, before: before !== null && "measure" in before ? before.measure : null };
}

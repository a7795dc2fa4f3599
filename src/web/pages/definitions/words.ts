/** The words pages of definitions use: how a draft stands, what has just been done, where things are. */

import type { DraftState } from "../../../services/definitions/drafts.ts";
import { type DefinitionKind, KINDS } from "../../../services/definitions/kinds.ts";

/** A draft's state as its tag says it. */
export const STATE_WORDS: Readonly<Record<DraftState, { readonly tag: string; readonly class: string }>> = {
  draft: { tag: "Draft", class: "govuk-tag--grey" },
  submitted: { tag: "Waiting for approval", class: "govuk-tag--yellow" },
  returned: { tag: "Returned", class: "govuk-tag--orange" },
  approved: { tag: "Approved", class: "govuk-tag--green" },
  withdrawn: { tag: "Withdrawn", class: "govuk-tag--grey" },
};

/** Fixed sentences for what was just done; the address names only which. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  saved: "Saved. Nothing changes for anyone until somebody else approves it.",
  begun: "A draft was begun from the definition in force.",
  "up-to-date": "The draft now starts from the definition in force. Look at the differences before you submit it.",
  submitted: "Submitted. Somebody else who may approve definitions decides on it.",
  returned: "Returned to whoever wrote it, with your reason.",
  approved: "Approved. The definition is in force now, for every figure asked for from here on.",
  withdrawn: "Withdrawn. You can put it back below.",
  "put-back": "Put back as a draft.",
  restored: "A draft that goes back to that version was begun. Approved, it becomes a new version.",
  "in-force": "The approved version is in force again.",
};

/** "/definitions/target/vital-signs%2010" */
export function definitionHref(kind: string, subject: string): string {
  return `/definitions/${kind}/${encodeURIComponent(subject)}`;
}

/** "/definitions/drafts/4/figures" */
export function draftHref(id: number, part = ""): string {
  return `/definitions/drafts/${id}${part === "" ? "" : `/${part}`}`;
}

/** "measure", "target" … with its first letter large. */
export function kindTitle(kind: DefinitionKind): string {
  const { one } = KINDS[kind];
  return `${one[0]?.toUpperCase()}${one.slice(1)}`;
}

/** A published edition of a scorecard: what is frozen, by whom it was signed off, and what a correction changed. */
import type { ScoredCard } from "./scored-card.ts";

export const EDITION_KINDS = ["first", "scheduled-revision", "unscheduled-revision"] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];
export const EDITION_KIND_WORDS: Readonly<Record<EditionKind, string>> = {
  first: "First edition",
  "scheduled-revision": "Scheduled revision",
  "unscheduled-revision": "Unscheduled revision",
};

export type SignOff = { readonly role: string; readonly person: string; readonly at: string };

/** Why a figure differs from what was published. */
export const CHANGE_CAUSES = [
  "late-recording",
  "new-load",
  "definition",
  "comparator",
  "target",
  "judgement",
  "typed",
  "placement",
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** One thing that differs between an edition and another state of the same card. */
export type EditionChange = {
  readonly reference: string;
  readonly title: string;
  /** "value", "target", "rating", "direction", "comparator", "placed", "removed". */
  readonly what: string;
  readonly period: string;
  readonly before: string;
  readonly after: string;
  readonly causes: readonly ChangeCause[];
  /** "4 contacts dated in the period were recorded after the edition; load … brought them." */
  readonly sentence: string;
};

export type EditionLoad = {
  readonly id: string;
  readonly title: string;
  readonly asAt: string | null;
  readonly acceptedAt: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};

/** Everything said of an edition besides its figures. */
export type EditionFacts = {
  readonly id: string;
  readonly number: number;
  readonly kind: EditionKind;
  readonly reason: string | null;
  /** The edition it stands in place of. */
  readonly corrects: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly signOff: readonly SignOff[];
  /** What was known to be wrong or unusual and was accepted, with the reason. */
  readonly accepted: readonly string[];
  readonly revisions: readonly EditionChange[];
  readonly loads: readonly EditionLoad[];
  /** Where the log of changes stood: a copy of the edition proves later that the log up to here was not rewritten. */
  readonly logHead: { readonly sequence: number; readonly hash: string };
  readonly waymark: string;
};

/** An edition as its public files say it. */
export type EditionDocument = { readonly facts: EditionFacts; readonly card: ScoredCard };

/** "vital-signs-2026-03-1": also the name of its folder. */
export function editionId(scorecard: string, period: string, number: number): string {
  return `${scorecard}-${period}-${number}`;
}

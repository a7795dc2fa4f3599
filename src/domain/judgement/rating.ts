/** What a rating is and by which rule it is made: requirements 1.7 and 1.15 (rule kinds A to F). The arithmetic: `rate.ts`. */
import type { BandName } from "./bands.ts";

export const RATING_WORDS = ["red", "amber", "green", "not-rated"] as const;
export type RatingWord = (typeof RATING_WORDS)[number];

/** Always a word and a shape, so that no rating depends on colour. */
export const RATING_FACTS: Readonly<
  Record<RatingWord, { readonly label: string; readonly shape: string; readonly symbol: string }>
> = {
  red: { label: "Red", shape: "square", symbol: "■" },
  amber: { label: "Amber", shape: "triangle", symbol: "▲" },
  green: { label: "Green", shape: "circle", symbol: "●" },
  "not-rated": { label: "Not rated", shape: "dash", symbol: "–" },
};

export type RatingRule =
  /** A: amber up to `tolerance` percent of the target away; a target of 0 uses `zeroTolerance`, in the measure's unit. */
  | { readonly kind: "relative-tolerance"; readonly tolerance: number; readonly zeroTolerance: number }
  /** B: amber up to `tolerance` away, in the measure's unit (points for a percentage). */
  | { readonly kind: "absolute-tolerance"; readonly tolerance: number }
  /** C */
  | { readonly kind: "bands"; readonly ratings: Readonly<Record<BandName, RatingWord>> }
  /** D: consistently passing is green, hit and miss amber, consistently failing red. */
  | { readonly kind: "assurance" }
  /** E: only a person rates. */
  | { readonly kind: "judgement" }
  /** F: watched, never rated. */
  | { readonly kind: "monitor" };

/** A person's own rating, always shown beside what the rule says. */
export type JudgedByPerson = {
  readonly word: RatingWord;
  readonly reason: string;
  readonly author: string;
  /** ISO day. */
  readonly on: string;
};

export type Rating = {
  readonly word: RatingWord;
  /** "Red: 71.4% is 20.7% below the target of 90%; more than 15%." */
  readonly sentence: string;
  /** Why there is no rating, or which rule gave it: "on-target", "within-tolerance", "monitor", "no-target", "no-cohort" … */
  readonly because: string;
  /** Warnings that go with it: an incomplete figure, a target under review. */
  readonly warnings: readonly string[];
  readonly rule: RatingRule["kind"];
  /** The rule's own answer where a person judged otherwise or as well. */
  readonly byRule?: { readonly word: RatingWord; readonly sentence: string };
  readonly judgement?: JudgedByPerson;
};

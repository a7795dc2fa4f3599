/** What a target is, once read: requirements 1.5. How people write one: `parse-target.ts`. */

/** Which side of a level meets it. `by-polarity`: the text gives only a number, so the measure's polarity decides. */
export type TargetSide = "at-least" | "above" | "at-most" | "below" | "by-polarity";
export type DurationUnit = "working-days" | "days" | "weeks" | "months";

export type Target =
  | { readonly kind: "level"; readonly value: number; readonly side: TargetSide; readonly isPercent: boolean }
  /** 90-95%: both ends inclusive. Whether a value above (below) the range meets it must be said; "unsaid" is a defect to report. */
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly isPercent: boolean;
      readonly beyondGoodEnd: "meets" | "misses" | "unsaid";
    }
  | { readonly kind: "activity"; readonly value: number; readonly per: "month" | "quarter" | "year" }
  | { readonly kind: "duration"; readonly value: number; readonly unit: DurationUnit; readonly side: TargetSide }
  | { readonly kind: "change"; readonly wanted: "increase" | "decrease" }
  /** "5% reduction": the baseline less (more) so many percent of it. */
  | {
      readonly kind: "relative";
      readonly wanted: "increase" | "decrease";
      readonly percent: number;
      readonly from: "baseline" | "previous-year";
    }
  | { readonly kind: "comparator"; readonly side: "below" | "above"; readonly of: "region" | "england" | "neighbours" }
  | { readonly kind: "monitor" }
  | { readonly kind: "new" }
  | { readonly kind: "none" };

export const TARGET_ORIGINS = ["national", "local", "statutory"] as const;
export const TARGET_BASES = ["each-period", "year-end"] as const;

/** A target with where it comes from and when it holds. */
export type TargetInForce = {
  readonly target: Target;
  /** The one canonical way to write it: "at least 90%". */
  readonly shown: string;
  readonly origin: (typeof TARGET_ORIGINS)[number];
  readonly basis: (typeof TARGET_BASES)[number];
  /** Both days inclusive; `null` is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly isUnderReview: boolean;
  readonly reviewBy?: string;
  readonly reason?: string;
};

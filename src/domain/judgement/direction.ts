/** What a direction of travel is and by which rule it is made: requirements 1.8 and 1.15 (rule kinds 1 to 4). The arithmetic: `travel.ts`. */

export const ARROWS = ["up", "down", "level", "none"] as const;
export type Arrow = (typeof ARROWS)[number];
export const ARROW_SYMBOLS: Readonly<Record<Arrow, string>> = { up: "↑", down: "↓", level: "→", none: "–" };

/** The value's movement is the arrow; whether that is good is the meaning. "changed" is movement where no polarity says which way is good. */
export const DIRECTION_MEANINGS = ["improving", "worse", "similar", "changed", "cannot-compare"] as const;
export type DirectionMeaning = (typeof DIRECTION_MEANINGS)[number];

export const COMPARISON_BASES = ["previous-period", "same-period-last-year", "year-end", "baseline"] as const;
/** Which earlier value the latest is compared with; chosen apart from the rule. */
export type ComparisonBasis = (typeof COMPARISON_BASES)[number];

export type DirectionRule =
  /** 1: up or down when the change is more than the tolerance, in the measure's unit. */
  | { readonly kind: "sign"; readonly tolerance: number }
  /** 2: as 1, and flat while the rating is red is "worse" (poor and not getting better). */
  | { readonly kind: "sign-and-level"; readonly tolerance: number }
  /** 3: better or not; no third state. */
  | { readonly kind: "two-state" }
  /** 4: moves only when statistical process control signals. */
  | { readonly kind: "signal" };

export type Direction = {
  readonly arrow: Arrow;
  readonly meaning: DirectionMeaning;
  /** "Up 3 percentage points since January 2025. Improving (high is good)." */
  readonly sentence: string;
  readonly rule: DirectionRule["kind"];
  readonly basis: ComparisonBasis;
  /** Period id compared with; `null` when none could be. */
  readonly comparedWith: string | null;
  /** Why it cannot be compared: "series-break", "no-earlier-value", "text-value", "suppressed" …; `null` when it was. */
  readonly blockedBy: string | null;
};

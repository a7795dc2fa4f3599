/** What statistical process control says of a series: rules 1. The arithmetic: `process-control.ts`. */

export type ProcessPoint = {
  readonly period: string;
  readonly value: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** The rule of highest precedence whose pattern the point belongs to; `null` for common cause. */
  readonly rule: "outside-limits" | "trend" | "two-of-three" | "shift" | null;
  readonly meaning: "common-cause" | "improvement" | "concern" | "neutral-high" | "neutral-low";
};

export type Assurance = "consistently-passing" | "hit-and-miss" | "consistently-failing";

export type ProcessControl = {
  readonly points: readonly ProcessPoint[];
  readonly latest: ProcessPoint["meaning"];
  /** `null` without a target or a polarity. */
  readonly assurance: Assurance | null;
  /** "spreadsheet": every moving range; "screened": ranges of 3.267 means or more left out once. */
  readonly method: "spreadsheet" | "screened";
  readonly runLength: number;
  /** Fewer than 12 baseline points: limits are trial limits. */
  readonly isTrial: boolean;
  readonly notes: readonly string[];
  /** "Concern: the latest 7 values are all below the mean of 84.2%." */
  readonly sentence: string;
};

/** Why no chart of this kind is drawn: overlapping windows, too few points, a break inside the baseline … */
export type NoProcessControl = { readonly reason: string; readonly sentence: string };

export type Streak = { readonly length: number; readonly sentence: string };

/** How much a period's figure moved after it was first published, over earlier periods. */
export type RestatementDrift = {
  readonly periods: number;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly sentence: string;
};

export type Signals = {
  readonly processControl: ProcessControl | NoProcessControl;
  readonly streaks: readonly Streak[];
  readonly drift: RestatementDrift | null;
};

/** A scorecard: an ordered set of indicators, in sections, for an audience, and how each is judged. */

import type { ComparatorGroup } from "./comparator.ts";
import type { BandName } from "./judgement/bands.ts";
import type { ComparisonBasis, DirectionRule } from "./judgement/direction.ts";
import type { RatingRule } from "./judgement/rating.ts";
import type { TargetInForce } from "./judgement/target.ts";
import type { WindowId } from "./period.ts";
import type { ValueState } from "./value-state.ts";

/** Bands as written: "75-84", "<15", "5 working days"; `cap` is where too much begins. */
export type WrittenBands = Readonly<Partial<Record<Exclude<BandName, "inadequate" | "beyond-cap">, string>>> & {
  readonly cap?: string;
  /** Decimal places to round to before banding; default whole numbers, as the documents band. */
  readonly places?: number;
};

/** How an indicator, or every indicator of a card, is judged; what an indicator leaves out comes from its card. */
export type JudgementRules = {
  readonly rating?: RatingRule | undefined;
  readonly direction?: DirectionRule | undefined;
  readonly compare?: ComparisonBasis | undefined;
};

/** A target as written, with where it comes from and when it holds. */
export type WrittenTarget = { readonly text: string } & Partial<Omit<TargetInForce, "target" | "shown">>;

/** A figure of others as an earlier card printed it, kept with its words: "81%", "data not yet released". */
export type PrintedComparator = {
  readonly group: ComparatorGroup;
  readonly label: string;
  readonly shown: string;
  readonly value?: number | undefined;
  readonly state: ValueState;
  /** The card's period when it stood there. */
  readonly period: string;
  /** The file it stood in. */
  readonly edition: string;
};

/** What an indicator answers to, as the card writes it: a recommendation ("15", "1/155") with its summary, and priorities of plans. */
export const LINK_KINDS = ["recommendation", "recommendation-summary", "plan-priority", "corporate-priority"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A measure placed on a scorecard. `reference` is text: "1.10" is not "1.1". */
export type Indicator = JudgementRules & {
  readonly reference: string;
  readonly measure: string;
  readonly window: WindowId;
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  readonly links?: Readonly<Partial<Record<LinkKind, string | undefined>>> | undefined;
  readonly target?: WrittenTarget | undefined;
  readonly bands?: WrittenBands | undefined;
  /** Which published figures stand beside it; default: those its measure has. */
  readonly comparators?: readonly ComparatorGroup[] | undefined;
  /** What an imported card printed beside it. */
  readonly printedComparators?: readonly PrintedComparator[] | undefined;
  /** The value the basis "baseline" and relative targets count from. */
  readonly baseline?: number | undefined;
};

export type ScorecardSection = {
  readonly title: string;
  readonly scope?: string | undefined;
  readonly indicators: readonly Indicator[];
};

export type Scorecard = {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  /** What its columns are. */
  readonly period: "month" | "quarter" | "financial-year";
  readonly description?: string | undefined;
  readonly judgement: JudgementRules;
  readonly sections: readonly ScorecardSection[];
};

/** A scorecard: an ordered set of indicators, in sections, for an audience. */
import type { WindowId } from "./period.ts";

/** A measure placed on a scorecard. `reference` is text: "1.10" is not "1.1". */
export type Indicator = {
  readonly reference: string;
  readonly measure: string;
  readonly window: WindowId;
  readonly title?: string;
  readonly note?: string;
};

export type ScorecardSection = {
  readonly title: string;
  readonly scope?: string;
  readonly indicators: readonly Indicator[];
};

export type Scorecard = {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  /** What its columns are. */
  readonly period: "month" | "quarter";
  readonly description?: string;
  readonly sections: readonly ScorecardSection[];
};

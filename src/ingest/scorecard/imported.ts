/** What an import makes of a scorecard file: indicators with their history, comments, and an account of every row. */
import type { ComparatorGroup } from "../../domain/comparator.ts";
import type { ChangeWording, Polarity, Unit } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import type { Indicator, JudgementRules, WrittenBands } from "../../domain/scorecard.ts";
import type { ValueQuality, ValueState } from "../../domain/value-state.ts";
import type { ImportFinding } from "./finding.ts";
import type { RowKind } from "./row-kind.ts";

/** One cell of a period column, read. `value` is in the measure's unit: 87 for 87%. */
export type ImportedFigure = {
  readonly period: ReportingPeriod;
  readonly column: string;
  readonly written: string;
  readonly state: ValueState;
  readonly value: number | null;
  /** The count in brackets behind a percentage. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly decimals: number;
  readonly isPercent: boolean;
  /** A value in words, such as 5-6 months. */
  readonly text: string | null;
  readonly quality: ValueQuality | null;
  readonly note: string | null;
};

/** A figure of others the file prints beside its own. */
export type ImportedComparator = {
  readonly group: ComparatorGroup;
  readonly label: string;
  readonly written: string;
  readonly state: ValueState;
  readonly value: number | null;
};

export type PolaritySource = "column" | "map" | "bands" | "target" | "assumed" | "none";

export type ImportedIndicator = {
  readonly table: string;
  readonly row: number;
  readonly reference: string;
  /** The file gives no reference, or one that stands twice; `reference` was made. */
  readonly isReferenceMade: boolean;
  /** Id of its measure: the card's id and the reference, so that next quarter's file goes on with the same measures. */
  readonly measure: string;
  readonly section: string;
  readonly title: string;
  readonly shows: string | null;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly polarityFrom: PolaritySource;
  readonly change: ChangeWording;
  readonly window: WindowId;
  readonly basis: "flow" | "snapshot";
  /** In the order of their columns, blank cells too. */
  readonly figures: readonly ImportedFigure[];
  readonly baseline: number | null;
  /** The baseline stood under the target's heading. */
  readonly isBaselineSlipped: boolean;
  /** As written; `null` when blank. */
  readonly target: string | null;
  readonly targetBasis: "each-period" | "year-end";
  readonly bands: WrittenBands | null;
  readonly comparators: readonly ImportedComparator[];
  readonly rating: string | null;
  readonly direction: string | null;
  readonly printedChange: string | null;
  readonly comment: string | null;
  /** Recommendation and priorities the row names. */
  readonly links: NonNullable<Indicator["links"]>;
  /** The rules the file names for the row itself, where it names any. */
  readonly rules?: JudgementRules;
  /** What the file says of the row besides. */
  readonly note?: string;
  /** What else the row says, by heading: owner, cells of unknown columns. */
  readonly further: Readonly<Record<string, string>>;
};

export type ImportedComment = {
  readonly table: string;
  readonly row: number;
  readonly references: readonly string[];
  /** The section it is on, where it is on one as a whole. */
  readonly section?: string;
  readonly body: string;
};

/** Understood: everything in it has its place. Partly: something was kept as a note only. Not: nothing could be made of it. */
export type Understanding = "understood" | "partly" | "not";

export type RowAccount = {
  readonly table: string;
  readonly row: number;
  readonly kind: RowKind;
  readonly reference: string | null;
  readonly understanding: Understanding;
  /** How many findings name the row. */
  readonly findings: number;
};

export type ImportedScorecard = {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly file: string;
  readonly period: "month" | "quarter" | "financial-year";
  /** The last period of the card with any figure. */
  readonly lastPeriod: ReportingPeriod | null;
  readonly sections: readonly { readonly title: string; readonly indicators: readonly ImportedIndicator[] }[];
  readonly comments: readonly ImportedComment[];
  readonly footnotes: readonly string[];
  readonly rows: readonly RowAccount[];
  readonly findings: readonly ImportFinding[];
};

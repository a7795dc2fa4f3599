/** What a comment is checked against: the figures of a scorecard as they stand, and which of them the public may not see. */
import type { ComparatorGroup } from "../comparator.ts";
import type { IsoDate } from "../dates.ts";
import type { Target } from "../judgement/target.ts";
import type { Polarity, Unit } from "../measure.ts";
import type { ReportingPeriod, WindowId } from "../period.ts";
import type { ValueState } from "../value-state.ts";

/** One figure of an indicator, with the days it covers (both inclusive) and what a person calls its period. */
export type FactFigure = {
  readonly window: WindowId;
  readonly period: string;
  readonly label: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shown: string;
  readonly state: ValueState;
  /** True where published editions hide it: a comment may not tell it either. */
  readonly isHidden: boolean;
};

export type FactComparator = {
  readonly group: ComparatorGroup;
  readonly label: string;
  readonly value: number | null;
  readonly shown: string;
};

/** What the data say of one indicator. */
export type IndicatorFacts = {
  readonly reference: string;
  readonly title: string;
  /** Numbers in it ("within 45 working days") are part of what is measured, not claims. */
  readonly definition: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly window: WindowId;
  /** Oldest first. */
  readonly figures: readonly FactFigure[];
  readonly target: { readonly target: Target; readonly shown: string };
  readonly comparators: readonly FactComparator[];
  readonly baseline: number | null;
};

/** Everything one comment is checked against. */
export type CommentFacts = {
  /** The whole scorecard in its order: a comment may name any of it. */
  readonly indicators: readonly IndicatorFacts[];
  /** References the comment is on; none: the whole scorecard. */
  readonly subject: readonly string[];
  /** What the scorecard covers. */
  readonly period: ReportingPeriod;
  /** Names of places, schools and homes that would tell where somebody lives. */
  readonly places: readonly string[];
  /** Numbers of people from 1 up to this are hidden from the public. */
  readonly disclosureThreshold: number;
};

/** The indicators a comment is on. */
export function subjectOf({ indicators, subject }: CommentFacts): readonly IndicatorFacts[] {
  return subject.length === 0 ? indicators : indicators.filter(({ reference }) => subject.includes(reference));
}

/** The one indicator a comment is on; `null` for a group, where no claim can be pinned to one of them. */
export function onlySubject(facts: CommentFacts): IndicatorFacts | null {
  const subject = subjectOf(facts);
  return subject.length === 1 ? (subject[0] ?? null) : null;
}

/** The figure of the period the scorecard is for: the latest of the indicator's own window that has ended by then. */
export function latestFigure(indicator: IndicatorFacts, { period }: Pick<CommentFacts, "period">): FactFigure | null {
  const ended = indicator.figures.filter(({ end }) => end <= period.end);
  return ended.findLast(({ window }) => window === indicator.window) ?? ended.at(-1) ?? null;
}

/** A number as this indicator prints it. */
export function inUnit(indicator: Pick<IndicatorFacts, "unit">, shown: string): string {
  return indicator.unit === "percentage" && !shown.endsWith("%") ? `${shown}%` : shown;
}

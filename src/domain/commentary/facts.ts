/** What a comment is checked against: the figures of a scorecard as they stand, and which of them the public may not see. */
import type { CommentSubject } from "../commentary.ts";
import type { ComparatorGroup } from "../comparator.ts";
import type { IsoDate } from "../dates.ts";
import type { HiddenNumber } from "../disclosure/hidden-in-text.ts";
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
  readonly section: string;
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
  /** Every number of the measure, in whatever window, that published editions hide. */
  readonly hidden: readonly HiddenNumber[];
};

/** What every comment of a scorecard is checked against. */
export type CardFacts = {
  /** The whole scorecard in its order: a comment may name any of it. */
  readonly indicators: readonly IndicatorFacts[];
  /** What the scorecard covers. */
  readonly period: ReportingPeriod;
  /** Names of places, schools and homes that would tell where somebody lives. */
  readonly places: readonly string[];
  /** Numbers of people from 1 up to this are hidden from the public. */
  readonly disclosureThreshold: number;
};

/** The same for one comment; `subject` holds the references it is on, none for the whole scorecard. */
export type CommentFacts = CardFacts & { readonly subject: readonly string[] };

/** Facts for a comment on a subject; a section's are those of the measures in it. */
export function factsFor(card: CardFacts, subject: CommentSubject): CommentFacts {
  if (subject.kind === "references") return { ...card, subject: subject.references };
  if (subject.kind === "scorecard") return { ...card, subject: [] };
  const placed = card.indicators.filter(({ section }) => section === subject.section);
  return { ...card, subject: placed.map(({ reference }) => reference) };
}

/** The indicators a comment is on. */
export function subjectOf({ indicators, subject }: CommentFacts): readonly IndicatorFacts[] {
  return subject.length === 0 ? indicators : indicators.filter(({ reference }) => subject.includes(reference));
}

/**
 * The figure of the period the scorecard is for: the latest of the indicator's own window that has ended by then, or
 * one of another window that ends the same day where only that one has a value.
 */
export function latestFigure(indicator: IndicatorFacts, { period }: Pick<CardFacts, "period">): FactFigure | null {
  const ended = indicator.figures.filter(({ end }) => end <= period.end);
  const own = ended.findLast(({ window }) => window === indicator.window) ?? ended.at(-1) ?? null;
  if (own === null || own.value !== null) return own;
  return ended.findLast(({ end, value }) => end === own.end && value !== null) ?? own;
}

/** A number as this indicator prints it. */
export function inUnit(indicator: Pick<IndicatorFacts, "unit">, shown: string): string {
  return indicator.unit === "percentage" && !shown.endsWith("%") ? `${shown}%` : shown;
}

/** The facts of a comment out of a scored card: each indicator's history with its days, target and comparators, and what the public may not see. */

import type { CommentSubject } from "../commentary.ts";
import type { Figure } from "../figure.ts";
import { parsePeriod, type ReportingPeriod } from "../period.ts";
import type { ScoredIndicator } from "../scored-indicator.ts";
import type { CommentFacts, FactFigure, IndicatorFacts } from "./facts.ts";

/** What of an indicator bears on comments. */
export type CheckableIndicator = Pick<
  ScoredIndicator,
  "reference" | "title" | "section" | "indicator" | "measure" | "history" | "target" | "comparators"
>;

export type FactsOptions = {
  readonly period: ReportingPeriod;
  readonly subject: CommentSubject;
  readonly places?: readonly string[];
  readonly disclosureThreshold?: number;
  /** Whether a published edition hides a figure of an indicator; default: those already marked suppressed. */
  readonly isHidden?: (reference: string, figure: Figure) => boolean;
};

/** Facts for one comment on a card; `scored` holds true numbers. */
export function factsOf(scored: readonly CheckableIndicator[], options: FactsOptions): CommentFacts {
  const {
    period,
    subject,
    places = [],
    disclosureThreshold = 5,
    isHidden = (_, figure) => figure.status === "suppressed",
  } = options;
  return {
    indicators: scored.map((indicator) => indicatorFacts(indicator, isHidden)),
    subject: referencesOf(subject, scored),
    period,
    places,
    disclosureThreshold,
  };
}

/** The references a subject covers; a section's are those that stand in it. */
export function referencesOf(
  subject: CommentSubject,
  scored: readonly Pick<CheckableIndicator, "reference" | "section">[],
): readonly string[] {
  if (subject.kind === "references") return subject.references;
  if (subject.kind === "scorecard") return [];
  return scored.filter(({ section }) => section === subject.section).map(({ reference }) => reference);
}

function indicatorFacts(scored: CheckableIndicator, isHidden: NonNullable<FactsOptions["isHidden"]>): IndicatorFacts {
  const { reference, title, measure, indicator, target, comparators, history } = scored;
  return {
    reference,
    title,
    definition: measure.definition,
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: measure.polarity,
    window: indicator.window,
    figures: history.map((figure) => factFigure(figure, isHidden(reference, figure))),
    target: { target: target.target, shown: target.shown },
    comparators: comparators.map(({ group, label, value, shown }) => ({ group, label, value, shown })),
    baseline: indicator.baseline ?? null,
  };
}

function factFigure(figure: Figure, isHidden: boolean): FactFigure {
  const { window, period, value, numerator, denominator, shown, status } = figure;
  const { start, end, label } = parsePeriod(period, window);
  return { window, period, label, start, end, value, numerator, denominator, shown, state: status, isHidden };
}

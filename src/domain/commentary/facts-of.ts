/** The facts of a scored card: each indicator's history with its days, target and comparators, and what the public may not see. */
import type { CommentSubject } from "../commentary.ts";
import type { HiddenNumber } from "../disclosure/hidden-in-text.ts";
import type { Figure } from "../figure.ts";
import { parsePeriod, type ReportingPeriod } from "../period.ts";
import type { ScoredIndicator } from "../scored-indicator.ts";
import { type CommentFacts, type FactFigure, factsFor, type IndicatorFacts } from "./facts.ts";

/** What of an indicator bears on comments. */
export type CheckableIndicator = Pick<
  ScoredIndicator,
  "reference" | "title" | "section" | "indicator" | "measure" | "history" | "target" | "comparators"
>;

export type FactsOptions = {
  readonly period: ReportingPeriod;
  readonly subject: CommentSubject;
  /** Whether published editions hide a figure; default: where it is marked suppressed. */
  readonly isHidden?: (reference: string, figure: Figure) => boolean;
  /** Numbers published editions hide in any window; the key begins with the measure's id and a space. */
  readonly hidden?: readonly HiddenNumber[];
  /** Places, schools and homes by name. */
  readonly places?: readonly string[];
  /** Default 5. */
  readonly disclosureThreshold?: number;
};

/** Facts for one comment; `scored` holds true numbers, because flags are for those who write and approve. */
export function factsOf(scored: readonly CheckableIndicator[], options: FactsOptions): CommentFacts {
  const { period, subject, places = [], disclosureThreshold = 5 } = options;
  const indicators = scored.map((indicator) => indicatorFacts(indicator, options));
  return factsFor({ indicators, period, places, disclosureThreshold }, subject);
}

function indicatorFacts(scored: CheckableIndicator, { isHidden, hidden = [] }: FactsOptions): IndicatorFacts {
  const { reference, section, title, measure, indicator, target, comparators, history } = scored;
  return {
    reference,
    section,
    title,
    definition: measure.definition,
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: measure.polarity,
    window: indicator.window,
    figures: history.map((figure) => factFigure(figure, isHidden?.(reference, figure) === true)),
    target: { target: target.target, shown: target.shown },
    comparators: comparators.map(({ group, label, value, shown }) => ({ group, label, value, shown })),
    baseline: indicator.baseline ?? null,
    hidden: hidden.filter(({ key }) => key.startsWith(`${measure.id} `)),
  };
}

function factFigure(figure: Figure, isHidden: boolean): FactFigure {
  const { window, period, value, numerator, denominator, shown, status } = figure;
  const { start, end, label } = parsePeriod(period, window);
  return {
    window,
    period,
    label,
    start,
    end,
    value,
    numerator,
    denominator,
    shown,
    state: status,
    isHidden: isHidden || status === "suppressed",
  };
}

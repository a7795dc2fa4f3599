/** Everything that is said of one indicator's latest figure: target in force, rating, direction of travel, signals. Pure: the same input gives the same words. */
import type { ComparatorValue } from "../comparator.ts";
import type { Figure } from "../figure.ts";
import type { Measure } from "../measure.ts";
import { parsePeriod, type ReportingPeriod } from "../period.ts";
import type { ReconciliationFinding } from "../reconciliation.ts";
import type { Indicator, JudgementRules, Scorecard, WrittenBands, WrittenTarget } from "../scorecard.ts";
import type { ScoredIndicator } from "../scored-indicator.ts";
import type { ValueState } from "../value-state.ts";
import type { JudgementDefect } from "./bands.ts";
import { checkTargetAgainstBands } from "./check-bands.ts";
import type { ComparisonBasis, DirectionRule } from "./direction.ts";
import { parseBands } from "./parse-bands.ts";
import { parseTarget } from "./parse-target.ts";
import { rate } from "./rate.ts";
import type { JudgedByPerson, RatingRule } from "./rating.ts";
import type { SeriesNote } from "./series-note.ts";
import { signalsOf } from "./signals.ts";
import type { TargetInForce } from "./target.ts";
import { travel } from "./travel.ts";
import { unsaidInTarget } from "./unsaid-in-target.ts";
import { shownTarget } from "./write-target.ts";

export type IndicatorToJudge = {
  readonly section: string;
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly card: Pick<Scorecard, "judgement">;
  /** The card's period; the indicator's own is the one of its window that ends with it. */
  readonly period: ReportingPeriod;
  /** As the audience sees them, oldest first. */
  readonly history: readonly Figure[];
  /** What people set in place of what the scorecard's file says. */
  readonly set:
    | (JudgementRules & { readonly target: WrittenTarget | null; readonly bands: WrittenBands | null })
    | null;
  readonly judgement: JudgedByPerson | null;
  readonly notes: readonly SeriesNote[];
  readonly comparators: readonly ComparatorValue[];
  readonly reconciliation: readonly ReconciliationFinding[];
  /** Figures earlier editions printed. */
  readonly published: readonly { readonly publishedAt: string; readonly figure: Figure }[];
};

/** How a card judges where neither it nor the indicator says: watched, and compared with the period before. */
const BY_DEFAULT = {
  rating: { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 0 },
  direction: { kind: "sign", tolerance: 0 },
  compare: "previous-period",
} as const satisfies JudgementRules;

export type RulesInForce = {
  readonly rating: RatingRule;
  readonly direction: DirectionRule;
  readonly compare: ComparisonBasis;
};

/** Judges one indicator. */
export function judgeIndicator(input: IndicatorToJudge): ScoredIndicator {
  const { indicator, measure, history, card, set, period } = input;
  const latest = history.at(-1);
  const current =
    latest !== undefined && parsePeriod(latest.period, latest.window).end === period.end ? latest : undefined;
  const rules = rulesInForce(card.judgement, indicator, set);
  const { target, bands, defects } = expectationsOf(input);
  const context = {
    measure,
    window: indicator.window,
    every: period.window,
    history,
    current: current ?? null,
    target,
    bands,
    comparators: input.comparators,
    baseline: indicator.baseline ?? null,
    notes: input.notes,
  };
  const signals = signalsOf({ ...context, published: input.published });
  const rating = rate({ ...context, rule: rules.rating, basis: rules.compare, judgement: input.judgement, signals });
  const direction = travel({ ...context, rule: rules.direction, basis: rules.compare, rating: rating.word, signals });
  const state: ValueState = current?.status ?? "not-meaningful";
  return {
    reference: indicator.reference,
    title: indicator.title ?? measure.title,
    section: input.section,
    indicator,
    measure: {
      id: measure.id,
      unit: measure.unit,
      decimals: measure.decimals,
      polarity: measure.polarity,
      change: measure.change,
      definition: measure.definition,
      shows: measure.shows,
    },
    period: current?.period ?? null,
    value: current?.value ?? null,
    shown: current?.shown ?? "[z]",
    state,
    qualities: current?.qualities ?? [],
    note: indicator.note ?? current?.note ?? null,
    history,
    target,
    bands,
    defects,
    rating,
    direction,
    signals,
    comparators: input.comparators,
    reconciliation: input.reconciliation,
    comments: [],
  };
}

/** The rules one indicator is judged by: what people set, else its own, else its card's, else the usual ones. */
export function rulesInForce(card: JudgementRules, own: JudgementRules, set: JudgementRules | null): RulesInForce {
  return {
    rating: set?.rating ?? own.rating ?? card.rating ?? BY_DEFAULT.rating,
    direction: set?.direction ?? own.direction ?? card.direction ?? BY_DEFAULT.direction,
    compare: set?.compare ?? own.compare ?? card.compare ?? BY_DEFAULT.compare,
  };
}

const NO_TARGET: TargetInForce = {
  target: { kind: "none" },
  shown: "",
  origin: "local",
  basis: "each-period",
  validFrom: null,
  validTo: null,
  isUnderReview: false,
};

/** The target and bands in force on the period's last day, and what is wrong with them. */
function expectationsOf({ indicator, measure, set, period }: IndicatorToJudge): {
  readonly target: TargetInForce;
  readonly bands: ScoredIndicator["bands"];
  readonly defects: readonly JudgementDefect[];
} {
  const facts = { unit: measure.unit, polarity: measure.polarity };
  const written = set?.target ?? indicator.target;
  const writtenBands = set?.bands ?? indicator.bands;
  const parsed = writtenBands === undefined ? null : parseBands(writtenBands, facts);
  const bands = parsed?.bands ?? null;
  const bandDefects = parsed?.defects ?? [];
  const { text, ...inForce }: WrittenTarget = written ?? { text: "" };
  const read = parseTarget(text, facts);
  if ("defect" in read) return { target: NO_TARGET, bands, defects: [read.defect, ...bandDefects] };
  const isInForce = (inForce.validFrom ?? period.end) <= period.end && period.end <= (inForce.validTo ?? period.end);
  const target: TargetInForce = isInForce
    ? { ...NO_TARGET, ...inForce, target: read.target, shown: shownTarget(read.target, measure.unit) }
    : NO_TARGET;
  const against = bands === null ? [] : checkTargetAgainstBands(target.target, bands);
  const unsaid = unsaidInTarget(target.target, measure.polarity);
  return { target, bands, defects: [...bandDefects, ...unsaid, ...against] };
}

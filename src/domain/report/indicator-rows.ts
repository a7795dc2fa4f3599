/** A scored card as tidy rows: one for each indicator, and one for each of its figures. What CSV, JSON and the data sheets of Excel hold, and what an import reads back. */
import type { Figure } from "../figure.ts";
import type { DirectionMeaning } from "../judgement/direction.ts";
import type { RulesInForce } from "../judgement/judge-indicator.ts";
import { RATING_FACTS } from "../judgement/rating.ts";
import type { Polarity } from "../measure.ts";
import { LINK_KINDS, type WrittenBands } from "../scorecard.ts";
import { indicatorsOf, type ScoredCard } from "../scored-card.ts";
import type { ScoredIndicator } from "../scored-indicator.ts";
import { QUALITY_FACTS, STATE_FACTS, type ValueQuality, type ValueState } from "../value-state.ts";
import type { ReportData } from "./document.ts";
import { COMMENT_ROW_COLUMNS, FIGURE_ROW_COLUMNS, INDICATOR_ROW_COLUMNS, linkColumn } from "./indicator-row-columns.ts";
import { writeRatingRule, writeTravelRule } from "./written-rules.ts";

/** What is in force for an indicator besides what its scoring says: the card's rules and the bands as people wrote them. */
export type InForce = { readonly rules: RulesInForce; readonly bands: WrittenBands | null };

export type IndicatorContext = {
  readonly inForce: (scored: ScoredIndicator) => InForce;
  /** What the report prints as the indicator's comment; by default its approved comments. */
  readonly commentOf?: (scored: ScoredIndicator) => string;
};

type Row = ReportData["rows"][number];

export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  "high-is-good": "High is good",
  "low-is-good": "Low is good",
  neutral: "Neither is good",
};
export const MEANING_WORDS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "Improving",
  worse: "Worse",
  similar: "Similar",
  changed: "Changed",
  "cannot-compare": "Cannot compare",
};

/** The data of a report on one card: its indicators, every figure of their histories, and its comments. */
export function cardData(card: ScoredCard, context: IndicatorContext): readonly ReportData[] {
  return [
    {
      name: "indicators",
      title: `${card.title}: indicators, ${card.period.label}`,
      columns: INDICATOR_ROW_COLUMNS,
      rows: indicatorsOf(card).map((scored) => indicatorRow(card, scored, context)),
    },
    {
      name: "figures",
      title: `${card.title}: figures by period`,
      columns: FIGURE_ROW_COLUMNS,
      rows: indicatorsOf(card).flatMap((scored) => figureRows(card, scored)),
    },
    { name: "comments", title: `${card.title}: comments`, columns: COMMENT_ROW_COLUMNS, rows: commentRows(card) },
  ];
}

/** Every approved comment once, in the card's order: one on several indicators is one row. */
function commentRows(card: ScoredCard): readonly Row[] {
  const all = [
    ...card.comments,
    ...card.sections.flatMap(({ comments, indicators }) => [...comments, ...indicators.flatMap((one) => one.comments)]),
  ];
  const approved = all.filter(({ state }) => state === "approved");
  return [...new Map(approved.map((comment) => [comment.id, comment])).values()].map(({ subject, body }) => ({
    ...placeOf(card),
    subject: subject.kind,
    on:
      subject.kind === "references" ? subject.references.join("; ") : subject.kind === "section" ? subject.section : "",
    comment: body,
  }));
}

/** One indicator in the card's period. */
export function indicatorRow(card: ScoredCard, scored: ScoredIndicator, context: IndicatorContext): Row {
  const { rules, bands } = context.inForce(scored);
  const { measure, target, rating, direction } = scored;
  const compared = scored.history.find(({ period }) => period === direction.comparedWith);
  return {
    ...placeOf(card),
    section: scored.section,
    reference: scored.reference,
    title: scored.title,
    measure: measure.id,
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: POLARITY_WORDS[measure.polarity],
    change: measure.change,
    window: scored.indicator.window,
    period: scored.period ?? "",
    value: scored.value,
    shown: scored.shown,
    ...stateOf(scored.state, scored.qualities),
    note: scored.note ?? "",
    target: target.shown,
    target_basis: target.shown === "" ? "" : target.basis,
    requires_improvement: bands?.["requires-improvement"] ?? "",
    good: bands?.good ?? "",
    outstanding: bands?.outstanding ?? "",
    band_cap: bands?.cap ?? "",
    band_places: bands?.places ?? null,
    baseline: scored.indicator.baseline ?? null,
    rating: RATING_FACTS[rating.word].label,
    rating_reason: rating.sentence,
    rating_rule: writeRatingRule(rules.rating),
    direction: MEANING_WORDS[direction.meaning],
    direction_reason: direction.sentence,
    direction_rule: writeTravelRule(rules.direction),
    compared_on: direction.basis,
    previous_period: direction.comparedWith ?? "",
    previous_value: compared?.value ?? null,
    previous_shown: compared?.shown ?? "",
    ...Object.fromEntries(LINK_KINDS.map((kind) => [linkColumn(kind), scored.indicator.links?.[kind] ?? ""])),
    ...comparatorsOf(scored),
    comment: (context.commentOf ?? approvedComments)(scored),
  };
}

/** The indicator's history, oldest first. */
export function figureRows(card: ScoredCard, { reference, history }: ScoredIndicator): readonly Row[] {
  return history.map((figure: Figure) => ({
    ...placeOf(card),
    reference,
    measure: figure.measure,
    window: figure.window,
    period: figure.period,
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.value,
    shown: figure.shown,
    ...stateOf(figure.status, figure.qualities ?? []),
    note: figure.note ?? "",
  }));
}

/** What has been approved for printing. */
export function approvedComments({ comments }: Pick<ScoredIndicator, "comments">): string {
  return comments
    .filter(({ state }) => state === "approved")
    .map(({ body }) => body)
    .join("\n\n");
}

function placeOf({ authority, scorecard, title, period }: ScoredCard) {
  return {
    authority,
    scorecard,
    scorecard_title: title,
    scorecard_window: period.window,
    scorecard_period: period.id,
  };
}

/** Shorthand as tables print it, and the states it stands for: two of them share "[z]". */
function stateOf(state: ValueState, qualities: readonly ValueQuality[]) {
  const own = state === "value" ? [] : [STATE_FACTS[state].shorthand];
  const marks = qualities.map((quality) => QUALITY_FACTS[quality].shorthand);
  return { shorthand: [...new Set([...own, ...marks])].join(" "), state, qualities: qualities.join(" ") };
}

function comparatorsOf({ comparators }: ScoredIndicator) {
  const shown = (group: "neighbours" | "region" | "england"): string =>
    comparators.find((comparator) => comparator.group === group)?.shown ?? "";
  return { neighbours: shown("neighbours"), region: shown("region"), england: shown("england") };
}

/** An edition as tidy rows: one for each indicator, and one for each of its figures. */
import type { EditionDocument } from "../../domain/edition.ts";
import { RATING_FACTS } from "../../domain/judgement/rating.ts";
import { indicatorsOf } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { QUALITY_FACTS, STATE_FACTS, type ValueQuality, type ValueState } from "../../domain/value-state.ts";

export const INDICATOR_COLUMNS = [
  "authority",
  "scorecard",
  "edition",
  "section",
  "reference",
  "title",
  "measure",
  "unit",
  "window",
  "period",
  "value",
  "shown",
  "shorthand",
  "note",
  "target",
  "rating",
  "rating_reason",
  "direction",
  "direction_reason",
  "neighbours",
  "region",
  "england",
  "comments",
] as const;

export const FIGURE_COLUMNS = [
  "authority",
  "scorecard",
  "edition",
  "reference",
  "measure",
  "window",
  "period",
  "numerator",
  "denominator",
  "value",
  "shown",
  "shorthand",
] as const;

type Row = Readonly<Record<string, unknown>>;

/** One row an indicator, in the card's order. */
export function indicatorRows({ facts, card }: EditionDocument): readonly Row[] {
  return indicatorsOf(card).map((scored) => ({
    authority: card.authority,
    scorecard: card.scorecard,
    edition: facts.id,
    section: scored.section,
    reference: scored.reference,
    title: scored.title,
    measure: scored.measure.id,
    unit: scored.measure.unit,
    window: scored.indicator.window,
    period: scored.period,
    value: scored.value,
    shown: scored.shown,
    shorthand: shorthandsOf(scored.state, scored.qualities),
    note: scored.note,
    target: scored.target.shown,
    rating: RATING_FACTS[scored.rating.word].label,
    rating_reason: scored.rating.sentence,
    direction: scored.direction.meaning,
    direction_reason: scored.direction.sentence,
    neighbours: comparatorShown(scored, "neighbours"),
    region: comparatorShown(scored, "region"),
    england: comparatorShown(scored, "england"),
    comments: scored.comments.map(({ body }) => body).join("\n"),
  }));
}

/** One row a figure, by indicator, oldest first. */
export function figureRows({ facts, card }: EditionDocument): readonly Row[] {
  return indicatorsOf(card).flatMap((scored) =>
    scored.history.map((figure) => ({
      authority: card.authority,
      scorecard: card.scorecard,
      edition: facts.id,
      reference: scored.reference,
      measure: figure.measure,
      window: figure.window,
      period: figure.period,
      numerator: figure.numerator,
      denominator: figure.denominator,
      value: figure.value,
      shown: figure.shown,
      shorthand: shorthandsOf(figure.status, figure.qualities ?? []),
    })),
  );
}

/** Shorthand of a state and of what else is said of the value, each in its own brackets. */
export function shorthandsOf(state: ValueState, qualities: readonly ValueQuality[]): string {
  const own = state === "value" ? [] : [STATE_FACTS[state].shorthand];
  return [...new Set([...own, ...qualities.map((quality) => QUALITY_FACTS[quality].shorthand)])].join(" ");
}

/** The comparator of a group as printed; empty where the indicator has none. */
export function comparatorShown({ comparators }: ScoredIndicator, group: "neighbours" | "region" | "england"): string {
  return comparators.find((comparator) => comparator.group === group)?.shown ?? "";
}

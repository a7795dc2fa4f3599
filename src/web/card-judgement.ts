/** What scorecards say of a measure in one window: for its page, so that both say the same. */
import { indicatorsOf, type ScoredCard } from "../domain/scored-card.ts";
import type { ScoredIndicator } from "../domain/scored-indicator.ts";

/** A measure's place on a scorecard with what is judged there. */
export type CardJudgement = {
  readonly scorecard: string;
  readonly title: string;
  readonly reference: string;
} & Pick<ScoredIndicator, "indicator" | "target" | "rating" | "direction" | "signals" | "comparators" | "period">;

/** Every place of the measure on the cards, in order of cards. */
export function judgementsOn(cards: readonly ScoredCard[], measure: string): readonly CardJudgement[] {
  return cards.flatMap((card) =>
    indicatorsOf(card)
      .filter((scored) => scored.measure.id === measure)
      .map(({ reference, indicator, target, rating, direction, signals, comparators, period }) => ({
        scorecard: card.scorecard,
        title: card.title,
        reference,
        indicator,
        target,
        rating,
        direction,
        signals,
        comparators,
        period,
      })),
  );
}

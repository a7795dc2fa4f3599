/** A judged card as its page asks for it. */
import type { Figure } from "../../domain/figure.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import type { FigureRow, ScorecardFigures } from "../services.ts";

/** @param choices months that may be chosen, newest first */
export function scorecardAnswer(card: ScoredCard, choices: readonly string[]): ScorecardFigures {
  return {
    id: card.scorecard,
    title: card.title,
    description: card.description,
    authority: card.authority,
    columns: card.columns,
    lastMonths: choices,
    counts: { ratings: card.ratings, directions: card.directions },
    sections: card.sections.map(({ title, scope, indicators }) => ({
      title,
      ...(scope === null ? {} : { scope }),
      indicators: indicators.map((scored) => ({
        reference: scored.reference,
        measureId: scored.measure.id,
        title: scored.title,
        window: scored.indicator.window,
        unit: scored.measure.unit,
        polarity: scored.measure.polarity,
        ...(scored.indicator.note === undefined ? {} : { note: scored.indicator.note }),
        figures: scored.history.map(figureRow),
        judged: {
          target: scored.target.shown,
          rating: scored.rating,
          direction: scored.direction,
          comparators: scored.comparators.filter(({ state }) => state === "value"),
          faults: scored.reconciliation.filter(({ accepted }) => accepted === null).map(({ sentence }) => sentence),
        },
      })),
    })),
  };
}

/** A figure as pages and programs read it. */
export function figureRow({ by, breakdown, ...figure }: Figure): FigureRow {
  return { ...figure, by, group: breakdown, breakdown: by === null ? null : `${by}=${breakdown}` };
}

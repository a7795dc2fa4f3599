/** From exact figures to figures an audience may see: the only way there is. */
import { decideDisclosure } from "../domain/disclosure/decide.ts";
import { type FigureFacts, figureKey, systemOfFigures } from "../domain/disclosure/figure-system.ts";
import { openFigure, type ShownFigure, suppressedFigure } from "../domain/disclosure/shown-figure.ts";
import type { Figure } from "../domain/figure.ts";
import type { Audience } from "../domain/scored-card.ts";

export type AudienceOptions = FigureFacts & {
  /** Largest number of persons hidden; default 5. */
  readonly threshold?: number;
};

/**
 * Figures as an audience may see them, in the order given.
 *
 * Give all figures that will be seen together in one call (a card with its history and breakdowns): what one table hides another can tell.
 *
 * @param audience "published" hides small numbers and what would tell them; "internal" keeps true numbers, marked with why they would be hidden
 */
export function forAudience(
  figures: readonly Figure[],
  audience: Audience,
  { threshold, ...facts }: AudienceOptions,
): readonly ShownFigure[] {
  const { decisions } = decideDisclosure(systemOfFigures(figures, facts), threshold === undefined ? {} : { threshold });
  return figures.map((figure) => {
    const decision = decisions.get(figureKey(figure)) ?? "shown";
    const measure = facts.measures.get(figure.measure);
    if (measure === undefined) throw new RangeError(`There is no measure "${figure.measure}".`);
    return audience === "published" && decision !== "shown"
      ? suppressedFigure(figure)
      : openFigure(figure, measure, { audience, decision });
  });
}

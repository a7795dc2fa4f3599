/** From exact figures to figures an audience may see: the only way there is. */
import { sha256 } from "../domain/checksums.ts";
import { decideDisclosure } from "../domain/disclosure/decide.ts";
import { type FigureFacts, figureKey, systemOfFigures } from "../domain/disclosure/figure-system.ts";
import { hiddenNumbersIn, hiddenNumbersOf } from "../domain/disclosure/hidden-in-text.ts";
import { openFigure, type ShownFigure, suppressedFigure } from "../domain/disclosure/shown-figure.ts";
import type { CellDecision } from "../domain/disclosure/system.ts";
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
  options: AudienceOptions,
): readonly ShownFigure[] {
  const decisions = rememberedDecisions(figures, options);
  const decisionOn = (figure: Figure): CellDecision => decisions.get(figureKey(figure)) ?? "shown";
  const shown = figures.map((figure) => {
    const decision = decisionOn(figure);
    const measure = options.measures.get(figure.measure);
    if (measure === undefined) throw new RangeError(`There is no measure "${figure.measure}".`);
    return audience === "published" && decision !== "shown"
      ? suppressedFigure(figure)
      : openFigure(figure, measure, { audience, decision });
  });
  if (audience === "internal") return shown;
  const hidden = figures.filter((figure) => decisionOn(figure) !== "shown");
  return shown.map((figure) => withoutTelltaleNote(figure, hidden));
}

/** A note beside a shown figure may name its measure's hidden ones ("of these, 3 in June"); such a note is left out. */
function withoutTelltaleNote(figure: ShownFigure, hidden: readonly Figure[]): ShownFigure {
  if (figure.note === undefined || figure.status === "suppressed") return figure;
  const secrets = hiddenNumbersOf(
    hidden.filter(({ measure }) => measure === figure.measure),
    figureKey,
  );
  if (hiddenNumbersIn(figure.note, secrets).length === 0) return figure;
  const { note, ...rest } = figure;
  return rest;
}

type Decisions = ReturnType<typeof decideDisclosure>["decisions"];

/** A card is asked for by both audiences, and by every page that shows it: what may be shown is worked out once. */
const remembered = new Map<string, Decisions>();
const MOST_REMEMBERED = 16;

function rememberedDecisions(figures: readonly Figure[], options: AudienceOptions): Decisions {
  const { measures, threshold, ...facts } = options;
  const asked = new Set(figures.map(({ measure }) => measure));
  const definitions = [...asked].map((id) => measures.get(id));
  const key = sha256(Buffer.from(JSON.stringify([figures, definitions, facts, threshold]), "utf8"));
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const { decisions } = decideDisclosure(
    systemOfFigures(figures, options),
    threshold === undefined ? {} : { threshold },
  );
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, decisions);
  return decisions;
}

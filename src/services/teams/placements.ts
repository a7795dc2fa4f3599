/** Which measures a team is challenged on, in which window and by which rules: those the scorecards have, one window each. */
import type { DirectionRule } from "../../domain/judgement/direction.ts";
import type { Measure, Unit } from "../../domain/measure.ts";
import type { WindowId } from "../../domain/period.ts";
import type { Indicator, Scorecard } from "../../domain/scorecard.ts";
import type { Catalogue } from "../../measures/catalogue.ts";

export type Placement = {
  readonly scorecard: Scorecard;
  readonly section: string;
  readonly indicator: Indicator;
  readonly measure: Measure;
};

/** A team has few cases, so the window that has a target comes first, then the shortest. */
const SHORTEST_FIRST: readonly WindowId[] = [
  "in-month",
  "fortnight",
  "rolling-3-months",
  "quarter",
  "term",
  "rolling-12-months",
  "year-to-date",
  "financial-year",
  "academic-year",
  "calendar-year",
];

/** Units whose level depends on how many children there are: an authority's target for them is no team's. */
const GROWS_WITH_SIZE: readonly Unit[] = ["count", "sum", "rate-per-10000", "rate-per-100000", "text"];

/** Every measure on a scorecard that is told by team, once, in the order of the cards. */
export function teamPlacements(catalogue: Catalogue): readonly Placement[] {
  const placed = allPlacements(catalogue).filter(({ measure }) => measure.breakdowns.includes("team"));
  return [...Map.groupBy(placed, ({ measure }) => measure.id).values()].flatMap((ways) => {
    const best = ways.toSorted((one, other) => order(one) - order(other))[0];
    return best === undefined ? [] : [forTeams(best)];
  });
}

/** Every indicator of every card. */
export function allPlacements({ scorecards, measures }: Catalogue): readonly Placement[] {
  return [...scorecards.values()].flatMap((scorecard) =>
    scorecard.sections.flatMap(({ title, indicators }) =>
      indicators.flatMap((indicator) => {
        const measure = measures.get(indicator.measure);
        return measure === undefined ? [] : [{ scorecard, section: title, indicator, measure }];
      }),
    ),
  );
}

/** How the direction of a measure in a window is judged: by the first card that has it. */
export function directionRuleOf(
  catalogue: Catalogue,
  { measure, window }: { readonly measure: string; readonly window: WindowId },
): DirectionRule {
  const place = allPlacements(catalogue).find(
    ({ indicator }) => indicator.measure === measure && indicator.window === window,
  );
  return place?.indicator.direction ?? place?.scorecard.judgement.direction ?? { kind: "sign", tolerance: 0 };
}

/** An authority's target is kept only where it holds for a team as well. */
export function isSameForTeams({ measure }: Pick<Placement, "measure">): boolean {
  return !GROWS_WITH_SIZE.includes(measure.unit);
}

function order({ indicator }: Placement): number {
  const hasTarget = indicator.target !== undefined || indicator.bands !== undefined;
  return (hasTarget ? 0 : SHORTEST_FIRST.length) + SHORTEST_FIRST.indexOf(indicator.window);
}

function forTeams(placement: Placement): Placement {
  if (isSameForTeams(placement)) return placement;
  const { target: _, bands: __, baseline: ___, ...indicator } = placement.indicator;
  return { ...placement, indicator };
}

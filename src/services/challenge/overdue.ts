/** How many children of a team are behind time: from measures of what is in time on the last day, those in the cohort but not in time. */
import type { OverdueCount } from "../../domain/challenge/team-pack.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Placement } from "./placements.ts";
import { historyKey, type TeamHistories } from "./team-figures.ts";

/** Counts of a team, most first; each leads to its list, which only those who may see the children can open. */
export function overdueOf(
  placements: readonly Placement[],
  histories: TeamHistories,
  team: string,
): readonly OverdueCount[] {
  return placements
    .filter(({ measure: { shape, polarity, unit } }) => {
      if (shape.kind !== "proportion" || shape.cohort.timing.kind !== "snapshot") return false;
      return polarity === "high-is-good" && unit === "percentage";
    })
    .flatMap(({ measure, indicator }): readonly OverdueCount[] => {
      const latest = histories.get(historyKey({ measure: measure.id, window: indicator.window, team }))?.at(-1);
      const count = missedOf(latest);
      if (latest === undefined || count === 0) return [];
      return [{ title: indicator.title ?? measure.title, count, href: listHref(latest, team) }];
    })
    .toSorted((one, other) => other.count - one.count);
}

function missedOf(figure: Figure | undefined): number {
  if (figure === undefined || figure.status !== "value") return 0;
  const { numerator, denominator } = figure;
  return numerator === null || denominator === null ? 0 : Math.max(0, denominator - numerator);
}

function listHref({ measure, window, period }: Figure, team: string): string {
  const query = new URLSearchParams({ window, period, part: "missed", by: `team:${team}` });
  return `/measures/${measure}/list?${query.toString()}`;
}

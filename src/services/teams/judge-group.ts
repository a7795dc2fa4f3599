/** A team's own figures judged by the target in force, where a target for the authority says anything of a team. */
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import type { Indicator, Scorecard } from "../../domain/scorecard.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type { Store } from "../../store/open-store.ts";
import { listTargets, type StoredTarget, targetsOn } from "../../store/target.ts";
import type { Workspace } from "../workspace.ts";
import { allPlacements, isSameForTeams, type Placement, teamPlacements } from "./placements.ts";

/** Where a measure stands on a scorecard, with what people set there. */
export type Placing = {
  readonly scorecard: Scorecard;
  readonly section: string;
  readonly indicator: Indicator;
  readonly set: StoredTarget | null;
};

/** How each measure is judged for a team, the same on its profile and in its challenge pack. @param on the day whose targets are in force */
export async function placingsOf(
  { catalogue }: Pick<Workspace, "catalogue">,
  store: Store,
  on: string,
): Promise<ReadonlyMap<string, Placing>> {
  const placings = new Map<string, Placing>();
  for (const placement of [...teamPlacements(catalogue), ...allPlacements(catalogue)]) {
    const { scorecard, section, indicator, measure } = placement;
    if (placings.has(measure.id)) continue;
    const targets = targetsOn(await listTargets(store, scorecard.id), on);
    const set = targets.find(({ reference }) => reference === indicator.reference) ?? null;
    placings.set(measure.id, { scorecard, section, indicator, set: targetForTeams(placement, set) });
  }
  return placings;
}

/** A target set for the whole authority, where it holds for a team as well. */
export function targetForTeams(placement: Placement, set: StoredTarget | null): StoredTarget | null {
  return set === null || isSameForTeams(placement) ? set : { ...set, target: null, bands: null };
}

/** Target and rating of the period, judged over the group's own history. Comparators are of authorities, so none stands beside a team. */
export function judgeGroup(
  measure: Measure,
  { scorecard, section, indicator, set }: Placing,
  { history, period }: { readonly history: readonly Figure[]; readonly period: ReportingPeriod },
): Pick<ScoredIndicator, "target" | "rating"> {
  return judgeIndicator({
    section,
    indicator,
    measure,
    card: scorecard,
    period,
    history,
    set,
    judgement: null,
    notes: [],
    comparators: [],
    reconciliation: [],
    published: [],
  });
}

/** A team's own figures judged by the target in force: as the first scorecard that holds the measure judges the authority's. */
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import type { Indicator, Scorecard } from "../../domain/scorecard.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type { Store } from "../../store/open-store.ts";
import { listTargets, type StoredTarget, targetsOn } from "../../store/target.ts";
import type { Workspace } from "../workspace.ts";

/** Where a measure stands on a scorecard, with what people set there. */
export type Placing = {
  readonly scorecard: Scorecard;
  readonly section: string;
  readonly indicator: Indicator;
  readonly set: StoredTarget | null;
};

/** The first placing of every measure on a card. @param on the day whose targets are in force */
export async function placingsOf(
  { catalogue }: Pick<Workspace, "catalogue">,
  store: Store,
  on: string,
): Promise<ReadonlyMap<string, Placing>> {
  const placings = new Map<string, Placing>();
  for (const scorecard of catalogue.scorecards.values()) {
    const targets = targetsOn(await listTargets(store, scorecard.id), on);
    for (const section of scorecard.sections)
      for (const indicator of section.indicators) {
        if (placings.has(indicator.measure)) continue;
        const set = targets.find(({ reference }) => reference === indicator.reference) ?? null;
        placings.set(indicator.measure, { scorecard, section: section.title, indicator, set });
      }
  }
  return placings;
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

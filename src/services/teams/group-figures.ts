/** Figures of every measure by team or by worker, over thirteen periods of one window: one scan of each table serves every profile. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { Workspace } from "../workspace.ts";

export type GroupFigures = {
  readonly periods: readonly ReportingPeriod[];
  /** Measure, then group, to its figures in the order of the periods; the whole authority under "". */
  readonly byMeasure: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
};

const PERIODS = 13;
/** What the whole authority stands under. */
export const WHOLE = "";

export type GroupQuestion = {
  readonly by: "team" | "worker";
  readonly window: WindowId;
  /** YYYY-MM: the month the newest period ends in. */
  readonly lastMonth: string;
  readonly measures: readonly Measure[];
};

/** Figures of those of the measures that have a meaning in the window. */
export async function groupFigures(
  workspace: Workspace,
  { by, window, lastMonth, measures: asked }: GroupQuestion,
): Promise<GroupFigures> {
  const { database, columns, population, holdings, authorities } = await workspace.open();
  const measures = asked.filter(({ timeBasis }) => timeBasis.includes(window));
  const periods = columnsEnding(window, lastMonth, PERIODS);
  const shared = { periods, authorities: authorities.slice(0, 1), columns, population, holdings };
  const figures = [
    ...(await runFigures(database, measures, { ...shared, by })),
    ...(await runFigures(database, measures, { ...shared, by: null })),
  ];
  const byMeasure = Map.groupBy(figures, ({ measure }) => measure);
  return {
    periods,
    byMeasure: new Map(
      [...byMeasure].map(([measure, own]) => [measure, Map.groupBy(own, ({ breakdown }) => breakdown ?? WHOLE)]),
    ),
  };
}

/** Measures that can be told by team, or by worker. */
export function measuresBy({ catalogue }: Pick<Workspace, "catalogue">, by: "team" | "worker"): readonly Measure[] {
  return [...catalogue.measures.values()].filter(({ breakdowns }) => breakdowns.includes(by));
}

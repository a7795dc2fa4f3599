/** Figures of every measure by team or by worker, over thirteen periods of one window: one scan of each table serves every profile. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { figuresOf } from "../../engine/figures.ts";
import { planOf } from "../../engine/plan.ts";
import { scorePlan } from "../../engine/score.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { Workspace } from "../workspace.ts";

export type GroupFigures = {
  /** Thirteen periods of each window asked for, five of a year, oldest first. */
  readonly periods: ReadonlyMap<WindowId, readonly ReportingPeriod[]>;
  /** Measure, then group, to its figures in the order of its window's periods; the whole authority under "". */
  readonly byMeasure: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
};

const PERIODS = 13;
/** Years go back further than any profile needs. */
const YEARS = 5;

/** What the whole authority stands under. */
export const WHOLE = "";

export type GroupQuestion = {
  readonly by: "team" | "worker";
  /** YYYY-MM: the month the newest periods end in. */
  readonly lastMonth: string;
  /** Each measure in the window it is to be told in. */
  readonly asked: readonly { readonly measure: Measure; readonly window: WindowId }[];
};

/** One scan of each table a window: the groups and the whole authority are counted in the same pass. */
export async function groupFigures(
  workspace: Workspace,
  { by, lastMonth, asked }: GroupQuestion,
): Promise<GroupFigures> {
  const windows = Map.groupBy(asked, ({ window }) => window);
  const periods = new Map<WindowId, readonly ReportingPeriod[]>();
  const byMeasure = new Map<string, ReadonlyMap<string, readonly Figure[]>>();
  for (const [window, placed] of windows) {
    const own = columnsEnding(window, lastMonth, window.endsWith("-year") ? YEARS : PERIODS);
    periods.set(window, own);
    const figures = await figuresIn(
      workspace,
      placed.map(({ measure }) => measure),
      { by, periods: own },
    );
    for (const [measure, its] of Map.groupBy(figures, (figure) => figure.measure))
      byMeasure.set(
        measure,
        Map.groupBy(its, ({ breakdown }) => breakdown ?? WHOLE),
      );
  }
  return { periods, byMeasure };
}

async function figuresIn(
  workspace: Workspace,
  measures: readonly Measure[],
  { by, periods }: { readonly by: "team" | "worker"; readonly periods: readonly ReportingPeriod[] },
): Promise<readonly Figure[]> {
  const { database, columns, population, holdings, authorities } = await workspace.open();
  const plan = planOf(measures);
  const scored = await scorePlan(database, plan, { periods, breakdowns: [by], columns });
  const shared = { periods, authorities: authorities.slice(0, 1), population, holdings };
  return plan.measures.flatMap((planned) => [
    ...figuresOf(scored, planned, { ...shared, by }),
    ...figuresOf(scored, planned, { ...shared, by: null }),
  ]);
}

/** Measures that can be told by team, or by worker. */
export function measuresBy({ catalogue }: Pick<Workspace, "catalogue">, by: "team" | "worker"): readonly Measure[] {
  return [...catalogue.measures.values()].filter(({ breakdowns }) => breakdowns.includes(by));
}

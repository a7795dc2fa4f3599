/** The exact figures of one measure in one window: through time, and of its groups in the last period. */
import type { Figure } from "../../domain/figure.ts";
import type { Breakdown, Measure } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { Workspace } from "../workspace.ts";

export type FiguresOfMeasure = {
  readonly measure: Measure;
  readonly authority: string;
  readonly columns: readonly ReportingPeriod[];
  readonly figures: readonly Figure[];
  /** Of the last column, one for each breakdown asked for that the measure has. */
  readonly groups: readonly { readonly by: Breakdown; readonly figures: readonly Figure[] }[];
};

const COLUMNS = 25;

export type FiguresWanted = {
  readonly window: WindowId;
  /** YYYY-MM: the month the newest period ends in. */
  readonly lastMonth: string;
  readonly breakdowns: readonly Breakdown[];
};

/** Figures of one measure through time and, in the last period, of its groups; groups with nothing to count are left out. */
export async function figuresOfMeasure(
  workspace: Workspace,
  measure: Measure,
  { window, lastMonth, breakdowns }: FiguresWanted,
): Promise<FiguresOfMeasure> {
  const { database, columns: tables, population, holdings, authorities } = await workspace.open();
  const authority = authorities[0] ?? "";
  const columns = columnsEnding(window, lastMonth, COLUMNS);
  const shared = { authorities: [authority], columns: tables, population, holdings };
  const figures = await runFigures(database, [measure], { ...shared, periods: columns, by: null });
  const groups: { readonly by: Breakdown; readonly figures: readonly Figure[] }[] = [];
  for (const by of measure.breakdowns.filter((breakdown) => breakdowns.includes(breakdown))) {
    const own = await runFigures(database, [measure], { ...shared, periods: columns.slice(-1), by });
    groups.push({ by, figures: own.filter(({ denominator, numerator }) => (denominator ?? numerator ?? 0) > 0) });
  }
  return { measure, authority, columns, figures, groups };
}

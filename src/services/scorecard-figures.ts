/** A scorecard with its figures: thirteen columns, and for each indicator the figures of its own window that end with them. */

import { addDays, addMonths, monthOf } from "../domain/dates.ts";
import type { Figure } from "../domain/figure.ts";
import type { Measure } from "../domain/measure.ts";
import { periodContaining, type ReportingPeriod, type WindowId } from "../domain/period.ts";
import type { Indicator, Scorecard } from "../domain/scorecard.ts";
import { runFigures } from "../engine/run-figures.ts";
import { measureNamed } from "../measures/catalogue.ts";
import type { Workspace } from "./workspace.ts";

export type IndicatorWithFigures = {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly figures: readonly Figure[];
};
export type ScorecardWithFigures = {
  readonly scorecard: Scorecard;
  readonly authority: string;
  /** Oldest first. */
  readonly columns: readonly ReportingPeriod[];
  readonly sections: readonly {
    readonly title: string;
    readonly scope?: string;
    readonly indicators: readonly IndicatorWithFigures[];
  }[];
};

/** A year and the same month of the year before. */
const COLUMNS = 13;

/**
 * @param lastMonth YYYY-MM: the month the newest column ends in
 * @param options.authority default: the first there is
 * @param options.count how many columns, default 13
 * @param options.team only this team's figures; none of measures that are not broken down by team
 */
export async function scorecardFigures(
  workspace: Workspace,
  scorecard: Scorecard,
  lastMonth: string,
  options: { readonly authority?: string; readonly count?: number; readonly team?: string } = {},
): Promise<ScorecardWithFigures> {
  const { database, columns: tables, population, holdings, authorities } = await workspace.open();
  const authority = options.authority ?? authorities[0] ?? "";
  const window = scorecard.period === "month" ? "in-month" : scorecard.period;
  const columns = columnsEnding(window, lastMonth, options.count ?? COLUMNS);
  const indicators = scorecard.sections.flatMap((section) => section.indicators);
  const figures = new Map<string, readonly Figure[]>();
  // One scoring for each window: a measure is scored only in windows it stands on the card in.
  for (const [window, placed] of Map.groupBy(indicators, (indicator) => indicator.window)) {
    const periods = columns
      .map((column) => periodContaining(window, column.end))
      .filter((period, index) => period.end === columns[index]?.end);
    const measures = [...new Set(placed.map((indicator) => indicator.measure))].map((id) =>
      measureNamed(workspace.catalogue, id),
    );
    if (periods.length === 0) continue;
    const scored = await runFigures(database, measures, {
      periods,
      by: options.team === undefined ? null : "team",
      authorities: [authority],
      columns: tables,
      population,
      holdings,
    });
    const wanted = scored.filter(({ breakdown }) => breakdown === (options.team ?? null));
    for (const [measure, own] of Map.groupBy(wanted, (figure) => figure.measure))
      figures.set(`${measure} ${window}`, own);
  }
  return {
    scorecard,
    authority,
    columns,
    sections: scorecard.sections.map(({ title, scope, indicators: placed }) => ({
      title,
      ...(scope === undefined ? {} : { scope }),
      indicators: placed.map((indicator) => ({
        indicator,
        measure: measureNamed(workspace.catalogue, indicator.measure),
        figures: figures.get(`${indicator.measure} ${indicator.window}`) ?? [],
      })),
    })),
  };
}

/** Periods of a window, oldest first, the last one being the latest that ends with or before a month. */
export function columnsEnding(window: WindowId, lastMonth: string, count: number): readonly ReportingPeriod[] {
  const columns: ReportingPeriod[] = [];
  let day = monthOf(`${lastMonth}-01`).end;
  while (columns.length < count) {
    const period = periodContaining(window, day);
    if (period.end <= monthOf(`${lastMonth}-01`).end) columns.unshift(period);
    // Windows that end every month step by months; the others by themselves.
    day = endsEveryMonth(window) ? monthOf(addMonths(period.end, -1)).end : addDays(period.start, -1);
  }
  return columns;
}

function endsEveryMonth(window: WindowId): boolean {
  return window === "in-month" || window === "year-to-date" || window.startsWith("rolling");
}

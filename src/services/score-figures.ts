/** Figures of measures or a scorecard, over a window and a span of periods, whole or by a breakdown. */
import { AppError } from "../domain/errors.ts";
import type { Figure } from "../domain/figure.ts";
import { BREAKDOWNS, type Breakdown, type Measure } from "../domain/measure.ts";
import {
  parsePeriodSpan,
  periodContaining,
  periodsBetween,
  type ReportingPeriod,
  type WindowId,
} from "../domain/period.ts";
import { runFigures } from "../engine/run-figures.ts";
import { measureNamed, scorecardNamed } from "../measures/catalogue.ts";
import { didYouMean } from "../measures/suggest.ts";
import { cached } from "./answer-cache.ts";
import type { Workspace } from "./workspace.ts";

export type FigureQuestion = {
  /** Measure ids; none and no scorecard means every measure. */
  readonly measures: readonly string[];
  readonly scorecard?: string;
  readonly window: WindowId;
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly authority?: string;
};

/** Figures in order of measure, authority, group and period. */
export async function scoreFigures(workspace: Workspace, question: FigureQuestion): Promise<readonly Figure[]> {
  const measures = measuresAsked(workspace, question);
  const periods = periodsAsked(question);
  const by = question.by === undefined ? null : readBreakdown(question.by);
  return cached(workspace, { ...question, periods: periods.map(({ id }) => id), kind: "figures" }, async () => {
    const { database, columns, population, holdings, authorities } = await workspace.open();
    const asked = question.authority === undefined ? authorities : [question.authority];
    return runFigures(database, measures, { periods, by, authorities: asked, columns, population, holdings });
  });
}

/** Reads a breakdown's name. @throws AppError BREAKDOWN_UNKNOWN with a suggestion */
export function readBreakdown(text: string): Breakdown {
  const name = text.trim().toLowerCase().replaceAll("-", "_");
  const breakdown = BREAKDOWNS.find((candidate) => candidate === name);
  if (breakdown === undefined)
    throw new AppError(
      "BREAKDOWN_UNKNOWN",
      `Figures cannot be broken down by "${text}".${didYouMean(name, BREAKDOWNS)}`,
      `Use one of: ${BREAKDOWNS.join(", ")}.`,
    );
  return breakdown;
}

/** The periods of a window that end in the span asked for; one that holds the whole span counts too. */
export function periodsAsked({
  window,
  from,
  to,
}: Pick<FigureQuestion, "window" | "from" | "to">): readonly ReportingPeriod[] {
  const start = parsePeriodSpan(from, window).start;
  const end = parsePeriodSpan(to, window).end;
  if (end < start)
    throw new AppError(
      "PERIOD_INVALID",
      `The span ends (${to}) before it starts (${from}).`,
      "Give the earlier period first: --from 2025-04 --to 2026-03.",
    );
  const periods = periodsBetween(window, start, end);
  return periods.length > 0 ? periods : [periodContaining(window, end)];
}

function measuresAsked({ catalogue }: Workspace, { measures, scorecard }: FigureQuestion): readonly Measure[] {
  if (scorecard !== undefined) {
    const ids = scorecardNamed(catalogue, scorecard).sections.flatMap((section) =>
      section.indicators.map((indicator) => indicator.measure),
    );
    return [...new Set(ids)].map((id) => measureNamed(catalogue, id));
  }
  return measures.length === 0 ? [...catalogue.measures.values()] : measures.map((id) => measureNamed(catalogue, id));
}

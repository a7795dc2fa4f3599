/** Every figure a card needs to be judged: its indicators' histories, and those of the measures its rules of reconciliation name. */
import type { Figure } from "../domain/figure.ts";
import type { Measure } from "../domain/measure.ts";
import { parsePeriod, type ReportingPeriod } from "../domain/period.ts";
import { measuresOf, type ReconciliationRule } from "../domain/reconciliation/rule.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import { runFigures } from "../engine/run-figures.ts";
import { scorecardNamed } from "../measures/catalogue.ts";
import { columnsEnding, type ScorecardWithFigures, scorecardFigures } from "./scorecard-figures.ts";
import type { Workspace } from "./workspace.ts";

/** Periods of history a card is judged over: enough for control limits and for the same period last year. */
const HISTORY: Readonly<Record<Scorecard["period"], number>> = { month: 25, quarter: 13, "financial-year": 6 };

export type CardFigures = ScorecardWithFigures & {
  readonly period: ReportingPeriod;
  /** Every figure, those that are only for reconciliation included. */
  readonly all: readonly Figure[];
};

/** @throws AppError SCORECARD_UNKNOWN or PERIOD_INVALID */
export async function cardFigures(
  workspace: Workspace,
  question: {
    readonly scorecard: string;
    readonly period: string;
    readonly authority?: string | undefined;
    readonly team?: string | undefined;
  },
): Promise<CardFigures> {
  const scorecard = scorecardNamed(workspace.catalogue, question.scorecard);
  const window = scorecard.period === "month" ? "in-month" : scorecard.period;
  const period = parsePeriod(question.period, window);
  const card = await scorecardFigures(workspace, scorecard, period.end.slice(0, 7), {
    count: HISTORY[scorecard.period],
    ...(question.authority === undefined ? {} : { authority: question.authority }),
    ...(question.team === undefined ? {} : { team: question.team }),
  });
  const placed = card.sections.flatMap(({ indicators }) => indicators.flatMap(({ figures }) => figures));
  // One measure may stand twice on a card, in the same window.
  const known = new Map(placed.map((figure) => [placeOf(figure), figure]));
  const supporting = question.team === undefined ? await supportingFigures(workspace, card, period) : [];
  for (const figure of supporting) known.set(placeOf(figure), figure);
  return { ...card, period, all: [...known.values()] };
}

/** Figures of measures that are on no row of the card, but share a rule with one that is: in the card's own window, this period and the one before. */
async function supportingFigures(
  workspace: Workspace,
  { sections, authority }: ScorecardWithFigures,
  period: ReportingPeriod,
): Promise<readonly Figure[]> {
  const onCard = new Set(sections.flatMap(({ indicators }) => indicators.map(({ measure }) => measure.id)));
  const others = rulesTouching(workspace.catalogue.reconciliation.values(), onCard)
    .flatMap(measuresOf)
    .filter((id) => !onCard.has(id));
  const measures = [...new Set(others)].flatMap((id): readonly Measure[] => {
    const measure = workspace.catalogue.measures.get(id);
    return measure?.timeBasis.includes(period.window) ? [measure] : [];
  });
  if (measures.length === 0) return [];
  const { database, columns, population, holdings } = await workspace.open();
  return runFigures(database, measures, {
    periods: columnsEnding(period.window, period.end.slice(0, 7), 2),
    by: null,
    authorities: [authority],
    columns,
    population,
    holdings,
  });
}

/** Rules that name any of some measures; rules about every measure among them. */
export function rulesTouching(
  rules: Iterable<ReconciliationRule>,
  measures: ReadonlySet<string>,
): readonly ReconciliationRule[] {
  return [...rules].filter((rule) => {
    const named = measuresOf(rule);
    return named.length === 0 || named.some((id) => measures.has(id));
  });
}

function placeOf({ measure, window, period }: Figure): string {
  return `${measure} ${window} ${period}`;
}

/** Makes figures out of cells: any window, period and group of any scored measure, without touching the rows again. */
import { type Figure, type FigureNumbers, quotient, SHORTHAND, shownFigure } from "../domain/figure.ts";
import type { Breakdown, Measure } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import { type Holdings, isAvailable } from "./availability.ts";
import { type GroupKey, groupKey, maximumOver, medianOver, splitGroupKey, sumOver } from "./cells.ts";
import type { MeasurePlan, PartRef } from "./plan.ts";
import type { Population } from "./population.ts";
import { periodKey, type ScoredPlan } from "./score.ts";
import { grainOf, spanOf } from "./windows.ts";

export type FigureRequest = {
  readonly periods: readonly ReportingPeriod[];
  /** `null` for whole authorities. */
  readonly by: Breakdown | null;
  readonly authorities: readonly string[];
  readonly population: Population;
  /** What was loaded; without it every measure is taken to be told. */
  readonly holdings?: Holdings;
};

/** Every figure asked for of one measure, in order of authority, group and period. Windows the measure has no meaning in say so. */
export function figuresOf(scored: ScoredPlan, planned: MeasurePlan, request: FigureRequest): readonly Figure[] {
  const { measure } = planned;
  if (request.by !== null && !measure.breakdowns.includes(request.by)) return [];
  const groups =
    request.by === null
      ? request.authorities.map((authority) => groupKey(authority, "", ""))
      : groupsOf(scored, planned, request.by, request.authorities);
  return groups.flatMap((key) => request.periods.map((period) => figureAt(scored, planned, key, period, request)));
}

function figureAt(
  scored: ScoredPlan,
  planned: MeasurePlan,
  key: GroupKey,
  period: ReportingPeriod,
  request: FigureRequest,
): Figure {
  const { authority, group } = splitGroupKey(key);
  const { measure } = planned;
  const place = {
    authority,
    measure: measure.id,
    window: period.window,
    period: period.id,
    by: request.by,
    breakdown: request.by === null ? null : group,
  };
  if (!measure.timeBasis.includes(period.window)) {
    return {
      ...place,
      numerator: null,
      denominator: null,
      value: null,
      shown: SHORTHAND["not-meaningful"],
      status: "not-meaningful",
    };
  }
  if (request.holdings !== undefined && !isAvailable(measure, request.holdings, authority)) {
    return {
      ...place,
      numerator: null,
      denominator: null,
      value: null,
      shown: SHORTHAND["not-available"],
      status: "not-available",
      note: "Nothing that has been loaded can tell this.",
    };
  }
  const numbers = numbersAt(scored, planned, key, period, request.population);
  const { numerator, denominator, value, status } = numbers;
  return { ...place, numerator, denominator, value, shown: shownFigure(numbers, measure, isQuotient(measure)), status };
}

/** Whether the value is numerator over denominator, so that rounding can be exact. */
export function isQuotient({ shape }: Measure): boolean {
  return (
    shape.kind === "proportion" ||
    shape.kind === "ratio" ||
    shape.kind === "rate" ||
    (shape.kind === "summary" && shape.summary === "average")
  );
}

function numbersAt(
  scored: ScoredPlan,
  { measure, numerator, denominator }: MeasurePlan,
  key: GroupKey,
  period: ReportingPeriod,
  population: Population,
): FigureNumbers {
  const top = numerator === null ? null : partAt(scored, numerator, key, period);
  const bottom = denominator === null ? null : (partAt(scored, denominator, key, period) ?? 0);
  const { shape, unit } = measure;
  switch (shape.kind) {
    case "count":
      return { numerator: top, denominator: null, value: top, status: "value" };
    case "rate": {
      const people = population.of(splitGroupKey(key).authority, shape.ageGroup, period.end);
      return people === null
        ? { numerator: top, denominator: null, value: null, status: "not-available" }
        : quotient(top ?? 0, people, unit);
    }
    case "proportion":
    case "ratio":
      return quotient(top ?? 0, bottom ?? 0, unit);
    case "summary":
      if (shape.summary === "sum") return { numerator: top, denominator: bottom, value: top, status: "value" };
      if (bottom === 0 || top === null)
        return { numerator: null, denominator: bottom, value: null, status: "no-cohort" };
      if (shape.summary === "average") return quotient(top, bottom ?? 0, unit);
      return { numerator: null, denominator: bottom, value: top, status: "value" };
    case "by-hand":
      throw new Error(`${measure.id} is collected by hand and has no cells.`);
  }
}

/** One part's number in a period: flows over all its months, everything read on a day at its last. */
function partAt(scored: ScoredPlan, ref: PartRef, key: GroupKey, period: ReportingPeriod): number | null {
  const scan = scored.plan.scans[ref.scan];
  const part = scan?.parts[ref.part];
  const cells = scored.cells[grainOf(period.window)]?.[ref.scan];
  if (scan === undefined || part === undefined || cells === undefined)
    throw new Error("A part of the plan was not scored.");
  const { from, to } = spanOf(period);
  const first = scan.timing.kind === "flow" ? from : to;
  const series = cells.series[ref.part]?.get(key);
  switch (part.aggregate) {
    case "children":
      return scan.timing.kind === "flow"
        ? (cells.distinct[ref.part]?.get(periodKey(period))?.get(key) ?? 0)
        : sumOver(series, to, to);
    case "count":
    case "sum":
      return sumOver(series, first, to);
    case "maximum":
      return maximumOver(series, first, to);
    case "values":
      return medianOver(cells.histograms[ref.part]?.get(key), first, to);
  }
}

/** Groups of a breakdown that any part of the measure met, in order. */
function groupsOf(
  scored: ScoredPlan,
  { numerator, denominator }: MeasurePlan,
  by: Breakdown,
  authorities: readonly string[],
): readonly GroupKey[] {
  const keys = new Set<GroupKey>();
  for (const ref of [numerator, denominator]) {
    if (ref === null) continue;
    for (const grain of Object.values(scored.cells)) {
      const cells = grain[ref.scan];
      const maps = [
        cells?.series[ref.part],
        cells?.histograms[ref.part],
        ...(cells?.distinct[ref.part]?.values() ?? []),
      ];
      for (const map of maps) for (const key of map?.keys() ?? []) keys.add(key);
    }
  }
  return [...keys]
    .filter((key) => {
      const { authority, breakdown } = splitGroupKey(key);
      return breakdown === by && authorities.includes(authority);
    })
    .sort();
}

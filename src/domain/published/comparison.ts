/** One measure compared in full: ours, each neighbour with its rank, region, England, and where we stand. */
import type { ComparatorValue } from "../comparator.ts";
import type { Figure } from "../figure.ts";
import { SHORTHAND } from "../figure.ts";
import type { Measure } from "../measure.ts";
import { roundedDecimal } from "../rounding.ts";
import type { ValueState } from "../value-state.ts";
import { averageOf, placesOf } from "./average.ts";
import { type ComparatorQuestion, comparatorsOf, lastCovered, placesShown, shownDigits } from "./comparators-of.ts";
import type { Observation } from "./observation.ts";
import { type Quarter, quarterOf, type Standing, standingOf } from "./standing.ts";

export type ComparedNeighbour = {
  readonly code: string;
  readonly name: string;
  /** How close a neighbour it is, 1 the closest. */
  readonly closeness: number;
  readonly value: number | null;
  readonly shown: string;
  readonly state: ValueState;
  /** Where it stands among the neighbours and us; `null` without a value. */
  readonly rank: number | null;
};

export type Comparison = {
  /** Our own figure, as counted from the records. */
  readonly own: Pick<Figure, "period" | "value" | "shown" | "status">;
  /** Our own figure as published for the same stretch as the others'. */
  readonly ownPublished: { readonly value: number | null; readonly shown: string; readonly state: ValueState };
  /** Which of the two is ranked: ours as published where it is, since it is of the same stretch as the others'. */
  readonly ranked: "published" | "own" | null;
  readonly neighbours: readonly ComparedNeighbour[];
  readonly comparators: readonly ComparatorValue[];
  readonly rankAmongNeighbours: Standing | null;
  readonly quarterOfAll: Quarter | null;
};

export type ComparisonQuestion = Omit<ComparatorQuestion, "measure" | "company"> & {
  readonly measure: Pick<Measure, "unit" | "decimals" | "shape" | "published" | "polarity">;
  readonly company: Omit<ComparatorQuestion["company"], "neighbours"> & {
    readonly neighbours: readonly { readonly code: string; readonly name: string; readonly rank: number }[];
  };
  /** Our own code, where we are in what is published. */
  readonly code: string | null;
  readonly figure: Figure;
};

/** Compares a figure. Values are compared at the precision the others are printed to, so that figures printed alike are ties. */
export function comparisonOf(question: ComparisonQuestion): Comparison {
  const { measure, observations, period, company, code, figure } = question;
  const covered = lastCovered(observations, period.end);
  const authorities = observations.filter(({ level, covered: of }) => level === "authority" && of.end === covered?.end);
  const byCode = new Map(authorities.map((authority) => [authority.area, authority]));
  const ours = code === null ? undefined : byCode.get(code);
  const others = company.neighbours.map((neighbour) => ({ neighbour, found: byCode.get(neighbour.code) }));
  const values = others.flatMap(({ found }) => (found?.digits == null ? [] : [Number(found.digits)]));
  const value = valueRanked(ours, figure, authorities);
  const all = authorities.flatMap(({ digits }) => (digits === null ? [] : [Number(digits)]));
  const places = placesShown(observations, measure);
  const isRankable = value !== null && values.length > 0 && measure.unit !== "count";
  return {
    own: { period: figure.period, value: figure.value, shown: figure.shown, status: figure.status },
    ownPublished: published(ours, places, measure),
    ranked: value === null ? null : ours?.digits == null ? "own" : "published",
    neighbours: others.map(({ neighbour, found }) => ({
      code: neighbour.code,
      name: neighbour.name,
      closeness: neighbour.rank,
      ...published(found, places, measure),
      rank: isRankable ? rankOf(found, [...values, value], measure) : null,
    })),
    comparators: comparatorsOf(question),
    rankAmongNeighbours: isRankable ? standingOf(value, values, measure.polarity) : null,
    quarterOfAll: value === null || measure.unit === "count" ? null : quarterOf(value, all, measure.polarity),
  };
}

function valueRanked(ours: Observation | undefined, figure: Figure, others: readonly Observation[]): number | null {
  if (ours?.digits != null) return Number(ours.digits);
  if (figure.status !== "value" || figure.value === null) return null;
  const places = Math.max(0, ...others.flatMap(({ digits }) => (digits === null ? [] : [placesOf(digits)])));
  return Number(roundedDecimal(figure.value, places));
}

function rankOf(
  found: Observation | undefined,
  all: readonly number[],
  { polarity }: Pick<Measure, "polarity">,
): number | null {
  if (found?.digits == null) return null;
  const value = Number(found.digits);
  const others = [...all];
  others.splice(others.indexOf(value), 1);
  return standingOf(value, others, polarity).rank;
}

function published(
  found: Observation | undefined,
  places: number,
  measure: Pick<Measure, "unit">,
): Comparison["ownPublished"] {
  const state = found?.state ?? "not-available";
  if (found?.digits == null || state !== "value")
    return { value: null, shown: state === "value" ? "" : SHORTHAND[state], state };
  return {
    value: averageOf([found.digits], "mean")?.value ?? null,
    shown: shownDigits(found.digits, places, measure),
    state,
  };
}

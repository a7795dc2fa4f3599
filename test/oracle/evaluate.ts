/** A slow, obvious evaluator of measures: loops over rows, written from the language reference and never from the engine. */
import type { Breakdown, Cohort, FigureStatus, Measure } from "../../src/domain/measure.ts";
import type { ReportingPeriod } from "../../src/domain/period.ts";
import { typedFigure } from "./by-hand.ts";
import { type Member, membersOf } from "./cohort.ts";
import { evaluateExpression, isMet } from "./expression.ts";
import { groupOf } from "./groups.ts";
import { peopleAged } from "./population.ts";
import type { World } from "./world.ts";

/** What a measure answers for one group; `group` is `null` for the whole authority. */
export type OracleFigure = {
  readonly group: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly status: FigureStatus;
};

type SummaryShape = Extract<Measure["shape"], { readonly kind: "summary" }>;
type Numbers = Omit<OracleFigure, "group">;

const NOT_MEANINGFUL: Numbers = { numerator: null, denominator: null, value: null, status: "not-meaningful" };

/** Every figure of a measure in a period: one for the whole authority, or one for each group with a row in it. */
export function evaluate(
  measure: Measure,
  world: World,
  { period, by }: { readonly period: ReportingPeriod; readonly by: Breakdown | null },
): readonly OracleFigure[] {
  const { shape } = measure;
  if (by !== null && !measure.breakdowns.includes(by)) return [];
  if (!measure.timeBasis.includes(period.window)) return by === null ? [{ group: null, ...NOT_MEANINGFUL }] : [];
  if (shape.kind === "by-hand") return by === null ? [{ group: null, ...typedFigure(measure, world, period) }] : [];
  const top = membersOf(shape.cohort, world, period);
  const bottom = shape.kind === "ratio" ? membersOf(shape.denominator, world, period) : [];
  const nameIn = (cohort: Cohort) => (member: Member) =>
    by === null ? null : groupOf(member, by, cohort.timing, world);
  const topGroups = Map.groupBy(top, nameIn(shape.cohort));
  const bottomGroups = Map.groupBy(bottom, nameIn(shape.kind === "ratio" ? shape.denominator : shape.cohort));
  const groups = by === null ? [null] : [...new Set([...topGroups.keys(), ...bottomGroups.keys()])];
  return groups.map((group) => ({
    group,
    ...numbersOf(measure, topGroups.get(group) ?? [], bottomGroups.get(group) ?? [], world, period),
  }));
}

/** What a measure answers where nobody is in the cohort. */
export function figureOfNobody(measure: Measure, world: World, period: ReportingPeriod): OracleFigure {
  const isMeaningful = measure.timeBasis.includes(period.window);
  return { group: null, ...(isMeaningful ? numbersOf(measure, [], [], world, period) : NOT_MEANINGFUL) };
}

function numbersOf(
  { shape, unit }: Measure,
  members: readonly Member[],
  others: readonly Member[],
  world: World,
  period: ReportingPeriod,
): Numbers {
  switch (shape.kind) {
    case "count": {
      const counted = howMany(members, shape.cohort);
      return { numerator: counted, denominator: null, value: counted, status: "value" };
    }
    case "proportion": {
      const met = members.filter((member) => isMet(shape.numerator, member.place));
      return divided(howMany(met, shape.cohort), howMany(members, shape.cohort), unit);
    }
    case "ratio":
      return divided(howMany(members, shape.cohort), howMany(others, shape.denominator), unit);
    case "rate": {
      const people = peopleAged(shape.ageGroup, period.end, world);
      const counted = howMany(members, shape.cohort);
      if (people === null) return { numerator: counted, denominator: null, value: null, status: "not-available" };
      return divided(counted, people, unit);
    }
    case "summary":
      return summarised(members, shape, unit);
    case "by-hand":
      throw new Error("A measure collected by hand has no rows.");
  }
}

/** Rows, or different children. */
function howMany(members: readonly Member[], { count }: Cohort): number {
  if (count === "cases") return members.length;
  return new Set(members.map(({ row }) => row.person_id ?? null).filter((child) => child !== null)).size;
}

/** The rows a summary is worked out from: those whose value, and weight where there is one, are known. */
export function valuedMembers(shape: SummaryShape, world: World, period: ReportingPeriod): readonly Member[] {
  return membersOf(shape.cohort, world, period).filter((member) => isValued(member, shape));
}

function isValued({ place }: Member, { value, weight }: SummaryShape): boolean {
  return (
    evaluateExpression(value, place) !== null && (weight === undefined || evaluateExpression(weight, place) !== null)
  );
}

function summarised(members: readonly Member[], shape: SummaryShape, unit: Measure["unit"]): Numbers {
  const { summary, weight } = shape;
  const valued = members.filter((member) => isValued(member, shape));
  const values = valued.map(({ place }) => Number(evaluateExpression(shape.value, place)));
  const weights = valued.map(({ place }) => (weight === undefined ? 1 : Number(evaluateExpression(weight, place))));
  const total = values.reduce((sum, value) => sum + value, 0);
  const denominator = weights.reduce((sum, each) => sum + each, 0);
  if (summary === "sum") return { numerator: total, denominator, value: total, status: "value" };
  if (denominator === 0) return { numerator: null, denominator, value: null, status: "no-cohort" };
  if (summary === "average") return divided(total, denominator, unit);
  const value = summary === "maximum" ? Math.max(...values) : middleOf(values);
  return { numerator: null, denominator, value, status: "value" };
}

/** The middle value, or halfway between the middle two. */
function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** A quotient in its unit; nothing to divide by is "no cohort". */
export function divided(numerator: number, denominator: number, unit: Measure["unit"]): Numbers {
  if (denominator === 0) return { numerator, denominator, value: null, status: "no-cohort" };
  const times =
    unit === "percentage" ? 100 : unit === "rate-per-10000" ? 10_000 : unit === "rate-per-100000" ? 100_000 : 1;
  return { numerator, denominator, value: (times * numerator) / denominator, status: "value" };
}

/** A figure of several teams together: numerators and denominators added, never averaged; nothing where they cannot be added. */
import { type Figure, quotient, SHORTHAND, shownFigure } from "../../domain/figure.ts";
import type { Cohort, Measure } from "../../domain/measure.ts";

/** @param figures one period's, a figure a team; `null` when these cannot tell the whole */
export function addedFigure(measure: Measure, figures: readonly Figure[]): Figure | null {
  const [first] = figures;
  if (first === undefined || !isAdditive(measure)) return null;
  const told = figures.filter(({ status }) => status === "value" || status === "no-cohort");
  if (told.length === 0) return { ...first, breakdown: null };
  const numerator = sum(told.map((figure) => figure.numerator));
  const denominator = sum(told.map((figure) => figure.denominator));
  if (numerator === null) return null;
  const isCount =
    measure.shape.kind === "count" || (measure.shape.kind === "summary" && measure.shape.summary === "sum");
  const numbers = isCount
    ? { numerator, denominator, value: numerator, status: "value" as const }
    : denominator === null
      ? null
      : quotient(numerator, denominator, measure.unit);
  if (numbers === null) return null;
  const { value, status } = numbers;
  const shown = status === "value" ? shownFigure(numbers, measure, !isCount) : SHORTHAND[status];
  return { ...first, breakdown: null, numerator, denominator, value, status, shown };
}

/**
 * Counts of cases, shares and averages add up. Different children of a flow do not: a child may be in two teams' figures. On one day a child
 * stands with one team only, so those of a snapshot do. A rate has no population of a team, a median and a maximum no sum.
 */
export function isAdditive({ shape }: Measure): boolean {
  const isCountable = ({ count, timing }: Cohort): boolean => count === "cases" || timing.kind === "snapshot";
  if (shape.kind === "by-hand" || shape.kind === "rate") return false;
  if (shape.kind === "summary")
    return (shape.summary === "average" || shape.summary === "sum") && isCountable(shape.cohort);
  if (shape.kind === "ratio") return isCountable(shape.cohort) && isCountable(shape.denominator);
  return isCountable(shape.cohort);
}

function sum(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** How long each case of a measure took against the limit the measure sets: read from its own condition, so that list and figure cannot differ. */
import type { Comparison, Expression } from "../../domain/expression.ts";
import type { Measure } from "../../domain/measure.ts";

export type DaysTaken = {
  /** The days, as the measure writes them. */
  readonly days: Expression;
  readonly unit: "working days" | "days";
  /** "at-most": more days than the limit are over it; "at-least": the measure counts those that reach it. */
  readonly kind: "at-most" | "at-least";
  readonly limit: number;
};

type Compare = Extract<Expression, { readonly kind: "compare" }>;

/** The first comparison of days with a number in the measure's numerator, or else in what its cohort leaves out; `null` when there is none. */
export function daysTakenOf({ shape }: Measure): DaysTaken | null {
  if (shape.kind === "by-hand") return null;
  const conditions = [shape.kind === "proportion" ? shape.numerator : null, shape.cohort.where];
  for (const condition of conditions) {
    const found = (condition === null ? [] : conjuncts(condition)).map(daysCompared).find((taken) => taken !== null);
    if (found) return found;
  }
  return null;
}

function conjuncts(condition: Expression): readonly Compare[] {
  if (condition.kind === "and") return condition.terms.flatMap(conjuncts);
  return condition.kind === "compare" ? [condition] : [];
}

function daysCompared({ op, left, right }: Compare): DaysTaken | null {
  if (left.kind === "call" && (left.name === "days" || left.name === "working_days") && isNumber(right))
    return { days: left, unit: left.name === "days" ? "days" : "working days", ...boundOf(op, right.value) };
  // "held <= due": days after the day it was due.
  if (isDay(left) && isDay(right) && (op === "<=" || op === "<"))
    return {
      days: { kind: "call", name: "days", args: [right, left], type: "number" },
      unit: "days",
      ...boundOf(op, 0),
    };
  return null;
}

function boundOf(op: Comparison, limit: number): Pick<DaysTaken, "kind" | "limit"> {
  if (op === "<=" || op === "=") return { kind: "at-most", limit };
  if (op === "<") return { kind: "at-most", limit: limit - 1 };
  return { kind: "at-least", limit: op === ">" ? limit + 1 : limit };
}

function isNumber(term: Expression): term is Extract<Expression, { kind: "literal" }> & { readonly value: number } {
  return term.kind === "literal" && typeof term.value === "number";
}

function isDay(term: Expression): boolean {
  return (term.kind === "column" && term.type === "date") || term.kind === "as_at";
}

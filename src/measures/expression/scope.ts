/** Where an expression stands, and what is said when it does not fit. */
import { isIsoDate } from "../../domain/dates.ts";
import type { Expression, ValueType } from "../../domain/expression.ts";
import type { Setting } from "../../domain/measure.ts";
import type { Relation, Schema } from "../schema.ts";

/** Where an expression stands: what its names mean. */
export type ExpressionScope = {
  readonly schema: Schema;
  readonly cohort: Relation;
  /** Snapshots and trailing cohorts have a day they are read at; flows have not. */
  readonly hasAsAt: boolean;
  readonly settings: Readonly<Record<string, Setting>>;
  /** The table a sub-select looks at, inside one. */
  readonly related?: Relation;
};

/** A fault in an expression, worded for the person who wrote it. */
export class ExpressionFault extends Error {}

/** The expression, when it has the type that is needed there. @throws ExpressionFault */
export function needs(expression: Expression, type: ValueType): Expression {
  if (expression.type !== type) throw new ExpressionFault(`a ${expression.type} stands where a ${type} is needed`);
  return expression;
}

/** A text in quotes read as a date, where a date is needed. @throws ExpressionFault when it is none */
export function asDate(expression: Expression): Expression {
  if (expression.kind !== "literal" || typeof expression.value !== "string") return expression;
  if (!isIsoDate(expression.value)) throw new ExpressionFault(`'${expression.value}' is not a date written YYYY-MM-DD`);
  return { ...expression, type: "date" };
}

/** Evaluates conditions and values of the measure language on one row, with SQL's three-valued logic: true, false and unknown (null). */
import { addDays, addMonths, ageInYears, daysBetween, type IsoDate } from "../../src/domain/dates.ts";
import type { Expression } from "../../src/domain/expression.ts";
import { financialYearOf } from "../../src/domain/period.ts";
import { workingDays } from "./working-days.ts";
import type { Row, Value, World } from "./world.ts";

/** Where an expression stands: the cohort's row, the row of a sub-select if inside one, and the day read at. */
export type Place = {
  readonly world: World;
  readonly cohort: Row;
  readonly related: Row | null;
  readonly asAt: IsoDate | null;
};

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** Whether a condition is met: unknown is not met. */
export function isMet(condition: Expression | null, place: Place): boolean {
  return condition === null || evaluateExpression(condition, place) === true;
}

/** The value of an expression; `null` is empty or unknown. */
export function evaluateExpression(expression: Expression, place: Place): Value {
  const value = (part: Expression): Value => evaluateExpression(part, place);
  switch (expression.kind) {
    case "column":
      return columnOf(expression, place);
    case "as_at":
      return place.asAt;
    case "literal":
      return expression.value;
    case "compare":
      return compare(expression.op, value(expression.left), value(expression.right));
    case "and":
      return conjunction(expression.terms.map(value));
    case "or":
      return negation(conjunction(expression.terms.map((term) => negation(value(term)))));
    case "not":
      return negation(value(expression.term));
    case "is-null":
      return (value(expression.term) === null) !== expression.negated;
    case "in": {
      const found = isIn(value(expression.term), expression.options.map(value));
      return expression.negated ? negation(found) : found;
    }
    case "like": {
      const text = value(expression.term);
      if (text === null) return null;
      return isLike(String(text), expression.pattern) !== expression.negated;
    }
    case "arithmetic":
      return arithmetic(expression.op, value(expression.left), value(expression.right));
    case "coalesce":
      return expression.terms.map(value).find((term) => term !== null) ?? null;
    case "call":
      return call(expression.name, expression.args.map(value), place.world);
    case "related":
      return relatedValue(expression, place);
  }
}

function columnOf({ scope, column }: Of<"column">, { world, cohort, related }: Place): Value {
  if (scope === "cohort") return cohort[column] ?? null;
  if (scope === "related") return related?.[column] ?? null;
  const child = cohort.person_id ?? null;
  if (child === null) return null;
  return world.rowsOfChild("person", child)[0]?.[column] ?? null;
}

function compare(op: Of<"compare">["op"], left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  switch (op) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function conjunction(terms: readonly Value[]): Value {
  if (terms.includes(false)) return false;
  return terms.includes(null) ? null : true;
}

function negation(term: Value): Value {
  return term === null ? null : term !== true;
}

/** Unknown when the term is, or when nothing matched and an option is unknown. */
function isIn(term: Value, options: readonly Value[]): Value {
  if (term === null) return null;
  if (options.includes(term)) return true;
  return options.includes(null) ? null : false;
}

/** SQL's like: % stands for any text, _ for any one character. */
function isLike(text: string, pattern: string): boolean {
  const source = [...pattern]
    .map((sign) => (sign === "%" ? ".*" : sign === "_" ? "." : sign.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")))
    .join("");
  return new RegExp(`^${source}$`, "su").test(text);
}

function arithmetic(op: Of<"arithmetic">["op"], left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  if (op === "+") return Number(left) + Number(right);
  return op === "-" ? Number(left) - Number(right) : Number(left) * Number(right);
}

function call(name: Of<"call">["name"], args: readonly Value[], world: World): Value {
  if (args.includes(null)) return null;
  const day = String(args[0]);
  const other = String(args[1]);
  const amount = Number(args[1]);
  switch (name) {
    case "working_days":
      return workingDays(day, other, world.holidays);
    case "days":
      return daysBetween(day, other);
    case "months_before":
      return addMonths(day, -amount);
    case "months_after":
      return addMonths(day, amount);
    case "days_before":
      return addDays(day, -amount);
    case "days_after":
      return addDays(day, amount);
    case "age":
      return ageInYears(day, other);
    case "year_start":
      return `${financialYearOf(day)}-04-01`;
  }
}

/** Other rows of the same child, where both tables are about children; rows about no child are alike where both tables may have such. */
function relatedValue(expression: Of<"related">, place: Place): Value {
  const { table, sameChild, childMayBeNone, aggregate, of, where } = expression;
  const child = place.cohort.person_id ?? null;
  const candidates = !sameChild
    ? place.world.rows(table)
    : child === null && !childMayBeNone
      ? []
      : place.world.rowsOfChild(table, child);
  const found = candidates.filter((related) => isMet(where, { ...place, related }));
  if (aggregate === "exists") return found.length > 0;
  if (of === null) return found.length;
  const known = found.map((related) => evaluateExpression(of, { ...place, related })).filter((value) => value !== null);
  if (aggregate === "count") return known.length;
  if (known.length === 0) return null;
  if (aggregate === "sum") return known.reduce((total: number, value) => total + Number(value), 0);
  return known.reduce((best, value) => ((aggregate === "min" ? value < best : value > best) ? value : best));
}

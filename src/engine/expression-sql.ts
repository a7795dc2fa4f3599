/** Writes an expression of the measure language as portable SQL. */
import { type Expression, partsOf } from "../domain/expression.ts";
import { ageOn, type Dialect, identifier, literal, shiftDate, yearStart } from "./dialect.ts";

/** Aliases and needs of one query; `calendarOf` answers the alias of a calendar joined for a date column. */
export type SqlContext = {
  readonly dialect: Dialect;
  /** How the day a snapshot is read at is written; `null` in a flow. */
  readonly asAt: string | null;
  /** Called for each date of the cohort's or the child's row whose working-day number is needed; gives the joined calendar's alias. */
  readonly calendarOf: (scope: "cohort" | "person" | "as_at", column: string) => string;
  /** Called when a column of the child's person row is used. */
  readonly usesPerson: () => void;
};

/** SQL text of an expression. Texts are quoted, names are our own; nothing is pasted. */
export function expressionSql(expression: Expression, context: SqlContext): string {
  const write = (part: Expression): string => expressionSql(part, context);
  switch (expression.kind) {
    case "column":
      if (expression.scope === "person") context.usesPerson();
      return `${expression.scope}.${identifier(expression.column)}`;
    case "as_at":
      if (context.asAt === null) throw new Error("as_at has no meaning in a flow.");
      return context.asAt;
    case "literal":
      return expression.type === "date" ? `date ${literal(expression.value)}` : literal(expression.value);
    case "compare":
    case "arithmetic":
      return `${inner(expression.left, write)} ${expression.op} ${inner(expression.right, write)}`;
    case "and":
    case "or":
      return expression.terms.map((term) => inner(term, write)).join(` ${expression.kind} `);
    case "not":
      return `not (${write(expression.term)})`;
    case "is-null":
      return `${inner(expression.term, write)} is ${expression.negated ? "not " : ""}null`;
    case "in":
      return `${inner(expression.term, write)} ${expression.negated ? "not in" : "in"} (${expression.options.map(write).join(", ")})`;
    case "like":
      return `${inner(expression.term, write)} ${expression.negated ? "not like" : "like"} ${literal(expression.pattern)}`;
    case "coalesce":
      return `coalesce(${expression.terms.map(write).join(", ")})`;
    case "call":
      return callSql(expression, context);
    case "related":
      return relatedSql(expression, context);
  }
}

/** Brackets around what binds less tightly than a comparison. */
function inner(expression: Expression, write: (part: Expression) => string): string {
  const text = write(expression);
  return ["and", "or", "not", "compare", "in", "like", "is-null", "arithmetic"].includes(expression.kind)
    ? `(${text})`
    : text;
}

type Call = Extract<Expression, { readonly kind: "call" }>;
type Related = Extract<Expression, { readonly kind: "related" }>;

function callSql({ name, args }: Call, context: SqlContext): string {
  const [first, second] = args;
  if (first === undefined) throw new Error(`${name}() has no arguments.`);
  const a = expressionSql(first, context);
  const amount = second?.kind === "literal" ? Number(second.value) : 0;
  switch (name) {
    case "working_days":
      return `(${workingDayOf(second, context)} - ${workingDayOf(first, context)})`;
    case "days":
      return context.dialect.daysBetween(a, second === undefined ? a : expressionSql(second, context));
    case "age":
      return ageOn(a, second === undefined ? a : expressionSql(second, context));
    case "months_before":
      return shiftDate(a, -amount, "month");
    case "months_after":
      return shiftDate(a, amount, "month");
    case "days_before":
      return shiftDate(a, -amount, "day");
    case "days_after":
      return shiftDate(a, amount, "day");
    case "year_start":
      return yearStart(a);
  }
}

/** The cumulative working-day number of a date: from a joined calendar, or inside a sub-select looked up there. */
function workingDayOf(date: Expression | undefined, context: SqlContext): string {
  if (date?.kind === "as_at") return `${context.calendarOf("as_at", "as_at")}.working_day`;
  if (date?.kind !== "column") throw new Error("working_days() takes date columns or as_at.");
  if (date.scope === "related") return `related_${date.column}_day.working_day`;
  if (date.scope === "person") context.usesPerson();
  return `${context.calendarOf(date.scope, date.column)}.working_day`;
}

function relatedSql(expression: Related, context: SqlContext): string {
  const joins = [...relatedCalendars(expression)].map(
    (column) =>
      ` left join calendar as related_${column}_day on related_${column}_day.date = related.${identifier(column)}`,
  );
  const conditions = [
    "related.authority = cohort.authority",
    ...(expression.sameChild
      ? [`related.person_id ${expression.childMayBeNone ? "is not distinct from" : "="} cohort.person_id`]
      : []),
    ...(expression.where === null ? [] : [inner(expression.where, (part) => expressionSql(part, context))]),
  ];
  const body = `from ${identifier(expression.table)} as related${joins.join("")} where ${conditions.join(" and ")}`;
  if (expression.aggregate === "exists") return `exists (select 1 ${body})`;
  const of = expression.of === null ? "*" : expressionSql(expression.of, context);
  return `(select ${expression.aggregate}(${of}) ${body})`;
}

/** Columns of the looked-at table whose working-day numbers its sub-select needs. */
function relatedCalendars(expression: Related): ReadonlySet<string> {
  const columns = new Set<string>();
  const look = (node: Expression): void => {
    if (node.kind === "call" && node.name === "working_days") {
      for (const arg of node.args) if (arg.kind === "column" && arg.scope === "related") columns.add(arg.column);
    }
    for (const part of partsOf(node)) look(part);
  };
  for (const part of [expression.of, expression.where]) if (part !== null) look(part);
  return columns;
}

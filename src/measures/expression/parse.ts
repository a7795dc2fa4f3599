/** Reads a condition or value written as a SQL expression into the typed tree, refusing whatever the language does not have. */
import type { Expr, ExprBinary, ExprCall, ExprRef, ExprUnary, Statement } from "pgsql-ast-parser";
import { parse as parseSql } from "pgsql-ast-parser";
import { isIsoDate } from "../../domain/dates.ts";
import {
  type Comparison,
  type Expression,
  FUNCTIONS,
  type FunctionName,
  type RelatedAggregate,
  type Scope,
  type ValueType,
} from "../../domain/expression.ts";
import type { Setting } from "../../domain/measure.ts";
import type { Relation, Schema } from "../schema.ts";
import { didYouMean } from "../suggest.ts";
import { SIGNATURES } from "./functions.ts";

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

const COMPARISONS: readonly string[] = ["=", "<>", "!=", "<", "<=", ">", ">="];
const AGGREGATES: readonly string[] = ["count", "min", "max", "sum"];

/**
 * Parses and checks an expression.
 *
 * @param expected the type it must have
 * @throws ExpressionFault with a sentence and, where one is near, a suggestion
 */
export function parseExpression(text: string, expected: ValueType, scope: ExpressionScope): Expression {
  const expression = build(parseText(text), scope);
  if (expression.type !== expected)
    throw new ExpressionFault(`"${text}" gives a ${expression.type}, not a ${expected}`);
  return expression;
}

function parseText(text: string): Expr {
  try {
    return parseSql(quoteEnd(text), "expr");
  } catch (cause) {
    const [reason = ""] = String(cause instanceof Error ? cause.message : cause).split("\n");
    throw new ExpressionFault(
      `"${text}" is not a condition SQL would understand (${reason.replace(/\s+/g, " ").slice(0, 120)})`,
      { cause },
    );
  }
}

/** `end` is a column of many tables and a reserved word of SQL; outside quotes it can only be the column, as the language has no CASE. */
function quoteEnd(text: string): string {
  return text
    .split(/('(?:[^']|'')*'|"[^"]*")/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/\bend\b/gi, '"end"') : part))
    .join("");
}

function build(node: Expr, scope: ExpressionScope): Expression {
  switch (node.type) {
    case "ref":
      return buildName(node, scope);
    case "integer":
    case "numeric":
      return { kind: "literal", value: node.value, type: "number" };
    case "string":
      return { kind: "literal", value: node.value, type: "text" };
    case "boolean":
      return { kind: "literal", value: node.value, type: "boolean" };
    case "unary":
      return buildUnary(node, scope);
    case "binary":
      return buildBinary(node, scope);
    case "ternary":
      return buildBetween(
        build(node.value, scope),
        build(node.lo, scope),
        build(node.hi, scope),
        node.op === "NOT BETWEEN",
      );
    case "call":
      return buildCall(node, scope);
    case "select":
      return buildRelated(node, null, scope);
    default:
      throw new ExpressionFault(`the language has no "${node.type}"`);
  }
}

function buildName(node: ExprRef, scope: ExpressionScope): Expression {
  const qualifier = node.table?.name;
  if (qualifier === "setting") return settingValue(node.name, scope);
  if (qualifier === undefined && node.name === "as_at") {
    if (!scope.hasAsAt)
      throw new ExpressionFault("as_at has a meaning only in snapshots and trailing cohorts, not in a flow");
    return { kind: "as_at", type: "date" };
  }
  if (qualifier === "cohort") return column("cohort", scope.cohort, node.name);
  if (qualifier === "person") return personColumn(node.name, scope);
  if (qualifier !== undefined && qualifier !== scope.related?.name && qualifier !== scope.cohort.name) {
    throw new ExpressionFault(
      `"${qualifier}.${node.name}": a name starts with cohort, person or setting, or with nothing`,
    );
  }
  if (scope.related !== undefined) return column("related", scope.related, node.name);
  return column("cohort", scope.cohort, node.name);
}

function column(scope: Scope, relation: Relation, name: string): Expression {
  const type = relation.columns.get(name);
  if (type === undefined) {
    throw new ExpressionFault(`${relation.name} has no column "${name}".${didYouMean(name, relation.columns.keys())}`);
  }
  return { kind: "column", scope, column: name, type };
}

function personColumn(name: string, scope: ExpressionScope): Expression {
  const person = scope.schema.get("person");
  if (person === undefined || !scope.cohort.columns.has("person_id")) {
    throw new ExpressionFault(`${scope.cohort.name} rows are not about a child, so person.${name} has no meaning`);
  }
  return column("person", person, name);
}

function settingValue(name: string, scope: ExpressionScope): Expression {
  const setting = scope.settings[name];
  if (setting === undefined)
    throw new ExpressionFault(`there is no setting "${name}".${didYouMean(name, Object.keys(scope.settings))}`);
  const type = typeof setting.value === "number" ? "number" : typeof setting.value === "boolean" ? "boolean" : "text";
  return { kind: "literal", value: setting.value, type };
}

function buildUnary(node: ExprUnary, scope: ExpressionScope): Expression {
  const term = build(node.operand, scope);
  switch (node.op) {
    case "NOT":
      return { kind: "not", term: needs(term, "boolean"), type: "boolean" };
    case "IS NULL":
    case "IS NOT NULL":
      return { kind: "is-null", term, negated: node.op === "IS NOT NULL", type: "boolean" };
    case "IS TRUE":
      return {
        kind: "coalesce",
        terms: [needs(term, "boolean"), { kind: "literal", value: false, type: "boolean" }],
        type: "boolean",
      };
    case "-":
      if (term.kind === "literal" && typeof term.value === "number") return { ...term, value: -term.value };
      return {
        kind: "arithmetic",
        op: "-",
        left: { kind: "literal", value: 0, type: "number" },
        right: needs(term, "number"),
        type: "number",
      };
    default:
      throw new ExpressionFault(`the language has no "${node.op}"`);
  }
}

function buildBinary(node: ExprBinary, scope: ExpressionScope): Expression {
  if (node.op === "AND" || node.op === "OR") return buildLogic(node, scope);
  if (node.op === "IN" || node.op === "NOT IN") return buildIn(node, scope);
  const left = build(node.left, scope);
  const right = build(node.right, scope);
  if (COMPARISONS.includes(node.op)) return compare(node.op === "!=" ? "<>" : (node.op as Comparison), left, right);
  if (node.op === "LIKE" || node.op === "NOT LIKE") {
    if (right.kind !== "literal" || typeof right.value !== "string")
      throw new ExpressionFault("like needs a text in quotes");
    return {
      kind: "like",
      term: needs(left, "text"),
      pattern: right.value,
      negated: node.op === "NOT LIKE",
      type: "boolean",
    };
  }
  if (node.op === "+" || node.op === "-" || node.op === "*") {
    return {
      kind: "arithmetic",
      op: node.op,
      left: needs(left, "number"),
      right: needs(right, "number"),
      type: "number",
    };
  }
  throw new ExpressionFault(`the language has no "${node.op}"`);
}

function buildLogic(node: ExprBinary, scope: ExpressionScope): Expression {
  const kind = node.op === "AND" ? "and" : "or";
  const terms = [node.left, node.right].flatMap((side) => {
    const term = needs(build(side, scope), "boolean");
    return term.kind === kind ? term.terms : [term];
  });
  return { kind, terms, type: "boolean" };
}

function buildIn(node: ExprBinary, scope: ExpressionScope): Expression {
  const term = build(node.left, scope);
  if (node.right.type !== "list") throw new ExpressionFault("in needs a list in brackets");
  const options = node.right.expressions.map((option) => alike(term, build(option, scope))[1]);
  return { kind: "in", term, options, negated: node.op === "NOT IN", type: "boolean" };
}

function buildBetween(value: Expression, low: Expression, high: Expression, negated: boolean): Expression {
  const both: Expression = {
    kind: "and",
    terms: [compare(">=", value, low), compare("<=", value, high)],
    type: "boolean",
  };
  return negated ? { kind: "not", term: both, type: "boolean" } : both;
}

function compare(op: Comparison, left: Expression, right: Expression): Expression {
  const [a, b] = alike(left, right);
  return { kind: "compare", op, left: a, right: b, type: "boolean" };
}

/** Makes two sides one type: a text in quotes beside a date is read as a date. */
function alike(left: Expression, right: Expression): readonly [Expression, Expression] {
  const a = right.type === "date" ? asDate(left) : left;
  const b = left.type === "date" ? asDate(right) : right;
  if (a.type !== b.type) throw new ExpressionFault(`a ${a.type} is compared with a ${b.type}`);
  return [a, b];
}

function asDate(expression: Expression): Expression {
  if (expression.kind !== "literal" || typeof expression.value !== "string") return expression;
  if (!isIsoDate(expression.value)) throw new ExpressionFault(`'${expression.value}' is not a date written YYYY-MM-DD`);
  return { ...expression, type: "date" };
}

function buildCall(node: ExprCall, scope: ExpressionScope): Expression {
  const name = node.function.name.toLowerCase();
  if (name === "exists") {
    const [select] = node.args;
    if (select === undefined || select.type !== "select")
      throw new ExpressionFault("exists needs (select from <table> where …)");
    return buildRelated(select, "exists", scope);
  }
  if (name === "coalesce") return buildCoalesce(node.args.map((arg) => build(arg, scope)));
  const known = FUNCTIONS.find((candidate) => candidate === name);
  if (known === undefined)
    throw new ExpressionFault(
      `there is no function ${name}().${didYouMean(name, [...FUNCTIONS, "coalesce", "exists"])}`,
    );
  return callOf(
    known,
    node.args.map((arg) => build(arg, scope)),
  );
}

function callOf(name: FunctionName, args: readonly Expression[]): Expression {
  const { takes, gives } = SIGNATURES[name];
  if (args.length !== takes.length)
    throw new ExpressionFault(`${name}() takes ${takes.length} values, not ${args.length}`);
  const checked = args.map((arg, index) => {
    const wanted = takes[index] ?? "text";
    return needs(wanted === "date" ? asDate(arg) : arg, wanted);
  });
  if (name === "working_days" && checked.some((arg) => arg.kind !== "column" && arg.kind !== "as_at")) {
    throw new ExpressionFault("working_days() takes date columns or as_at, nothing worked out");
  }
  const amount = checked[1];
  if (takes[1] === "number" && (amount?.kind !== "literal" || !Number.isInteger(amount.value))) {
    throw new ExpressionFault(`${name}() takes a whole number written out as its second value`);
  }
  return { kind: "call", name, args: checked, type: gives };
}

function buildCoalesce(terms: readonly Expression[]): Expression {
  const type = terms.find((term) => term.kind !== "literal")?.type ?? terms[0]?.type;
  if (type === undefined) throw new ExpressionFault("coalesce() needs values");
  return { kind: "coalesce", terms: terms.map((term) => needs(type === "date" ? asDate(term) : term, type)), type };
}

type Select = Extract<Statement, { readonly type: "select" }>;

/** A sub-select over one table: exists(select from t where …) or (select count(*) from t where …). */
function buildRelated(select: Select, wanted: "exists" | null, scope: ExpressionScope): Expression {
  if (scope.related !== undefined)
    throw new ExpressionFault("a sub-select may not hold another; make a view in catalogue/model");
  const related = tableOf(select, scope);
  const inside: ExpressionScope = { ...scope, related };
  const where = select.where == null ? null : needs(build(select.where, inside), "boolean");
  const sameChild = related.columns.has("person_id") && scope.cohort.columns.has("person_id");
  const base = { kind: "related", table: related.name, sameChild, where } as const;
  if (wanted === "exists") return { ...base, aggregate: "exists", of: null, type: "boolean" };
  const { aggregate, of } = aggregateOf(select, inside);
  if (aggregate === "count" && of === null) return { ...base, aggregate, of, type: "number" };
  if (of === null) throw new ExpressionFault(`${aggregate}() needs a column`);
  return { ...base, aggregate, of, type: aggregate === "count" ? "number" : of.type };
}

function tableOf(select: Select, scope: ExpressionScope): Relation {
  const [from, ...others] = select.from ?? [];
  const extras = [select.groupBy, select.having, select.orderBy, select.limit, select.distinct].some(
    (clause) => clause != null,
  );
  if (from === undefined || from.type !== "table" || others.length > 0 || extras) {
    throw new ExpressionFault("a sub-select looks at one table with one where, and nothing else");
  }
  const relation = scope.schema.get(from.name.name);
  if (relation === undefined)
    throw new ExpressionFault(
      `there is no table "${from.name.name}".${didYouMean(from.name.name, scope.schema.keys())}`,
    );
  return relation;
}

function aggregateOf(
  select: Select,
  scope: ExpressionScope,
): { readonly aggregate: RelatedAggregate; readonly of: Expression | null } {
  const [only, ...others] = select.columns ?? [];
  const call = only?.expr;
  if (call?.type !== "call" || others.length > 0 || !AGGREGATES.includes(call.function.name)) {
    throw new ExpressionFault(`a sub-select gives one of ${AGGREGATES.join("(), ")}() or stands in exists()`);
  }
  const [arg] = call.args;
  const isStar = arg?.type === "ref" && arg.name === "*";
  return {
    aggregate: call.function.name as RelatedAggregate,
    of: arg === undefined || isStar ? null : build(arg, scope),
  };
}

function needs(expression: Expression, type: ValueType): Expression {
  if (expression.type !== type) throw new ExpressionFault(`a ${expression.type} stands where a ${type} is needed`);
  return expression;
}

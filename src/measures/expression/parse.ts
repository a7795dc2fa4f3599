/** Reads a condition or value written as a SQL expression into the typed tree, refusing whatever the language does not have. */
import type { Expr, ExprBinary, ExprCall, ExprUnary } from "pgsql-ast-parser";
import { parse as parseSql } from "pgsql-ast-parser";
import {
  type Comparison,
  type Expression,
  FUNCTIONS,
  type FunctionName,
  type ValueType,
} from "../../domain/expression.ts";
import { didYouMean } from "../suggest.ts";
import { SIGNATURES } from "./functions.ts";
import { buildName } from "./names.ts";
import { asDate, ExpressionFault, type ExpressionScope, needs } from "./scope.ts";
import { buildRelated } from "./sub-select.ts";

const COMPARISONS: readonly string[] = ["=", "<>", "!=", "<", "<=", ">", ">="];

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
      return buildRelated(node, null, { scope, build });
    default:
      throw new ExpressionFault(`the language has no "${node.type}"`);
  }
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

function buildCall(node: ExprCall, scope: ExpressionScope): Expression {
  const name = node.function.name.toLowerCase();
  if (name === "exists") {
    const [select] = node.args;
    if (select === undefined || select.type !== "select")
      throw new ExpressionFault("exists needs (select from <table> where …)");
    return buildRelated(select, "exists", { scope, build });
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

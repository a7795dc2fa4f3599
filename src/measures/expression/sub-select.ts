/** Sub-selects: other rows, of the same child where both tables are about children, looked at for one row of the cohort. */
import type { Expr, Statement } from "pgsql-ast-parser";
import type { Expression, RelatedAggregate } from "../../domain/expression.ts";
import type { Relation } from "../schema.ts";
import { didYouMean } from "../suggest.ts";
import { ExpressionFault, type ExpressionScope, needs } from "./scope.ts";

const AGGREGATES: readonly string[] = ["count", "min", "max", "sum"];

/** Reads an expression standing inside: handed in, because expressions and sub-selects hold each other. */
export type BuildInside = (node: Expr, scope: ExpressionScope) => Expression;

export type Select = Extract<Statement, { readonly type: "select" }>;

/** A sub-select over one table: exists(select from t where …) or (select count(*) from t where …). */
export function buildRelated(
  select: Select,
  wanted: "exists" | null,
  { scope, build }: { readonly scope: ExpressionScope; readonly build: BuildInside },
): Expression {
  if (scope.related !== undefined)
    throw new ExpressionFault("a sub-select may not hold another; make a view in catalogue/model");
  const related = tableOf(select, scope);
  const inside: ExpressionScope = { ...scope, related };
  const where = select.where == null ? null : needs(build(select.where, inside), "boolean");
  const sameChild = related.columns.has("person_id") && scope.cohort.columns.has("person_id");
  const childMayBeNone = sameChild && related.childMayBeNone && scope.cohort.childMayBeNone;
  const base = { kind: "related", table: related.name, sameChild, childMayBeNone, where } as const;
  if (wanted === "exists") return { ...base, aggregate: "exists", of: null, type: "boolean" };
  const { aggregate, of } = aggregateOf(select, (node) => build(node, inside));
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
  build: (node: Expr) => Expression,
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
    of: arg === undefined || isStar ? null : build(arg),
  };
}

/** Conditions and values of the measure language as a typed tree: one tree, read by the SQL writer and by the oracle. */

export type ValueType = "date" | "number" | "text" | "boolean";

/** Whose row a column is of: the cohort's, the row a sub-select looks at, or the child the cohort's row is about. */
export type Scope = "cohort" | "related" | "person";

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type Arithmetic = "+" | "-" | "*";

export const FUNCTIONS = [
  "working_days",
  "days",
  "months_before",
  "months_after",
  "days_before",
  "days_after",
  "age",
  "year_start",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type RelatedAggregate = "exists" | "count" | "min" | "max" | "sum";

export type Expression =
  | { readonly kind: "column"; readonly scope: Scope; readonly column: string; readonly type: ValueType }
  | { readonly kind: "as_at"; readonly type: "date" }
  | { readonly kind: "literal"; readonly value: string | number | boolean; readonly type: ValueType }
  | {
      readonly kind: "compare";
      readonly op: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: "boolean";
    }
  | { readonly kind: "and" | "or"; readonly terms: readonly Expression[]; readonly type: "boolean" }
  | { readonly kind: "not"; readonly term: Expression; readonly type: "boolean" }
  | { readonly kind: "is-null"; readonly term: Expression; readonly negated: boolean; readonly type: "boolean" }
  | {
      readonly kind: "in";
      readonly term: Expression;
      readonly options: readonly Expression[];
      readonly negated: boolean;
      readonly type: "boolean";
    }
  | {
      readonly kind: "like";
      readonly term: Expression;
      readonly pattern: string;
      readonly negated: boolean;
      readonly type: "boolean";
    }
  | {
      readonly kind: "arithmetic";
      readonly op: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: "number";
    }
  | { readonly kind: "coalesce"; readonly terms: readonly Expression[]; readonly type: ValueType }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly args: readonly Expression[];
      readonly type: ValueType;
    }
  | {
      /** Looks at other rows of `table`: same authority, and same child where both rows have one (`sameChild`). */
      readonly kind: "related";
      readonly table: string;
      readonly sameChild: boolean;
      /** Both tables hold rows about no child (a household's); two such rows are alike in that. */
      readonly childMayBeNone: boolean;
      readonly aggregate: RelatedAggregate;
      readonly of: Expression | null;
      readonly where: Expression | null;
      readonly type: ValueType;
    };

/** Calls `visit` on the expression and everything in it, sub-selects included. */
export function walk(expression: Expression, visit: (node: Expression) => void): void {
  visit(expression);
  for (const part of partsOf(expression)) walk(part, visit);
}

/** The expressions directly inside an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "column":
    case "as_at":
    case "literal":
      return [];
    case "compare":
    case "arithmetic":
      return [expression.left, expression.right];
    case "and":
    case "or":
    case "coalesce":
      return expression.terms;
    case "not":
    case "is-null":
    case "like":
      return [expression.term];
    case "in":
      return [expression.term, ...expression.options];
    case "call":
      return expression.args;
    case "related":
      return [expression.of, expression.where].filter((part) => part !== null);
  }
}

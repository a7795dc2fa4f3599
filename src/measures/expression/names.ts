/** What a name in an expression means: a column of the cohort, the table looked at or the child, a setting, or the day read at. */
import type { ExprRef } from "pgsql-ast-parser";
import type { Expression, Scope } from "../../domain/expression.ts";
import type { Relation } from "../schema.ts";
import { didYouMean } from "../suggest.ts";
import { ExpressionFault, type ExpressionScope } from "./scope.ts";

/** Resolves a name. Inside a sub-select a plain name is a column of the table looked at; `cohort.` reaches the cohort's own row. */
export function buildName(node: ExprRef, scope: ExpressionScope): Expression {
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
  const isCohorts =
    scope.related === undefined || (qualifier === scope.cohort.name && qualifier !== scope.related.name);
  if (isCohorts || scope.related === undefined) return column("cohort", scope.cohort, node.name);
  return column("related", scope.related, node.name);
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

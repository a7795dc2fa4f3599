/** Which canonical tables a measure is made from. */
import { type Expression, walk } from "../domain/expression.ts";
import type { Cohort, Measure } from "../domain/measure.ts";
import { tableNamed } from "../domain/tables/index.ts";
import type { Catalogue } from "../measures/catalogue.ts";

/** Canonical tables a measure reads, directly, in sub-selects or through model views. */
export function tablesRead({ views }: Pick<Catalogue, "views">, { shape }: Measure): readonly string[] {
  if (shape.kind === "by-hand") return ["aggregate_input"];
  const names = new Set<string>();
  const look = (expression: Expression | null): void => {
    if (expression !== null) walk(expression, (node) => node.kind === "related" && names.add(node.table));
  };
  const cohorts: readonly Cohort[] = shape.kind === "ratio" ? [shape.cohort, shape.denominator] : [shape.cohort];
  for (const cohort of cohorts) {
    names.add(cohort.table);
    look(cohort.where);
  }
  if (shape.kind === "proportion") look(shape.numerator);
  if (shape.kind === "summary") {
    look(shape.value);
    look(shape.weight ?? null);
  }
  if (shape.kind === "rate") names.add("population");
  return [...names]
    .flatMap((name) => underlying(name, views))
    .filter((name, index, all) => all.indexOf(name) === index)
    .sort();
}

function underlying(name: string, views: Catalogue["views"]): readonly string[] {
  const view = views.find((candidate) => candidate.name === name);
  if (view === undefined) return [name];
  const body = view.sql.replace(/--[^\n]*/g, "");
  const read = [...body.matchAll(/\b(?:from|join)\s+([a-z_]+)/gi)].map(([, table = ""]) => table);
  return read
    .filter((table) => table !== name && table !== "calendar" && table !== "month")
    .flatMap((table) =>
      views.some((candidate) => candidate.name === table)
        ? underlying(table, views)
        : isCanonical(table)
          ? [table]
          : [],
    );
}

function isCanonical(name: string): boolean {
  return tableNamed(name) !== undefined;
}

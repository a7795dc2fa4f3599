/** One measure in one window: its figures, by team in the last period, and the tables it reads. */
import { type Expression, walk } from "../domain/expression.ts";
import type { Figure } from "../domain/figure.ts";
import type { Cohort, Measure } from "../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../domain/period.ts";
import { tableNamed } from "../domain/tables/index.ts";
import { runFigures } from "../engine/run-figures.ts";
import type { Catalogue } from "../measures/catalogue.ts";
import { columnsEnding } from "./scorecard-figures.ts";
import type { Workspace } from "./workspace.ts";

export type MeasureWithFigures = {
  readonly measure: Measure;
  readonly authority: string;
  readonly columns: readonly ReportingPeriod[];
  readonly figures: readonly Figure[];
  /** Of the last column; empty when the measure has no teams. */
  readonly byTeam: readonly Figure[];
};

const COLUMNS = 25;

/** @param lastMonth YYYY-MM: the month the newest period ends in */
export async function measureFigures(
  workspace: Workspace,
  measure: Measure,
  { window, lastMonth }: { readonly window: WindowId; readonly lastMonth: string },
): Promise<MeasureWithFigures> {
  const { database, columns: tables, population, holdings, authorities } = await workspace.open();
  const authority = authorities[0] ?? "";
  const columns = columnsEnding(window, lastMonth, COLUMNS);
  const shared = { authorities: [authority], columns: tables, population, holdings };
  const figures = await runFigures(database, [measure], { ...shared, periods: columns, by: null });
  const byTeam = measure.breakdowns.includes("team")
    ? await runFigures(database, [measure], { ...shared, periods: columns.slice(-1), by: "team" })
    : [];
  return {
    measure,
    authority,
    columns,
    figures,
    byTeam: byTeam.filter((figure) => (figure.denominator ?? figure.numerator ?? 0) > 0),
  };
}

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

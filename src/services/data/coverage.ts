/** How much of the catalogue can be told from what is loaded, and what is missing where it cannot. */
import { type Expression, walk } from "../../domain/expression.ts";
import type { Cohort, Measure } from "../../domain/measure.ts";
import { tableNamed } from "../../domain/tables/index.ts";
import { type Holdings, isAvailable } from "../../engine/availability.ts";
import { tablesRead } from "../tables-read.ts";
import type { Workspace } from "../workspace.ts";

export type MissingPart = {
  /** A table nothing loaded fills, or a column of one: "visit", "visit.seen_alone". */
  readonly name: string;
  /** What it holds, in plain English. */
  readonly words: string;
  readonly measures: readonly { readonly id: string; readonly title: string }[];
};

export type Coverage = {
  readonly authority: string;
  /** Measures made of case records, and how many of them can be told. */
  readonly measures: number;
  readonly told: number;
  readonly byHand: number;
  /** What would have to be loaded, with what each would add, the most wanted first. */
  readonly missing: readonly MissingPart[];
};

/** Coverage of one authority's data. */
export async function coverageOf({ catalogue, open }: Workspace): Promise<Coverage> {
  const { holdings, authorities } = await open();
  const authority = authorities[0] ?? "";
  const all = [...catalogue.measures.values()];
  const counted = all.filter(({ shape }) => shape.kind !== "by-hand");
  const untold = counted.filter((measure) => !isAvailable(measure, holdings, authority));
  const wanted = new Map<string, Measure[]>();
  for (const measure of untold) {
    for (const name of missingOf(measure, tablesRead(catalogue, measure), holdings, authority))
      wanted.set(name, [...(wanted.get(name) ?? []), measure]);
  }
  return {
    authority,
    measures: counted.length,
    told: counted.length - untold.length,
    byHand: all.length - counted.length,
    missing: [...wanted]
      .map(([name, measures]) => ({
        name,
        words: wordsOf(name),
        measures: measures.map(({ id, title }) => ({ id, title })),
      }))
      .toSorted((a, b) => b.measures.length - a.measures.length || (a.name < b.name ? -1 : 1)),
  };
}

/** What a measure that cannot be told lacks: whole tables where they are empty, else the columns nobody filled. */
function missingOf(
  measure: Measure,
  tables: readonly string[],
  holdings: Holdings,
  authority: string,
): readonly string[] {
  const isEmpty = (table: string) => !holdings.has(authority, table, "source_row");
  const empty = tables.filter((table) => table !== "population" && tableNamed(table) !== undefined && isEmpty(table));
  if (empty.length > 0) return empty;
  const columns = [...columnsNamed(measure)].filter((name) => {
    const [table = "", column = ""] = name.split(".");
    return !holdings.has(authority, table, column);
  });
  return columns.length > 0 ? columns : kindsNamed(measure);
}

/** Columns the measure's dates and conditions read, as table.column. */
function columnsNamed({ shape, needs }: Measure): ReadonlySet<string> {
  const names = new Set(needs.filter((need) => need.includes(".")));
  if (shape.kind === "by-hand") return names;
  const look = (expression: Expression | null | undefined, table: string): void => {
    if (expression == null) return;
    walk(expression, (node) => {
      if (node.kind === "column" && node.scope !== "related")
        names.add(`${node.scope === "person" ? "person" : table}.${node.column}`);
    });
  };
  for (const cohort of cohortsOf(shape)) {
    names.add(`${cohort.table}.${cohort.timing.kind === "snapshot" ? cohort.timing.start : cohort.timing.date}`);
    look(cohort.where, cohort.table);
  }
  if (shape.kind === "proportion") look(shape.numerator, shape.cohort.table);
  if (shape.kind === "summary") look(shape.value, shape.cohort.table);
  return names;
}

/** A table of several kinds may lack only one of them. */
function kindsNamed({ shape }: Measure): readonly string[] {
  return shape.kind === "by-hand" ? [] : [`${shape.cohort.table} (of the kind the measure counts)`];
}

function cohortsOf(shape: Exclude<Measure["shape"], { kind: "by-hand" }>): readonly Cohort[] {
  return shape.kind === "ratio" ? [shape.cohort, shape.denominator] : [shape.cohort];
}

function wordsOf(name: string): string {
  const [table = "", column] = name.split(/[. ]/);
  const known = tableNamed(table);
  if (known === undefined) return "Worked out from several tables.";
  return column === undefined || !(column in known.fields) ? known.words : (known.fields[column]?.words ?? known.words);
}

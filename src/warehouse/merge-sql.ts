/** SQL that makes the current rows of a canonical table out of the loads that count. */
import { join } from "node:path";
import type { CanonicalTable } from "../domain/tables/table.ts";
import { PROVENANCE } from "../domain/tables/table.ts";
import type { DataFolder } from "./data-folder.ts";
import { sqlText } from "./database.ts";
import type { Manifest } from "./manifest.ts";

const SQL_TYPES = {
  text: "varchar",
  code: "varchar",
  date: "date",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
} as const;

/** DuckDB column definitions of a canonical table, provenance first. */
export function columnDefinitions(table: CanonicalTable): readonly { readonly name: string; readonly type: string }[] {
  return Object.entries({ ...PROVENANCE, ...table.fields }).map(([name, field]) => ({
    name,
    type: SQL_TYPES[field.type],
  }));
}

/**
 * The select that yields a table's current rows from loads given least believed first.
 *
 * Two rows are one event when `matchOn` is equal and they come from different loads (equal rows of one load stay apart, paired with the
 * other load's in order). Each column is the most believed load's, of those whose return can fill the column at all.
 */
export function currentRowsSql(table: CanonicalTable, loads: readonly Manifest[], folder: DataFolder): string {
  const columns = columnDefinitions(table);
  const holding = loads.filter((load) => table.name in load.tables);
  const names = columns.map(({ name }) => `"${name}"`);
  if (holding.length === 0)
    return `select ${columns.map(({ name, type }) => `cast(null as ${type}) as "${name}"`).join(", ")} where false`;
  const sources = holding.map((load) => readLoad(table, load, loads.indexOf(load), folder));
  const all = sources.join("\nunion all\n");
  const unpurged = purgeFilter(table, loads, folder);
  if (holding.length === 1 && unpurged === "") return `select ${names.join(", ")} from (${all})`;
  const merged = [
    `with told as (\n${all}\n),`,
    `kept as (select * from told ${unpurged}),`,
    `paired as (select *, row_number() over (partition by authority, load_id, ${quoted(table.matchOn)} order by source_row) as ordinal from kept),`,
    `placed as (select *, count(*) over event as copies from paired window event as (partition by authority, ${quoted(table.matchOn)}, ordinal))`,
    `select ${names.join(", ")} from placed where copies = 1`,
    "union all",
    `select ${columns.map((column) => mergedColumn(column.name, table, holding, loads)).join(", ")}`,
    `from placed where copies > 1 group by authority, ${quoted(table.matchOn)}, ordinal`,
  ].join("\n");
  return holding.length === 1 ? merged : endedByNext(table, merged);
}

/** Ends what is still open when another load tells of a later row of the same person; see `oneAtATime`. */
function endedByNext({ oneAtATime, fields, name }: CanonicalTable, select: string): string {
  if (oneAtATime === undefined) return select;
  const { start, end, apart } = oneAtATime;
  const isApart = `coalesce("${apart.column}", '') in (${apart.values.map(sqlText).join(", ")})`;
  const columns = [...Object.keys(PROVENANCE), ...Object.keys(fields)].map((column) =>
    column === end
      ? `case when "${end}" is null and not is_apart and load_of_next <> load_id and start_of_next > "${start}" then start_of_next else "${end}" end as "${end}"`
      : `"${column}"`,
  );
  return [
    `select ${columns.join(", ")} from (`,
    `  select *, lead("${start}") over ordered as start_of_next, lead(load_id) over ordered as load_of_next`,
    `  from (select *, ${isApart} as is_apart from (${select}) as ${name}_told) as ${name}_marked`,
    `  window ordered as (partition by authority, person_id, is_apart order by "${start}", source_row)`,
    `) as ${name}_ordered`,
  ].join("\n");
}

function readLoad(table: CanonicalTable, load: Manifest, belief: number, folder: DataFolder): string {
  const stored = new Set([...Object.keys(PROVENANCE), ...Object.keys(table.fields)]);
  const held = new Set([...Object.keys(PROVENANCE), ...(load.tables[table.name]?.columns ?? [])]);
  const selected = columnDefinitions(table).map(({ name, type }) =>
    held.has(name) && stored.has(name)
      ? `cast("${name}" as ${type}) as "${name}"`
      : `cast(null as ${type}) as "${name}"`,
  );
  return `select ${selected.join(", ")}, ${belief} as belief from read_parquet(${sqlText(join(folder.loads, load.id, `${table.name}.parquet`))})`;
}

function mergedColumn(
  name: string,
  table: CanonicalTable,
  holding: readonly Manifest[],
  loads: readonly Manifest[],
): string {
  if (!(name in table.fields) || table.matchOn.includes(name))
    return name in PROVENANCE && name !== "authority" ? `arg_max("${name}", belief) as "${name}"` : `"${name}"`;
  const silent = holding
    .filter((load) => !load.tables[table.name]?.columns.includes(name))
    .map((load) => loads.indexOf(load));
  const filter = silent.length === 0 ? "" : ` filter (where belief not in (${silent.join(", ")}))`;
  return `arg_max_null("${name}", belief)${filter} as "${name}"`;
}

/** Rows of returns that repeat a child at a time give way to the latest load that names the child, and to requests to delete. */
function purgeFilter(table: CanonicalTable, loads: readonly Manifest[], folder: DataFolder): string {
  const perChild = loads.filter((load) => load.repeats === "child");
  if (perChild.length === 0 || !("person_id" in table.fields)) return "";
  const belief = (load: Manifest): number => loads.indexOf(load);
  const named = perChild.flatMap((load) => childrenNamed(load, belief(load), folder));
  const purges = perChild.flatMap((load) =>
    "purge" in load.tables
      ? [
          `select authority, person_id, "table" as purged_table, record_id, ${belief(load)} as belief from read_parquet(${sqlText(join(folder.loads, load.id, "purge.parquet"))})`,
        ]
      : [],
  );
  const own = `told.belief in (${perChild.map(belief).join(", ")})`;
  const idColumn = table.key.find((column) => column !== "person_id") ?? table.key[0] ?? "person_id";
  const conditions = [
    ...(named.length === 0
      ? []
      : [
          `not (${own} and exists (select 1 from (${named.join(" union all ")}) as later where later.authority = told.authority and later.person_id = told.person_id and later.belief > told.belief))`,
        ]),
    ...(purges.length === 0
      ? []
      : [
          `not (${own} and exists (select 1 from (${purges.join(" union all ")}) as gone where gone.authority = told.authority and gone.person_id = told.person_id and gone.belief >= told.belief and coalesce(gone.purged_table, ${sqlText(table.name)}) = ${sqlText(table.name)} and coalesce(gone.record_id, cast(told."${idColumn}" as varchar)) = cast(told."${idColumn}" as varchar)))`,
        ]),
  ];
  return conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;
}

function childrenNamed(load: Manifest, belief: number, folder: DataFolder): readonly string[] {
  if (!("person" in load.tables)) return [];
  return [
    `select authority, person_id, ${belief} as belief from read_parquet(${sqlText(join(folder.loads, load.id, "person.parquet"))})`,
  ];
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

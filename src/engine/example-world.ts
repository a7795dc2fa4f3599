/** Builds one database in memory out of many worked examples: each example is its own authority, so one pass proves them all and that none leaks into another. */
import type { IsoDate } from "../domain/dates.ts";
import type { Measure, WorkedExample } from "../domain/measure.ts";
import { TABLES } from "../domain/tables/index.ts";
import type { CanonicalTable } from "../domain/tables/table.ts";
import { PROVENANCE } from "../domain/tables/table.ts";
import { calendarSql } from "../warehouse/calendar-sql.ts";
import { type Database, openDatabase, sqlText } from "../warehouse/database.ts";
import { createView, type DerivedView } from "../warehouse/generation.ts";
import { columnDefinitions } from "../warehouse/merge-sql.ts";

export type PlacedExample = { readonly measure: Measure; readonly example: WorkedExample; readonly authority: string };

type TextRow = Readonly<Record<string, string | null>>;

/** Every example of some measures, each with an authority of its own. */
export function placeExamples(measures: Iterable<Measure>): readonly PlacedExample[] {
  return [...measures].flatMap((measure) =>
    measure.examples.map((example, index) => ({ measure, example, authority: `${measure.id}#${index + 1}` })),
  );
}

/** A database in memory holding the tables of the given worlds (by authority), the calendar and the model views. */
export async function buildWorld(
  worlds: ReadonlyMap<string, Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>>,
  views: readonly DerivedView[],
  holidays: readonly IsoDate[],
): Promise<Database> {
  const database = await openDatabase(":memory:");
  for (const statement of calendarSql(holidays)) await database.run(statement);
  for (const table of TABLES) {
    const columns = columnDefinitions(table);
    await database.run(
      `create table "${table.name}" (row_id bigint, ${columns.map(({ name, type }) => `"${name}" ${type}`).join(", ")})`,
    );
    const rows = [...worlds].flatMap(([authority, tables]) => completeRows(table, authority, tables));
    for (let from = 0; from < rows.length; from += 500) {
      const values = rows
        .slice(from, from + 500)
        .map(
          (row, index) =>
            `(${[String(from + index + 1), ...columns.map(({ name, type }) => cell(row[name] ?? null, type))].join(", ")})`,
        );
      await database.run(`insert into "${table.name}" values ${values.join(",\n")}`);
    }
  }
  for (const view of views) await createView(database, view);
  return database;
}

/** Rows of a table as an example gives them, with ids and other required fields filled in and a person for every child named. */
export function completeRows(
  table: CanonicalTable,
  authority: string,
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>,
): readonly TextRow[] {
  const given = tables[table.name] ?? [];
  const rows = table.name === "person" ? [...given, ...unnamedPeople(tables)] : given;
  return rows.map((row, index) => ({
    ...filledIn(table, row, index),
    authority,
    load_id: "example",
    source_file: "example",
    source_row: String(index + 2),
  }));
}

function unnamedPeople(
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>,
): readonly Readonly<Record<string, string>>[] {
  const known = new Set((tables.person ?? []).map((row) => row.person_id));
  const named = new Set(
    Object.values(tables).flatMap((rows) =>
      rows.flatMap((row) => (row.person_id === undefined ? [] : [row.person_id])),
    ),
  );
  return [...named].filter((id) => !known.has(id)).map((id) => ({ person_id: id }));
}

function filledIn(table: CanonicalTable, row: Readonly<Record<string, string>>, index: number): TextRow {
  const filled: Record<string, string | null> = { ...row };
  for (const [name, field] of Object.entries(table.fields)) {
    if (!field.required || name in row || name in PROVENANCE) continue;
    if (table.key.includes(name) && field.type === "text") filled[name] = `${table.name}-${index + 1}`;
    else if (name === "name") filled[name] = row.team_id ?? `${table.name}-${index + 1}`;
    else filled[name] = null;
  }
  if (table.name === "aggregate_input") filled.area = row.area ?? "authority";
  return filled;
}

function cell(value: string | null, type: string): string {
  return value === null ? "null" : `cast(${sqlText(value)} as ${type})`;
}

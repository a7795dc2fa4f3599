/** The columns every table and view of a generation has. */
import type { Database } from "./database.ts";

/** Names of the columns by table name. */
export async function readTableColumns(database: Database): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await database.rows(
    "select table_name, column_name from information_schema.columns where table_schema = 'main' order by table_name, ordinal_position",
  );
  const columns = new Map<string, Set<string>>();
  for (const { table_name: table, column_name: column } of rows) {
    const names = columns.get(String(table)) ?? new Set<string>();
    columns.set(String(table), names.add(String(column)));
  }
  return columns;
}

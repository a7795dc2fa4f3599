/** What a generation holds: for each authority, the columns of every table that have any value at all, and the kinds of rows in tables that have kinds. */
import type { Database } from "./database.ts";

/**
 * Makes `holding(authority, table_name, column_name, kind)`. A column is listed when any row of the authority has a value in it; a table of several
 * kinds (local events, visits, reviews …) also lists each kind met. What is not listed was never told, and a figure that needs it would be a false nought.
 */
export async function makeHoldings(database: Database, tables: readonly string[]): Promise<void> {
  await database.run("create table holding (authority varchar, table_name varchar, column_name varchar, kind varchar)");
  for (const table of tables) {
    const described = await database.rows(
      `select column_name from information_schema.columns where table_name = '${table}' and column_name not in ('authority', 'row_id')`,
    );
    const names = described.map((row) => String(row.column_name));
    const counts = names.map((name) => `count("${name}") as "${name}"`).join(", ");
    await database.run(
      `insert into holding select authority, '${table}', column_name, null from (
         unpivot (select authority, ${counts} from "${table}" group by authority) on columns(* exclude authority) into name column_name value n
       ) where n > 0`,
    );
    if (names.includes("kind"))
      await database.run(
        `insert into holding select distinct authority, '${table}', 'kind', kind from "${table}" where kind is not null`,
      );
  }
}

/** The canonical tables straight to Parquet, for sizes too big to load from returns: no faults, sorted by date. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tableNamed } from "../../domain/tables/index.ts";
import type { FieldType } from "../../domain/tables/table.ts";
import { CASE_ROWS } from "./canonical.ts";
import { noFaults } from "./dirt.ts";
import { localWriter } from "./local.ts";
import type { AuthorityWriter, WriterContext } from "./writer.ts";

const SQL_TYPE: Readonly<Record<FieldType, string>> = {
  text: "varchar",
  code: "varchar",
  date: "date",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
};
/** Enough to sort an authority of any size, because sorting spills to disk. */
const MEMORY_LIMIT = "1GB";

/** Writes `<folder>/<table>/data.parquet`, by way of CSV files that are removed again. */
export function parquetWriter(context: WriterContext): AuthorityWriter {
  const { folder, authority } = context;
  const csv = localWriter({ ...context, folder: join(folder, "work"), dirtyShare: 0, faults: noFaults() }, CASE_ROWS);
  return {
    child: csv.child,
    flush: csv.flush,
    async close() {
      const rows = await csv.close();
      // One thread: the same rows in the same order give the same bytes.
      const instance = await DuckDBInstance.create(":memory:", {
        threads: "1",
        memory_limit: MEMORY_LIMIT,
        temp_directory: join(folder, "work", "spill"),
      });
      const connection = await instance.connect();
      for (const table of Object.keys(rows))
        await writeTable(connection, { table, folder, authority: authority.plan.name });
      connection.closeSync();
      instance.closeSync();
      await rm(join(folder, "work"), { recursive: true, force: true });
      return rows;
    },
  };
}

type Work = { readonly table: string; readonly folder: string; readonly authority: string };

async function writeTable(connection: DuckDBConnection, { table, folder, authority }: Work): Promise<void> {
  const declared = tableNamed(table);
  if (!declared) throw new Error(`There is no canonical table "${table}".`);
  const fields = Object.entries(declared.fields);
  const date = fields.find(([, { type }]) => type === "date")?.[0];
  const order = [...new Set([...(date ? [date] : []), ...declared.key])].map((column) => `"${column}"`).join(", ");
  const types = fields.map(([name, { type }]) => `'${name}': '${SQL_TYPE[type]}'`).join(", ");
  const names = fields.map(([name]) => `"${name}"`).join(", ");
  await mkdir(join(folder, table), { recursive: true });
  await connection.run(`
    copy (
      select ${text(authority)} as authority, ${names}
      from read_csv(${text(join(folder, "work", "local", `${table}.csv`))}, header = true, delim = ',', quote = '"', columns = {${types}})
      order by ${order}
    )
    to ${text(join(folder, table, "data.parquet"))} (format parquet, compression zstd)
  `);
}

/** SQL text literal. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

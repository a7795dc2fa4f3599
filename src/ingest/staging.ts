/**
 * Staged source tables in an embedded DuckDB that spills to the work folder. Each file staged becomes a part, and a table is the
 * view over its parts: rows are numbered by their place in the part, so nothing has to be sorted or counted while reading.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { Issue } from "../domain/issue.ts";
import { type Database, openDatabase, sqlText } from "../warehouse/database.ts";
import type { RowSource, StageWriter, Staging } from "./contract.ts";
import { stageCsvFile } from "./formats/csv.ts";
import { STAGING_MEMORY, STAGING_THREADS } from "./limits.ts";
import { quoted } from "./sql-text.ts";

/** One file's rows of a staged table. `firstRow` set: rows are numbered from it by place, and the file is one for all. */
type Part = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly placed?: { readonly file: string; readonly firstRow: number };
  /** The file of the first row written. */
  readonly firstFile?: () => string | undefined;
};

/** Rows that stay in the appender before they are handed to DuckDB. */
const FLUSH_EVERY = 20_000;

/** A staging database with its connection, and what ingest itself needs of it besides the readers' contract. */
export interface StagingDatabase extends Staging {
  readonly connection: DuckDBConnection;
  /** The staged tables and the columns seen in them (without `_file`, `_sheet`, `_row`). */
  columns(): ReadonlyMap<string, readonly string[]>;
  /** Each file's own columns of a table; a writer that was given no row has no file. */
  given(): readonly {
    readonly table: string;
    readonly file: string | undefined;
    readonly columns: readonly string[];
  }[];
  /** Makes sure a table and columns exist, empty when nothing was staged, so that SQL over them can always run. */
  ensure(table: string, columns: readonly string[]): Promise<void>;
  /** Adds a part made by a query, whose rows are numbered by place from `firstRow`. */
  addPlaced(table: string, columns: readonly string[], select: string, file: string, firstRow: number): Promise<number>;
  /** Hands everything written so far to DuckDB. */
  flush(): void;
  close(): void;
}

/** Opens an empty staging database that spills into `workDir` when it outgrows its memory. */
export async function openStaging(workDir: string, issue: (issue: Issue) => void): Promise<StagingDatabase> {
  const spill = join(workDir, "spill");
  mkdirSync(spill, { recursive: true });
  const database = await openDatabase(":memory:", {
    threads: STAGING_THREADS,
    memoryLimit: STAGING_MEMORY,
    tempDirectory: spill,
  });
  await database.run("create schema staged; create schema part; create schema draft; set search_path = 'staged'");
  return makeStaging(database, workDir, issue);
}

function makeStaging(database: Database, workDir: string, issue: (issue: Issue) => void): StagingDatabase {
  const { connection } = database;
  const parts = new Map<string, Part[]>();
  const open: { flush(): void; close(): void }[] = [];
  const flush = () => {
    for (const writer of open) writer.flush();
  };
  const addPart = async (table: string, part: Part) => {
    const known = [...parts.entries()].find(([name]) => name.toLowerCase() === table.toLowerCase());
    const list = known?.[1] ?? [];
    if (known === undefined) parts.set(table, list);
    list.push(part);
    await connection.run(viewOf(known?.[0] ?? table, list));
  };
  let made = 0;
  const partName = (table: string) => `${table} ${++made}`;
  const staging: StagingDatabase = {
    connection,
    columns: () => new Map([...parts].map(([table, list]) => [table, columnsOf(list)])),
    given: () =>
      [...parts].flatMap(([table, list]) =>
        list.map(({ columns, placed, firstFile }) => ({ table, columns, file: placed?.file ?? firstFile?.() })),
      ),
    flush,
    close: () => {
      for (const writer of open) writer.close();
      database.close();
    },
    async writer(table, columns) {
      const name = partName(table);
      const declared = columns.map((column) => `${quoted(column)} varchar`);
      await connection.run(
        `create table part.${quoted(name)} (${["_file varchar", "_sheet varchar", "_row bigint", ...declared].join(", ")})`,
      );
      const writer = makeWriter(await connection.createAppender(name, "part"), columns.length);
      open.push(writer);
      await addPart(table, { name, columns, firstFile: writer.firstFile });
      return writer;
    },
    csv: (table, file, options) => stageCsvFile({ staging, workDir, issue }, table, file, options),
    async addPlaced(table, columns, select, file, firstRow) {
      const name = partName(table);
      await connection.run(`create table part.${quoted(name)} as ${select}`);
      await addPart(table, { name, columns, placed: { file, firstRow } });
      const counted = await connection.runAndReadAll(`select count(*)::integer from part.${quoted(name)}`);
      return Number(counted.getRows()[0]?.[0] ?? 0);
    },
    async ensure(table, columns) {
      const name = partName(table);
      const declared = columns.map((column) => `${quoted(column)} varchar`);
      await connection.run(
        `create table part.${quoted(name)} (${["_file varchar", "_sheet varchar", "_row bigint", ...declared].join(", ")})`,
      );
      await addPart(table, { name, columns });
    },
    async run(sql) {
      flush();
      await connection.run(sql);
    },
    async rows(sql) {
      flush();
      return database.rows(sql);
    },
  };
  return staging;
}

type OpenWriter = StageWriter & { flush(): void; close(): void; firstFile(): string | undefined };

function makeWriter(appender: DuckDBAppender, width: number): OpenWriter {
  let waiting = 0;
  let firstFile: string | undefined;
  const flush = () => {
    if (waiting > 0) appender.flushSync();
    waiting = 0;
  };
  return {
    add({ file, sheet, row }: RowSource, values: readonly (string | null)[]) {
      firstFile ??= file;
      appender.appendVarchar(file);
      if (sheet === undefined) appender.appendNull();
      else appender.appendVarchar(sheet);
      appender.appendBigInt(BigInt(row));
      for (let i = 0; i < width; i++) {
        const value = values[i]?.trim();
        if (value === undefined || value === "") appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.endRow();
      if (++waiting >= FLUSH_EVERY) flush();
    },
    async full() {
      flush();
    },
    flush,
    firstFile: () => firstFile,
    close() {
      flush();
      appender.closeSync();
    },
  };
}

/** Every column any part has, in the order first seen; names differing only in case are one. */
function columnsOf(list: readonly Part[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const part of list)
    for (const column of part.columns) if (!seen.has(column.toLowerCase())) seen.set(column.toLowerCase(), column);
  return [...seen.values()];
}

function viewOf(table: string, list: readonly Part[]): string {
  const columns = columnsOf(list);
  const selects = list.map((part) => {
    const has = new Set(part.columns.map((column) => column.toLowerCase()));
    const place = part.placed
      ? `${sqlText(part.placed.file)} as _file, null::varchar as _sheet, rowid + ${part.placed.firstRow} as _row`
      : "_file, _sheet, _row";
    const cells = columns.map((column) =>
      has.has(column.toLowerCase()) ? quoted(column) : `null::varchar as ${quoted(column)}`,
    );
    return `select ${[place, ...cells].join(", ")} from part.${quoted(part.name)}`;
  });
  return `create or replace view staged.${quoted(table)} as\n${selects.join("\nunion all ")}`;
}

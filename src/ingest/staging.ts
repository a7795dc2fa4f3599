/** Staged source tables in an embedded DuckDB of a draft's own, which spills to the work folder when it outgrows its memory. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Issue } from "../domain/issue.ts";
import { type Database, openDatabase } from "../warehouse/database.ts";
import type { Staging } from "./contract.ts";
import { stageCsvFile } from "./formats/csv.ts";
import { STAGING_MEMORY, STAGING_THREADS } from "./limits.ts";
import { quoted } from "./sql-text.ts";
import { type OpenWriter, openWriter } from "./stage-writer.ts";
import { columnsOf, openParts, type StagedParts } from "./staged-parts.ts";

/** What one file gave to one table; a writer that was given no row has no file. */
export type GivenPart = {
  readonly table: string;
  readonly file: string | undefined;
  readonly columns: readonly string[];
};

/** A staging database with its connection, and what ingest itself needs of it besides the readers' contract. */
export interface StagingDatabase extends Staging {
  readonly connection: DuckDBConnection;
  /** The staged tables and the columns seen in them (without `_file`, `_sheet`, `_row`). */
  columns(): ReadonlyMap<string, readonly string[]>;
  /** Each file's own columns of each table. */
  given(): readonly GivenPart[];
  /** Makes sure a table and columns exist, empty when nothing was staged, so that SQL over them can always run. */
  ensure(table: string, columns: readonly string[]): Promise<void>;
  /** Adds a part made by a query, whose rows are numbered by place from `firstRow`, and returns how many there are. */
  addPlaced(table: string, columns: readonly string[], select: string, file: string, firstRow: number): Promise<number>;
  /** Hands everything written so far to DuckDB. */
  flush(): void;
  close(): void;
}

/** Opens an empty staging database that spills into `workDir`. */
export async function openStaging(workDir: string, issue: (issue: Issue) => void): Promise<StagingDatabase> {
  const spill = join(workDir, "spill");
  mkdirSync(spill, { recursive: true });
  const database = await openDatabase(":memory:", {
    threads: STAGING_THREADS,
    memoryLimit: STAGING_MEMORY,
    tempDirectory: spill,
  });
  await database.run("create schema staged; create schema part; create schema draft; set search_path = 'staged'");
  const writers: OpenWriter[] = [];
  const parts = openParts(database.connection);
  const staging: StagingDatabase = {
    ...writing(database, parts, writers),
    ...looking(database, parts, writers),
    csv: (table, file, options) => stageCsvFile({ staging, workDir, issue }, table, file, options),
  };
  return staging;
}

/** The verbs that add to staging. */
function writing(
  { connection }: Database,
  parts: StagedParts,
  writers: OpenWriter[],
): Pick<StagingDatabase, "writer" | "addPlaced" | "ensure"> {
  return {
    async writer(table, columns) {
      const name = await parts.create(table, columns);
      const writer = openWriter(await connection.createAppender(name, "part"), columns.length);
      writers.push(writer);
      await parts.add(table, { name, columns, firstFile: writer.firstFile });
      return writer;
    },
    async addPlaced(table, columns, select, file, firstRow) {
      const name = parts.nameFor(table);
      await connection.run(`create table part.${quoted(name)} as ${select}`);
      await parts.add(table, { name, columns, placed: { file, firstRow } });
      const counted = await connection.runAndReadAll(`select count(*)::integer from part.${quoted(name)}`);
      return Number(counted.getRows()[0]?.[0] ?? 0);
    },
    async ensure(table, columns) {
      await parts.add(table, { name: await parts.create(table, columns), columns });
    },
  };
}

/** The verbs that ask of staging; what was written so far is handed on first. */
function looking(
  database: Database,
  parts: StagedParts,
  writers: readonly OpenWriter[],
): Omit<StagingDatabase, "writer" | "addPlaced" | "ensure" | "csv"> {
  const flush = () => {
    for (const writer of writers) writer.flush();
  };
  return {
    connection: database.connection,
    columns: () => new Map([...parts.all()].map(([table, list]) => [table, columnsOf(list)])),
    given: () =>
      [...parts.all()].flatMap(([table, list]) =>
        list.map(({ columns, placed, firstFile }) => ({ table, columns, file: placed?.file ?? firstFile?.() })),
      ),
    flush,
    async run(sql) {
      flush();
      await database.run(sql);
    },
    async rows(sql) {
      flush();
      return database.rows(sql);
    },
    close() {
      for (const writer of writers) writer.close();
      database.close();
    },
  };
}

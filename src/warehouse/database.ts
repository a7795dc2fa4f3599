/** A DuckDB connection with the few verbs the rest of Waymark needs. */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export type Row = Readonly<Record<string, unknown>>;

export type Database = {
  readonly connection: DuckDBConnection;
  run(sql: string): Promise<void>;
  /** Rows as plain objects: dates as ISO text, whole numbers as numbers. */
  rows(sql: string): Promise<readonly Row[]>;
  /** The result column by column, for results too long to be objects; same values as `rows`. */
  columns(
    sql: string,
  ): Promise<{ readonly names: readonly string[]; readonly columns: readonly (readonly unknown[])[] }>;
  /** Closes once the queries under way have ended: DuckDB stands still for ever when a connection goes from under one. */
  close(): void;
};

export type DatabaseOptions = {
  readonly readOnly?: boolean;
  /** Most memory DuckDB may take, as it writes it: "2GB". */
  readonly memoryLimit?: string;
  readonly tempDirectory?: string;
  readonly threads?: number;
};

/** Opens a DuckDB file, or a database in memory when `path` is ":memory:". */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(path, {
    ...(options.readOnly === true ? { access_mode: "READ_ONLY" } : {}),
    memory_limit: options.memoryLimit ?? "2GB",
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.tempDirectory === undefined ? {} : { temp_directory: options.tempDirectory }),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const { during, close } = closingWhenIdle(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return {
    connection,
    run: async (sql) => {
      await during(() => connection.run(sql));
    },
    rows: async (sql) => {
      const reader = await during(() => connection.runAndReadAll(sql));
      return reader
        .getRowObjectsJS()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)])));
    },
    columns: async (sql) => {
      const reader = await during(() => connection.runAndReadAll(sql));
      return { names: reader.columnNames(), columns: reader.getColumnsJS().map((column) => column.map(plainValue)) };
    },
    close,
  };
}

/** Counts the work under way, so that closing waits for the last of it. */
function closingWhenIdle(end: () => void) {
  let running = 0;
  let state: "open" | "closing" | "closed" = "open";
  const endIfIdle = (): void => {
    if (state !== "closing" || running > 0) return;
    state = "closed";
    end();
  };
  return {
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        endIfIdle();
      }
    },
    close: (): void => {
      if (state === "open") state = "closing";
      endIfIdle();
    },
  };
}

/** DuckDB's JavaScript values made plain: bigint within range to number, a date to YYYY-MM-DD. */
function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
  }
  return value;
}

/** A text as SQL: for file paths and other values of our own making. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Kysely over Node's own SQLite: one connection, each transaction taking the write lock as it begins. */

import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { AppError } from "../domain/errors.ts";

/** How long a change waits for other processes' changes before it gives up. */
const PATIENCE_MS = 30_000;
const SQLITE_BUSY = 5;

/** Kysely holds that SQLite cannot undo a change of tables; it can, so a migration is one transaction like any other. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A dialect over a database that is open already; destroying the Kysely closes it. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => driverOf(database),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function driverOf(database: DatabaseSync): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => execute<R>(database, query),
    streamQuery: () => {
      throw new Error("The store's answers are small; none is streamed.");
    },
  };
  return {
    init: async () => undefined,
    // Kysely hands the one connection to one at a time, because the adapter says there is only one.
    acquireConnection: async () => connection,
    beginTransaction: async () => beginImmediate(database),
    commitTransaction: async () => database.exec("commit"),
    rollbackTransaction: async () => {
      // A failed commit can have undone the transaction already.
      if (database.isTransaction) database.exec("rollback");
    },
    releaseConnection: async () => undefined,
    destroy: async () => database.close(),
  };
}

function execute<R>(database: DatabaseSync, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(sql);
  const values = parameters as readonly SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
  const { changes } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

/**
 * SQLite's own waiting is unfair (one writer can starve another) and would hold up everything else in this process;
 * so it is asked not to wait, and we try again after a pause of random length.
 */
async function beginImmediate(database: DatabaseSync): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      database.exec("pragma busy_timeout = 0; begin immediate");
      return;
    } catch (cause) {
      if ((cause as { readonly errcode?: number }).errcode !== SQLITE_BUSY) throw cause;
      if (Date.now() > until)
        throw new AppError(
          "STORE_BUSY",
          "Other processes have been writing to the store for too long.",
          "Nothing was changed. Try again when they have ended.",
          { cause },
        );
      await pause(1 + Math.random() * 10);
    } finally {
      database.exec("pragma busy_timeout = 10000");
    }
  }
}

/** Brings a store's tables up to date; safe when several processes do so at once. */
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { AppError } from "../domain/errors.ts";
import { migrationsOf } from "./migrations/index.ts";
import type { StoreKind } from "./store.ts";

/** @throws AppError STORE_UNAVAILABLE when the tables cannot be brought up to date, or are newer than this program */
export async function migrate<Schema>(db: Kysely<Schema>, kind: StoreKind): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrationsOf(kind) },
    migrationTableName: "schema_migration",
    migrationLockTableName: "schema_migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new AppError(
    "STORE_UNAVAILABLE",
    `The store's tables could not be brought up to date: ${error instanceof Error ? error.message : String(error)}.`,
    "If a newer Waymark has opened this store, run that one; otherwise restore the store from its backup and report this.",
    { cause: error },
  );
}

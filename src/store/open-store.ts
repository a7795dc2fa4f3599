/** Opens the store of what people type: SQLite in the data folder, or PostgreSQL where an address is given. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { AppError } from "../domain/errors.ts";
import { canonicalJson } from "./canonical-json.ts";
import { appendEntry, takeLink } from "./chain.ts";
import { isDatabaseGone } from "./database-gone.ts";
import { migrate } from "./migrate.ts";
import type { StoreSchema } from "./schema.ts";
import { nodeSqliteDialect } from "./sqlite-dialect.ts";
import type { HousekeepingTransaction, Store, StoreKind, StoreTransaction } from "./store.ts";

export type { Access, By, Change, Changed, Store, StoreTransaction } from "./store.ts";

export type StorePlace = {
  /** The data folder; SQLite lies in it at store/waymark.sqlite. */
  readonly data: string;
  /** A PostgreSQL address (postgres://…), in place of SQLite. */
  readonly url?: string | undefined;
};

/** One Kysely for reading and one for changes; the same where the database keeps several connections itself. */
type Opened = { readonly kind: StoreKind; readonly reader: Kysely<StoreSchema>; readonly writer: Kysely<StoreSchema> };

/** Opens the store, making it or bringing its tables up to date where needed. @throws AppError STORE_UNAVAILABLE */
export async function openStore({ data, url }: StorePlace): Promise<Store> {
  const opened = url === undefined || url === "" ? await openSqlite(data) : await openPostgres(url);
  try {
    await migrate(opened.writer, opened.kind);
  } catch (fault) {
    await close(opened);
    throw fault;
  }
  return storeOn(opened);
}

function storeOn(opened: Opened): Store {
  const { kind, reader, writer } = opened;
  return {
    kind,
    db: reader,
    change: ({ actor, at, what }, work) =>
      inTransaction(writer, async (transaction) => {
        const link = await takeLink(transaction, "change");
        const { subject, before, after, result } = await work(transaction);
        const detail = canonicalJson({ before: before ?? null, after: after ?? null });
        await appendEntry(transaction, link, { at, actor, what, subject, detail });
        return result;
      }),
    housekeep: (work) =>
      inTransaction(writer, (transaction) => work(transaction as unknown as HousekeepingTransaction)),
    recordAccess: ({ actor, at, what, subject, purpose, detail }) =>
      inTransaction(writer, async (transaction) => {
        const link = await takeLink(transaction, "access");
        const text = canonicalJson({ purpose, detail: detail ?? null });
        await appendEntry(transaction, link, { at, actor, what, subject, detail: text });
      }),
    close: () => close(opened),
  };
}

async function inTransaction<T>(db: Kysely<StoreSchema>, work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (cause) {
    if (!isDatabaseGone(cause)) throw cause;
    throw new AppError(
      "STORE_UNAVAILABLE",
      `The store's database went away during a change: ${cause instanceof Error ? cause.message : String(cause)}.`,
      "When it is back, look whether the change was kept before making it again.",
      { cause },
    );
  }
}

async function openSqlite(data: string): Promise<Opened> {
  const { DatabaseSync } = await import("node:sqlite");
  const path = join(data, "store", "waymark.sqlite");
  const connect = (settings: string): Kysely<StoreSchema> => {
    const database = new DatabaseSync(path, { timeout: 10_000 });
    database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; ${settings}`);
    return new Kysely<StoreSchema>({ dialect: nodeSqliteDialect(database) });
  };
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return { kind: "sqlite", writer: connect(""), reader: connect("pragma query_only = on") };
  } catch (cause) {
    throw unavailable(path, cause);
  }
}

async function openPostgres(url: string): Promise<Opened> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // A server that restarts drops connections, idle or at work. The pool opens new ones, and a query under way fails by itself;
  // but an "error" event nobody listens to would end the whole process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    (await pool.connect()).release();
  } catch (cause) {
    await pool.end();
    throw unavailable("the address given as DATABASE_URL", cause);
  }
  const db = new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool }) });
  return { kind: "postgresql", reader: db, writer: db };
}

async function close({ reader, writer }: Opened): Promise<void> {
  if (reader !== writer) await reader.destroy();
  await writer.destroy();
}

function unavailable(where: string, cause: unknown): AppError {
  return new AppError(
    "STORE_UNAVAILABLE",
    `The store at ${where} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}.`,
    "Check that the folder can be written to, or that the database server runs and the address is right.",
    { cause },
  );
}

/** The kinds of store a test runs on: SQLite always, PostgreSQL where it is installed. Each test gets a store of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after } from "node:test";
import pg from "pg";
import type { StorePlace } from "../../src/store/open-store.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../postgres.ts";

export type Places = {
  readonly kind: "sqlite" | "postgresql";
  /** A place where no store is yet. */
  fresh(): Promise<StorePlace>;
  /** Runs SQL past the store, as somebody with the database's password could. */
  tamper(place: StorePlace, sql: string): Promise<void>;
  /** The server, where there is one. */
  readonly server: Postgres | null;
};

/** Folders and server are gone when the file's tests have run. In CI a missing PostgreSQL is a failure, not a skip. */
export async function storePlaces(): Promise<readonly Places[]> {
  const programs = postgresPrograms();
  if (programs === null && process.env.CI !== undefined) throw new Error("PostgreSQL is not installed.");
  return programs === null ? [sqlitePlaces()] : [sqlitePlaces(), await postgresPlaces(programs)];
}

/** SQLite alone. */
export function sqlitePlaces(): Places {
  const folder = mkdtempSync(join(tmpdir(), "waymark-store-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    kind: "sqlite",
    server: null,
    fresh: async () => ({ data: mkdtempSync(join(folder, "data-")) }),
    tamper: async ({ data }, sql) => {
      const database = new DatabaseSync(join(data, "store", "waymark.sqlite"), { timeout: 5000 });
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
  };
}

/** PostgreSQL alone, on a server of its own. */
export async function postgresPlaces(programs: string): Promise<Places> {
  const server = await startPostgres(programs);
  after(() => server.stop());
  let made = 0;
  return {
    kind: "postgresql",
    server,
    fresh: async () => {
      made += 1;
      await server.client.query(`create database store_${made}`);
      return { data: "", url: `postgres://waymark@127.0.0.1:${server.port}/store_${made}` };
    },
    tamper: async ({ url }, sql) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
  };
}

/** A made-up person at a made-up moment. */
export function by(actor: string, minute = 0): { readonly actor: string; readonly at: string } {
  return { actor, at: new Date(Date.UTC(2026, 3, 20, 9, minute)).toISOString() };
}

/** The bytes of a text. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

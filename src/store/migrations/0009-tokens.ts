/** Tokens for programs, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Makes the table. */
export const tokens: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(`create table api_token (
  id integer primary key,
  person text not null references person (id),
  name text not null,
  secret_hash text not null unique,
  last_day text not null,
  author text not null,
  at text not null,
  withdrawn_at text
)`)
      .execute(db);
  },
};

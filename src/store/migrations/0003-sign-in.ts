/** Codes good for one use, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Makes the table. */
export const signIn: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(`create table one_time_code (
  code_hash text primary key,
  kind text not null check (kind in ('first-run', 'invitation', 'provider')),
  person text references person (id),
  content text not null,
  made_at text not null,
  expires_at text not null,
  used_at text
)`)
      .execute(db);
    await sql.raw("create index one_time_code_person on one_time_code (person)").execute(db);
  },
};

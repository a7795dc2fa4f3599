/** Lists kept under a name and notes on children's records, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const TABLES: Readonly<Record<string, string>> = {
  saved_list: `
  id integer primary key,
  name text not null,
  about text not null,
  owner text not null references person (id),
  team text,
  question text not null,
  version integer not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  case_note: `
  id integer primary key,
  child text not null,
  kind text not null check (kind in ('recording-error', 'explanation')),
  body text not null,
  team text,
  author text not null,
  at text not null,
  answered_at text,
  answered_by text,
  answer text,
  withdrawn_at text`,
};

/** Makes the tables. */
export const savedLists: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const [table, columns] of Object.entries(TABLES))
      await sql.raw(`create table ${table} (${columns}\n)`).execute(db);
    await sql.raw("create index case_note_child on case_note (child)").execute(db);
  },
};

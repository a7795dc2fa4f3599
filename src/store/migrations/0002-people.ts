/** People, roles and sessions, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const TABLES: Readonly<Record<string, string>> = {
  person: `
  id text primary key,
  name text not null,
  email text not null unique,
  external_id text unique,
  is_break_glass integer not null,
  added_at text not null,
  closed_at text`,
  password: `
  person text primary key references person (id),
  hash text not null,
  set_at text not null`,
  role_grant: `
  id integer primary key,
  person text not null references person (id),
  role text not null,
  scope_kind text not null check (scope_kind in ('authority', 'service', 'team', 'own-cases')),
  scope_name text,
  valid_from text not null,
  valid_to text,
  author text not null,
  at text not null,
  withdrawn_at text`,
  session: `
  id_hash text primary key,
  person text not null references person (id),
  how text not null,
  form_token text not null,
  purpose text,
  created_at text not null,
  seen_at text not null,
  ended_at text`,
  sign_in_failure: `
  key text primary key,
  count integer not null,
  last_at text not null`,
  draft: `
  person text not null,
  form text not null,
  content text not null,
  at text not null,
  primary key (person, form)`,
  page_use: `
  person text not null,
  day text not null,
  page text not null,
  subject text not null,
  count integer not null,
  primary key (person, day, page, subject)`,
};

/** Makes the tables. */
export const people: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const [table, columns] of Object.entries(TABLES))
      await sql.raw(`create table ${table} (${columns}\n)`).execute(db);
    await sql.raw("create index session_person on session (person)").execute(db);
  },
};

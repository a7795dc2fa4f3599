/** Figures entered by hand and who enters them, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const TABLES: Readonly<Record<string, string>> = {
  entered_figure: `
  id integer primary key,
  measure text not null,
  period text not null,
  period_start text not null,
  period_end text not null,
  numerator double precision,
  denominator double precision,
  value double precision,
  text text,
  state text,
  note text,
  version integer not null,
  author text not null,
  at text not null,
  withdrawn_at text,
  unique (measure, period)`,
  entered_figure_version: `
  figure integer not null references entered_figure (id),
  version integer not null,
  content text,
  person text not null,
  at text not null,
  primary key (figure, version)`,
  figure_owner: `
  id integer primary key,
  measure text not null,
  person text not null references person (id),
  due_days integer not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
};

/** Makes the tables. */
export const data: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const [table, columns] of Object.entries(TABLES))
      await sql.raw(`create table ${table} (${columns}\n)`).execute(db);
    await sql.raw("create index figure_owner_measure on figure_owner (measure)").execute(db);
  },
};

/** Drafts and versions of definitions, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store.ts";
import { appendOnlySql } from "./keep-rows.ts";

const TABLES: Readonly<Record<string, string>> = {
  definition_draft: `
  id integer primary key,
  kind text not null,
  subject text not null,
  path text not null,
  title text not null,
  content text not null,
  base text,
  reason text,
  breaks_from text,
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'withdrawn')),
  version integer not null,
  authors text not null,
  opened_at text not null,
  at text not null,
  decided_by text,
  decision text`,
  definition_version: `
  kind text not null,
  subject text not null,
  version integer not null,
  path text not null,
  title text not null,
  before text,
  content text not null,
  reason text not null,
  breaks_from text,
  author text not null,
  approver text not null,
  at text not null,
  draft integer not null,
  primary key (kind, subject, version)`,
};

/** Makes the tables; a version stays as it was approved. */
export function definitions(kind: StoreKind): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      const statements = [
        ...Object.entries(TABLES).map(([table, columns]) => `create table ${table} (${columns}\n)`),
        "create index definition_draft_look_up on definition_draft (kind, subject)",
        ...appendOnlySql(kind, ["definition_version"]),
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

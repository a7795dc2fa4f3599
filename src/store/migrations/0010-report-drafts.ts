/** Drafts of reports and what was released of them, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store.ts";
import { appendOnlySql } from "./keep-rows.ts";

const TABLES: Readonly<Record<string, string>> = {
  report_draft: `
  id integer primary key,
  template text not null,
  title text not null,
  scorecard text,
  period text not null,
  audience text not null check (audience in ('internal', 'published')),
  question text not null,
  answers text not null,
  version integer not null,
  author text not null,
  opened_at text not null,
  at text not null,
  withdrawn_at text`,
  report_passage: `
  id integer primary key,
  draft integer not null references report_draft (id),
  block text not null,
  kind text not null check (kind in ('replace', 'add')),
  body text not null,
  generated text not null,
  based_on text not null,
  previous integer,
  author text not null,
  at text not null,
  withdrawn_at text`,
  report_flag_answer: `
  id integer primary key,
  draft integer not null references report_draft (id),
  place text not null,
  flag text not null,
  code text not null,
  quote text not null,
  reason text not null,
  author text not null,
  at text not null`,
  report_release: `
  id integer primary key,
  draft integer not null references report_draft (id),
  template text not null,
  title text not null,
  scorecard text,
  period text not null,
  audience text not null check (audience in ('internal', 'published')),
  model text not null,
  checksum text not null,
  author text not null,
  at text not null`,
  report_withdrawal: `
  release integer primary key references report_release (id),
  reason text not null,
  author text not null,
  at text not null`,
};

/** Makes the tables; what was released stays as it was. */
export function reportDrafts(kind: StoreKind): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      const statements = [
        ...Object.entries(TABLES).map(([table, columns]) => `create table ${table} (${columns}\n)`),
        "create index report_passage_draft on report_passage (draft)",
        "create index report_release_draft on report_release (draft)",
        ...appendOnlySql(kind, ["report_flag_answer", "report_release", "report_withdrawal"]),
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

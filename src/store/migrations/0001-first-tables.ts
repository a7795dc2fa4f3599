/** The first tables of the store, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store.ts";
import { keepRowsSql } from "./keep-rows.ts";

const LOG = `
  sequence integer primary key,
  at text not null,
  actor text not null,
  what text not null,
  subject text not null,
  detail text not null,
  previous_hash text not null,
  hash text not null`;

/** Table name to its columns; `BYTES` is what the database calls bytes. */
const TABLES: Readonly<Record<string, string>> = {
  change_log: LOG,
  access_log: LOG,
  log_head: `
  log text primary key,
  sequence integer not null,
  hash text not null`,
  target: `
  id integer primary key,
  scorecard text not null,
  reference text not null,
  text text,
  origin text not null,
  basis text not null,
  valid_from text,
  valid_to text,
  is_under_review integer not null,
  review_by text,
  reason text,
  bands text,
  rating text,
  direction text,
  compare text,
  author text not null,
  at text not null,
  withdrawn_at text`,
  person_rating: `
  id integer primary key,
  scorecard text not null,
  reference text not null,
  period text not null,
  word text not null,
  reason text not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  comment: `
  id integer primary key,
  scorecard text not null,
  period text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved')),
  version integer not null,
  author text not null,
  at text not null,
  due text,
  withdrawn_at text`,
  comment_version: `
  comment integer not null references comment (id),
  version integer not null,
  body text not null,
  state text not null,
  reason text,
  person text not null,
  at text not null,
  primary key (comment, version)`,
  flag_answer: `
  id integer primary key,
  comment integer not null references comment (id),
  flag text not null,
  code text not null,
  quote text not null,
  reason text not null,
  author text not null,
  at text not null`,
  comment_due: `
  id integer primary key,
  scorecard text not null,
  period text not null,
  reference_list text not null,
  owner text not null,
  due text not null,
  withdrawn_at text`,
  reconciliation_acceptance: `
  id integer primary key,
  rule text not null,
  scorecard text not null,
  period text not null,
  reason text not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  series_note: `
  id integer primary key,
  measure text not null,
  time_window text,
  from_period text not null,
  kind text not null check (kind in ('step-change', 'series-break', 'annotation')),
  reason text not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  sign_off: `
  id integer primary key,
  scorecard text not null,
  period text not null,
  role text not null,
  person text not null,
  at text not null,
  covers text,
  withdrawn_at text`,
  edition: `
  id text primary key,
  scorecard text not null,
  period text not null,
  number integer not null,
  kind text not null check (kind in ('first', 'scheduled-revision', 'unscheduled-revision')),
  reason text,
  corrects text references edition (id),
  published_at text not null,
  published_by text not null,
  audience text not null,
  checksum text not null,
  unique (scorecard, period, number)`,
  // Checked when the transaction ends: files go in before their edition, so that none can be added to an edition that stands.
  edition_file: `
  edition text not null references edition (id) deferrable initially deferred,
  path text not null,
  bytes BYTES not null,
  sha256 text not null,
  primary key (edition, path)`,
  publication_plan: `
  id integer primary key,
  scorecard text not null,
  period text not null,
  announced_on text not null,
  publish_on text not null,
  author text not null,
  at text not null`,
  setting: `
  key text primary key,
  value text not null`,
};

const INDEXES: Readonly<Record<string, string>> = {
  target: "scorecard, reference",
  person_rating: "scorecard, period",
  comment: "scorecard, period",
  flag_answer: "comment",
  comment_due: "scorecard, period",
  reconciliation_acceptance: "scorecard, period",
  series_note: "measure",
  sign_off: "scorecard, period",
  publication_plan: "scorecard, period",
};

/** Rows of these tables never change once written. */
const KEPT = ["change_log", "access_log", "comment_version", "flag_answer", "edition", "edition_file"];

/** Makes the tables, the empty logs, and the triggers that keep rows as they were written. */
export function firstTables(kind: StoreKind): Migration {
  const bytes = kind === "sqlite" ? "blob" : "bytea";
  const ending = kind === "sqlite" ? " strict" : "";
  return {
    up: async (db: Kysely<unknown>) => {
      const statements = [
        ...Object.entries(TABLES).map(
          ([table, columns]) => `create table ${table} (${columns.replace("BYTES", bytes)}\n)${ending}`,
        ),
        ...Object.entries(INDEXES).map(([table, columns]) => `create index ${table}_look_up on ${table} (${columns})`),
        "insert into log_head (log, sequence, hash) values ('change', 0, ''), ('access', 0, '')",
        ...keepRowsSql(kind, KEPT),
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

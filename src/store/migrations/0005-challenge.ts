/** Challenge sessions, actions and promises, in the SQL that SQLite and PostgreSQL share. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { StoreKind } from "../store.ts";
import { appendOnlySql } from "./keep-rows.ts";

const TABLES: Readonly<Record<string, string>> = {
  challenge_session: `
  id integer primary key,
  title text not null,
  held_on text not null,
  teams text not null,
  state text not null check (state in ('planned', 'held')),
  version integer not null,
  author text not null,
  at text not null,
  held_at text,
  held_by text,
  withdrawn_at text`,
  challenge_pack: `
  session integer not null references challenge_session (id),
  team text not null,
  pack text not null,
  at text not null,
  primary key (session, team)`,
  challenge: `
  id integer primary key,
  session integer not null references challenge_session (id),
  team text not null,
  question text not null,
  answer text not null,
  version integer not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  challenge_action: `
  id integer primary key,
  session integer references challenge_session (id),
  challenge integer references challenge (id),
  team text not null,
  text text not null,
  owner text references person (id),
  owner_name text not null,
  due text not null,
  measure text,
  time_window text,
  agreed_figure text,
  state text not null check (state in ('open', 'done')),
  version integer not null,
  author text not null,
  at text not null,
  withdrawn_at text`,
  action_note: `
  action integer not null references challenge_action (id),
  number integer not null,
  kind text not null,
  text text not null,
  person text not null,
  at text not null,
  primary key (action, number)`,
  comment_promise: `
  id integer primary key,
  comment integer not null references comment (id),
  scorecard text not null,
  period text not null,
  reference text not null,
  measure text not null,
  time_window text not null,
  quote text not null,
  expects text not null,
  due_from text not null,
  due_to text not null,
  state text not null check (state in ('confirmed', 'set-aside')),
  author text not null,
  at text not null,
  withdrawn_at text`,
};

const INDEXES = [
  "create index challenge_of_session on challenge (session)",
  "create index challenge_action_owner on challenge_action (owner)",
  "create index challenge_action_team on challenge_action (team)",
  "create index comment_promise_comment on comment_promise (comment)",
];

/** Makes the tables; packs and notes of actions stay as they were written. */
export function challenge(kind: StoreKind): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const [table, columns] of Object.entries(TABLES))
        await sql.raw(`create table ${table} (${columns}\n)`).execute(db);
      for (const statement of [...INDEXES, ...appendOnlySql(kind, ["challenge_pack", "action_note"])])
        await sql.raw(statement).execute(db);
    },
  };
}

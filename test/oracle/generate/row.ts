/** Makes up one row of a table from its declared columns. */
import { addDays, type IsoDate } from "../../../src/domain/dates.ts";
import type { CanonicalTable, Field } from "../../../src/domain/tables/table.ts";
import { type Row, textOf, type Value } from "../world.ts";
import { dayOfLife, followingDay, turningDay } from "./days.ts";
import type { Habits } from "./habits.ts";
import type { Chance } from "./random.ts";
import type { Words } from "./words.ts";

export type Child = { readonly id: string; readonly days: readonly IsoDate[] };

export type Making = {
  readonly chance: Chance;
  readonly words: Words;
  readonly habits: Habits;
  /** Tables made so far, which later ones name. */
  readonly made: ReadonlyMap<string, readonly Row[]>;
};

/** What a row is about: a child, if any; its rows before; a day it must be near, if any. */
export type Subject = { readonly child: Child | null; readonly before: readonly Row[]; readonly near?: IsoDate };

/** Nothing begins after it. */
const LAST_DAY = "2025-08-31";

/** One row; its first date lies near days that matter, the others a telling span after it. */
export function rowOf(table: CanonicalTable, subject: Subject, making: Making): Row {
  const { child, before } = subject;
  const row: Record<string, Value> = {};
  for (const [name, field] of Object.entries(table.fields)) {
    if (name === "person_id") row[name] = child?.id ?? null;
    else if (field.type === "date") row[name] = null;
    else if (table.key.includes(name)) row[name] = `${table.name}-${before.length + 1}`;
    else row[name] = cellOf(name, field, row, table, making);
  }
  const dated = { ...row, ...datesOf(table, row, subject, making) };
  const isTaken = before.some((other) => table.key.every((column) => other[column] === dated[column]));
  return isTaken ? rowOf(table, subject, making) : dated;
}

function datesOf(table: CanonicalTable, row: Row, subject: Subject, making: Making): Row {
  const { chance, habits } = making;
  const dates: Record<string, Value> = {};
  let first: IsoDate | null = null;
  for (const [name, field] of Object.entries(table.fields)) {
    if (field.type !== "date") continue;
    if (!field.required && chance.percent(habits.emptiness(table.name, name))) continue;
    dates[name] = first === null ? beginning(row, subject, making) : followingDay(first, chance, habits.isSlow);
    first ??= textOf(dates, name);
  }
  return dates;
}

/** Half of what follows something begins where it ended, or a telling span after what it names. */
function beginning(row: Row, { child, before, near }: Subject, making: Making): IsoDate {
  const { chance } = making;
  if (near !== undefined) return addDays(near, chance.below(20));
  const earlier = child === null ? undefined : before.findLast((candidate) => candidate.person_id === child.id);
  const ended = textOf(earlier, "end") ?? textOf(earlier, "to_date");
  if (ended !== null && ended < LAST_DAY && chance.percent(45)) return ended;
  const cause = causeOf(row, making);
  if (cause !== null && cause < LAST_DAY && chance.percent(45)) return followingDay(cause, chance, false);
  return child === null ? turningDay(chance) : dayOfLife(child.days, chance);
}

/** The day of the row this one names: a referral's, an enquiry's, a plan's. */
function causeOf(row: Row, { made }: Making): IsoDate | null {
  for (const [column, wanted] of Object.entries(ID_TABLES))
    for (const [table, key] of wanted) {
      const named = (made.get(table) ?? []).find((candidate) => candidate[key] === row[column] && row[column] != null);
      const day = textOf(named, "start") ?? textOf(named, "date");
      if (day !== null && named?.person_id === row.person_id) return day;
    }
  return null;
}

function cellOf(name: string, field: Field, row: Row, table: CanonicalTable, making: Making): Value {
  const { chance, habits } = making;
  if (!field.required && chance.percent(habits.emptiness(table.name, name))) return null;
  if (field.type === "boolean") return chance.percent(50);
  if (name === "sessions_possible") return chance.pick([0, 1, 10, 100, 190]);
  if (field.type === "integer") return chance.pick([0, 1, 2, 3, 5, 10, 19]);
  if (field.type === "number") return chance.pick([0, 0.5, 1, 19.9, 20, 20.1, 30]);
  return wordOf(name, field, row, table, making);
}

function wordOf(name: string, field: Field, row: Row, table: CanonicalTable, making: Making): Value {
  const { chance, words, habits } = making;
  if (name in ID_TABLES) return idOf(name, row, making);
  if (name === "name") return `The ${String(row.team_id)} team`;
  const codes = words.codes.get(field.codes ?? "") ?? [];
  const asked = [...(words.telling.get(`${table.name}.${name}`) ?? []), ...(words.telling.get(name) ?? [])];
  const telling = codes.length === 0 ? asked : asked.filter((word) => codes.includes(word));
  if (telling.length > 0 && chance.percent(85))
    return chance.pick(chance.percent(70) ? habits.favoured(table.name, name, telling) : telling);
  return codes.length > 0 ? chance.pick(codes) : `${name}-${chance.below(3)}`;
}

/** What a column that names another row holds: mostly a row of the same child, sometimes one of another, sometimes nothing known. */
function idOf(name: string, row: Row, { chance, made }: Making): Value {
  const [table, key] = chance.pick(ID_TABLES[name] ?? []);
  const rows = made.get(table) ?? [];
  const own = rows.filter((candidate) => candidate.person_id === row.person_id || !("person_id" in candidate));
  const pool = own.length > 0 && chance.percent(85) ? own : rows;
  if (pool.length === 0 || chance.percent(6)) return `${name}-${chance.below(3)}`;
  // The first of the workers and teams hold most cases, so that some hold many.
  const chosen = "person_id" in (pool[0] ?? {}) || chance.percent(50) ? chance.pick(pool) : pool[0];
  return chosen?.[key] ?? null;
}

/** The rows a column may name: table and key. */
export const ID_TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  team: [
    ["team", "team_id"],
    ["team", "team_id"],
    ["team", "name"],
  ],
  team_id: [["team", "team_id"]],
  parent_id: [["team", "team_id"]],
  worker: [["worker", "worker_id"]],
  worker_id: [["worker", "worker_id"]],
  advisor: [["worker", "worker_id"]],
  referral_id: [["referral", "referral_id"]],
  s47_id: [["s47_enquiry", "id"]],
  icpc_id: [["icpc", "id"]],
  assessment_id: [["assessment", "id"]],
  subject_id: [
    ["cp_plan", "id"],
    ["cp_plan", "id"],
    ["care_episode", "id"],
  ],
};

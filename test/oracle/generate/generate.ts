/** Makes small worlds up: every canonical table filled from its declared columns, dirty and crowded round the days that matter. */
import type { Measure } from "../../../src/domain/measure.ts";
import { TABLES } from "../../../src/domain/tables/index.ts";
import type { CanonicalTable } from "../../../src/domain/tables/table.ts";
import type { Row } from "../world.ts";
import { birthDay, followingDay, ownDays, turningDay } from "./days.ts";
import { habitsOf } from "./habits.ts";
import { jostledExamples } from "./jostled-examples.ts";
import { type Chance, chanceOf } from "./random.ts";
import { populationRows, typedRows } from "./reference.ts";
import { type Child, type Making, rowOf } from "./row.ts";
import type { Words } from "./words.ts";

export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Tables no measure counts rows of. */
const REFERENCE: readonly string[] = ["comparator", "neighbour", "bank_holiday", "code", "purge"];
/** Tables whose rows stand for themselves. */
const THINGS: Readonly<Record<string, number>> = { team: 9, worker: 5 };
/** Rows about no child, in tables that may have them. */
const ABOUT_NO_CHILD = 25;
/** Rows of a burst: one child, one month. */
const BURST = 6;

/** The tables of one authority; the same seed gives the same rows. */
export function generateTables(
  seed: number,
  authority: string,
  { words, measures }: { readonly words: Words; readonly measures: readonly Measure[] },
): Tables {
  const chance = chanceOf(seed);
  const made = new Map<string, readonly Row[]>();
  const making: Making = { chance, words, habits: habitsOf(chance), made };
  const children = Array.from(
    { length: 20 + chance.below(15) },
    (_, index): Child => ({ id: `c${index + 1}`, days: ownDays(chance) }),
  );
  made.set("population", populationRows(authority, chance));
  made.set("aggregate_input", typedRows(measures, chance));
  for (const table of orderedTables()) {
    if (REFERENCE.includes(table.name) || made.has(table.name)) continue;
    const isKept = !making.habits.isBare || table.name === "person" || chance.percent(50);
    made.set(table.name, isKept ? rowsOfTable(table, children, making) : []);
  }
  if (making.habits.isBare) return Object.fromEntries(made);
  for (const [table, rows] of jostledExamples(measures, chance)) made.set(table, [...(made.get(table) ?? []), ...rows]);
  return Object.fromEntries(made);
}

/** People, teams, workers and plans first, because the others name them. */
function orderedTables(): readonly CanonicalTable[] {
  const first = ["person", "team", "worker", "referral", "cp_plan", "care_episode"];
  const placeOf = ({ name }: CanonicalTable): number => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...TABLES].sort((a, b) => placeOf(a) - placeOf(b));
}

function rowsOfTable(table: CanonicalTable, children: readonly Child[], making: Making): readonly Row[] {
  const { chance, habits } = making;
  const rows: Row[] = [];
  const add = (child: Child | null, count: number, near?: string): void => {
    for (let left = count; left > 0; left -= 1)
      rows.push(rowOf(table, { child, before: rows, ...(near === undefined ? {} : { near }) }, making));
  };
  if (table.name === "person") return children.map((child) => personRow(table, child, making));
  if (!("person_id" in table.fields)) add(null, THINGS[table.name] ?? 0);
  else {
    for (const child of children) {
      add(child, chance.pick(habits.copies(table.name)));
      if (chance.percent(5)) add(child, BURST, turningDay(chance).replace(/\d\d$/, "01"));
    }
    if (table.fields.person_id?.required !== true) add(null, ABOUT_NO_CHILD);
  }
  return shuffled([...rows, ...repeatsOf(table, rows, chance)], chance);
}

/** A few rows told twice under another id, as returns do; never where the key is more than an id. */
function repeatsOf(table: CanonicalTable, rows: readonly Row[], chance: Chance): readonly Row[] {
  const [key] = table.key;
  if (key === undefined || table.key.length > 1 || table.name in THINGS) return [];
  return rows.filter(() => chance.percent(4)).map((row) => ({ ...row, [key]: `${String(row[key])}-again` }));
}

function shuffled(rows: readonly Row[], chance: Chance): readonly Row[] {
  return rows
    .map((row) => ({ row, place: chance.below(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** Born, unborn, or nobody knows when. */
function personRow(table: CanonicalTable, child: Child, making: Making): Row {
  const { chance } = making;
  const isUnborn = chance.percent(8);
  const isUnknown = chance.percent(5);
  return {
    ...rowOf(table, { child, before: [] }, making),
    person_id: child.id,
    dob: isUnborn || isUnknown ? null : birthDay(child.days, chance),
    expected_dob: isUnborn ? followingDay(chance.pick(child.days), chance, false) : null,
    death_date: null,
  };
}

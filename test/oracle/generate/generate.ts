/** Makes small worlds up: every canonical table filled from its declared columns, dirty and crowded round the days that matter. */
import type { IsoDate } from "../../../src/domain/dates.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { periodContaining } from "../../../src/domain/period.ts";
import { TABLES } from "../../../src/domain/tables/index.ts";
import type { CanonicalTable, Field } from "../../../src/domain/tables/table.ts";
import type { Row, Value } from "../world.ts";
import { birthDay, dayOfLife, followingDay, ownDays, turningDay } from "./days.ts";
import { type Chance, chanceOf } from "./random.ts";
import type { Words } from "./words.ts";

export type Tables = Readonly<Record<string, readonly Row[]>>;

type Child = { readonly id: string; readonly days: readonly IsoDate[] };

type Making = {
  readonly chance: Chance;
  readonly words: Words;
  readonly made: Map<string, Row[]>;
};

const REFERENCE: readonly string[] = ["comparator", "neighbour", "bank_holiday", "code", "purge"];

/** Nothing begins after it. */
const LAST_DAY = "2025-08-31";
/** How many rows a child has in a table: mostly none or one, now and then many. */
const COPIES: readonly number[] = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 7];

/** The tables of one authority; the same seed gives the same rows. */
export function generateTables(
  seed: number,
  authority: string,
  { words, measures }: { readonly words: Words; readonly measures: readonly Measure[] },
): Tables {
  const chance = chanceOf(seed);
  const making: Making = { chance, words, made: new Map() };
  const children = Array.from(
    { length: 35 + chance.below(20) },
    (_, index): Child => ({ id: `c${index + 1}`, days: ownDays(chance) }),
  );
  for (const table of orderedTables()) {
    const rows = rowsOfTable(table, children, making, { authority, measures });
    // Who is who is never told twice, nor what a key names.
    making.made.set(table.name, rows);
  }
  return Object.fromEntries(making.made);
}

/** People, teams and workers first, because the others name them. */
function orderedTables(): readonly CanonicalTable[] {
  const first = ["person", "team", "worker", "referral"];
  return [...TABLES].sort((a, b) => placeOf(a.name) - placeOf(b.name));
  function placeOf(name: string): number {
    return first.includes(name) ? first.indexOf(name) : first.length;
  }
}

function rowsOfTable(
  table: CanonicalTable,
  children: readonly Child[],
  making: Making,
  { authority, measures }: { readonly authority: string; readonly measures: readonly Measure[] },
): Row[] {
  const { chance } = making;
  if (REFERENCE.includes(table.name)) return [];
  if (table.name === "person") return children.map((child) => personRow(child, making));
  if (table.name === "population") return populationRows(authority, chance);
  if (table.name === "aggregate_input") return typedRows(measures, chance);
  if (table.name === "team" || table.name === "worker")
    return Array.from({ length: table.name === "team" ? 6 : 5 }, () => null).reduce<Row[]>(
      (rows) => [...rows, rowOf(table, null, rows, making)],
      [],
    );
  const rows: Row[] = [];
  for (const child of children)
    for (let left = chance.pick(COPIES); left > 0; left -= 1) rows.push(rowOf(table, child, rows, making));
  if (table.fields.person_id?.required !== true && "person_id" in table.fields)
    for (let left = 25; left > 0; left -= 1) rows.push(rowOf(table, null, rows, making));
  return withRepeats(table, rows, chance);
}

/** A few rows told twice under another id, in no particular order, as returns do. */
function withRepeats(table: CanonicalTable, rows: readonly Row[], chance: Chance): Row[] {
  const own = table.key.find((column) => column !== "person_id");
  const repeats =
    table.key.length === 1 && own !== undefined
      ? rows.filter(() => chance.percent(4)).map((row) => ({ ...row, [own]: `${String(row[own])}-again` }))
      : [];
  return [...rows, ...repeats]
    .map((row) => ({ row, place: chance.below(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

function rowOf(table: CanonicalTable, child: Child | null, before: readonly Row[], making: Making): Row {
  const { chance } = making;
  const row: Record<string, Value> = {};
  const earlier = child === null ? undefined : before.findLast((candidate) => candidate.person_id === child.id);
  const ended = earlier?.end ?? earlier?.to_date ?? null;
  const days = child?.days ?? [turningDay(chance)];
  // Half of what follows something begins where it ended.
  let anchor = ended !== null && ended < LAST_DAY && chance.percent(50) ? String(ended) : dayOfLife(days, chance);
  let isFirstDate = true;
  for (const [name, field] of Object.entries(table.fields)) {
    if (name === "person_id") row[name] = child?.id ?? null;
    else if (table.key.includes(name) && field.type !== "date") row[name] = `${table.name}-${before.length + 1}`;
    else if (field.type === "date") {
      const isLeftOut = !field.required && chance.percent(isFirstDate ? 12 : 30);
      row[name] = isLeftOut ? null : isFirstDate ? anchor : followingDay(anchor, chance);
      if (isFirstDate && !isLeftOut) {
        anchor = String(row[name]);
        isFirstDate = false;
      }
    } else row[name] = cellOf(name, field, row, table, making);
  }
  return uniqueIn(table, row, before) ? row : rowOf(table, child, before, making);
}

function uniqueIn(table: CanonicalTable, row: Row, before: readonly Row[]): boolean {
  return !before.some((other) => table.key.every((column) => other[column] === row[column]));
}

function cellOf(name: string, field: Field, row: Row, table: CanonicalTable, making: Making): Value {
  const { chance } = making;
  if (!field.required && chance.percent(12)) return null;
  switch (field.type) {
    case "boolean":
      return chance.percent(50);
    case "integer":
    case "number":
      if (name === "sessions_possible") return chance.pick([0, 1, 10, 100, 190]);
      return field.type === "integer"
        ? chance.pick([0, 1, 2, 3, 5, 10, 19])
        : chance.pick([0, 0.5, 1, 19.9, 20, 20.1, 30]);
    default:
      return wordOf(name, field, row, table, making);
  }
}

function wordOf(name: string, field: Field, row: Row, table: CanonicalTable, making: Making): Value {
  const { chance, words } = making;
  const named = idOf(name, row, making);
  if (named !== null) return named;
  if (name === "name") return `The ${String(row.team_id)} team`;
  const codes = words.codes.get(field.codes ?? "") ?? [];
  const asked = [...(words.telling.get(`${table.name}.${name}`) ?? []), ...(words.telling.get(name) ?? [])];
  const telling = codes.length === 0 ? asked : asked.filter((word) => codes.includes(word));
  if (telling.length > 0 && chance.percent(75)) return chance.pick(telling);
  return codes.length > 0 ? chance.pick(codes) : `${table.name}-${name}-${chance.below(3)}`;
}

/** What a column that names another row holds: mostly a row of the same child, sometimes one of another, sometimes nothing known. */
function idOf(name: string, row: Row, { chance, made }: Making): Value {
  const wanted = ID_TABLES[name];
  if (wanted === undefined) return null;
  const [table = "", key = "id"] = chance.pick(wanted);
  const rows = made.get(table) ?? [];
  const own = rows.filter((candidate) => candidate.person_id === row.person_id || !("person_id" in candidate));
  const pool = own.length > 0 && chance.percent(80) ? own : rows;
  if (table === "" || pool.length === 0 || chance.percent(6)) return `${name}-${chance.below(3)}`;
  // The first of the workers and teams hold most cases, so that some hold many.
  const chosen = "person_id" in (pool[0] ?? {}) || chance.percent(50) ? chance.pick(pool) : pool[0];
  return chosen?.[key] ?? null;
}

/** The rows a column may name: table and key. */
const ID_TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
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
  household_id: [["", ""]],
};

function personRow({ id, days }: Child, making: Making): Row {
  const { chance } = making;
  const table = TABLES.find(({ name }) => name === "person");
  if (table === undefined) throw new Error("There is no table of people.");
  const isUnborn = chance.percent(8);
  const isUnknown = chance.percent(5);
  return {
    ...rowOf(table, { id, days }, [], making),
    person_id: id,
    dob: isUnborn || isUnknown ? null : birthDay(days, chance),
    expected_dob: isUnborn ? followingDay(chance.pick(days), chance) : null,
    death_date: null,
  };
}

function populationRows(authority: string, chance: Chance): Row[] {
  return ["0-17", "10-17", "16-17"].flatMap((age_group) =>
    [2021, 2022, 2024]
      .filter((year) => year === 2022 || chance.percent(60))
      .flatMap((year) =>
        ["a", "b"].map((version) => ({
          area: authority,
          age_group,
          year,
          version,
          estimate: 1000 + chance.below(9000),
        })),
      ),
  );
}

/** What was typed in for measures collected by hand: some periods, some whole years, numbers or words or nothing. */
function typedRows(measures: readonly Measure[], chance: Chance): Row[] {
  const months = Array.from(
    { length: 24 },
    (_, month) => `${2023 + Math.floor((month + 6) / 12)}-${String(((month + 6) % 12) + 1).padStart(2, "0")}-15`,
  );
  return measures.flatMap((measure) => {
    const { shape } = measure;
    if (shape.kind !== "by-hand") return [];
    const window = shape.cadence === "month" ? "in-month" : shape.cadence;
    const periods = new Map(
      [...months.map((day) => periodContaining(window, day)), periodContaining("financial-year", "2024-06-01")].map(
        (period) => [period.id, period],
      ),
    );
    return [...periods.values()]
      .filter(() => chance.percent(75))
      .map((period) => ({
        measure: measure.id,
        area: "authority",
        period: period.id,
        period_start: period.start,
        period_end: period.end,
        ...chance.pick([
          { numerator: chance.below(20), denominator: chance.below(60) },
          { numerator: chance.below(20), denominator: chance.below(60) },
          { numerator: 0, denominator: 0 },
          { value: chance.below(80) },
          { numerator: chance.below(20) },
          { text: "not counted" },
          {},
        ]),
      }));
  });
}

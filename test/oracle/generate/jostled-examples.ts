/** The worked examples of measures, jostled: a day earlier or later, a cell lost, a year ago. Each measure so meets rows that mean something to it. */
import { addDays, addMonths, isIsoDate } from "../../../src/domain/dates.ts";
import type { Measure, WorkedExample } from "../../../src/domain/measure.ts";
import { TABLES } from "../../../src/domain/tables/index.ts";
import type { CanonicalTable, FieldType } from "../../../src/domain/tables/table.ts";
import type { Row, Value } from "../world.ts";
import type { Chance } from "./random.ts";
import { ID_TABLES } from "./row.ts";

/** How many of a hundred examples stand in one world. */
const TAKEN = 25;
const LEFT_OUT: readonly string[] = ["population", "aggregate_input"];

/** Rows by table of some examples of every measure; their ids are told apart, and everybody named is a person. */
export function jostledExamples(measures: readonly Measure[], chance: Chance): ReadonlyMap<string, readonly Row[]> {
  const taken = measures.flatMap(({ examples }) => examples).filter(() => chance.percent(TAKEN));
  const rows = new Map<string, Row[]>();
  for (const [index, example] of taken.entries()) {
    const months = chance.pick([0, 0, 0, -12, -3]);
    for (const [name, row] of rowsOfExample(example, `e${index + 1}`, chance, months)) {
      const others = rows.get(name) ?? [];
      const table = TABLES.find((candidate) => candidate.name === name);
      const isTaken = others.some((other) => table?.key.every((column) => other[column] === row[column]));
      if (!isTaken) rows.set(name, [...others, row]);
    }
  }
  return rows;
}

function rowsOfExample(
  { tables }: WorkedExample,
  prefix: string,
  chance: Chance,
  months: number,
): readonly (readonly [string, Row])[] {
  const placed = TABLES.filter(({ name }) => !LEFT_OUT.includes(name)).flatMap((table) =>
    (tables[table.name] ?? []).map((written, index) => {
      const row = jostled(table, written, { prefix, index, chance, months });
      return [table.name, row] as const;
    }),
  );
  const named = new Set<Value>(placed.map(([, row]) => row.person_id ?? null).filter((id) => id !== null));
  for (const [name, row] of placed) if (name === "person") named.delete(row.person_id ?? null);
  const others = [...named].map((id) => ["person", { person_id: id, sex: chance.pick(["M", "F"]) }] as const);
  return [...placed, ...others];
}

type Jostling = {
  readonly prefix: string;
  readonly index: number;
  readonly chance: Chance;
  readonly months: number;
};

function jostled(table: CanonicalTable, written: Readonly<Record<string, string>>, jostling: Jostling): Row {
  const { prefix, index, chance } = jostling;
  const row: Record<string, Value> = {};
  for (const [name, field] of Object.entries(table.fields)) {
    const cell = written[name];
    const isKey = table.key.includes(name);
    if (cell === undefined) row[name] = isKey && field.type !== "date" ? `${prefix}-${table.name}-${index + 1}` : null;
    else if (!isKey && !field.required && chance.percent(4)) row[name] = null;
    else row[name] = isId(name, isKey) ? `${prefix}-${cell}` : typed(cell, field.type, jostling);
  }
  if (table.name === "team") row.name ??= String(row.team_id);
  return row;
}

function isId(column: string, isKey: boolean): boolean {
  return isKey ? column !== "as_at" : column.endsWith("_id") || column in ID_TABLES;
}

function typed(cell: string, type: FieldType, { chance, months }: Jostling): Value {
  if (type === "boolean") return cell === "true";
  if (type === "integer" || type === "number") return Number(cell);
  if (type !== "date" || !isIsoDate(cell)) return cell;
  const moved = months === 0 ? cell : addMonths(cell, months);
  return chance.percent(15) ? addDays(moved, chance.pick([-1, 1])) : moved;
}

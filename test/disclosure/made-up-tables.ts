/** Small tables as published: a list with its total, a table with margins, months with their quarter and year to date, percentages, two editions. */
import fc from "fast-check";
import type { DisclosureNumber, DisclosureSystem, Relation } from "../../src/domain/disclosure/system.ts";

/** Each number in a cell of its own. */
function printedApart(values: ReadonlyMap<string, number>, relations: readonly Relation[]): DisclosureSystem {
  const numbers = [...values].map(([key, value]): DisclosureNumber => ({ key, value, isProtected: true }));
  return { numbers, cells: numbers.map(({ key }) => ({ key, numbers: [key] })), relations };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const equation = (whole: string, parts: readonly string[]): Relation => [
  { key: whole, coefficient: 1 },
  ...parts.map((key) => ({ key, coefficient: -1 })),
];

/** Parts and their total. */
export function listOf(parts: readonly number[]): DisclosureSystem {
  const names = parts.map((_, place) => `part ${place}`);
  const values = new Map([
    ...parts.map((value, place) => [names[place] ?? "", value] as const),
    ["total", sumOf(parts)],
  ]);
  return printedApart(values, [equation("total", names)]);
}

/** Rows by columns with both margins and the grand total. */
export function tableOf(rows: readonly (readonly number[])[]): DisclosureSystem {
  const values = new Map<string, number>();
  const relations: Relation[] = [];
  const name = (row: number | "all", column: number | "all"): string => `${row},${column}`;
  const columns = (rows[0] ?? []).map((_, column) => column);
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) values.set(name(row, column), value);
    values.set(name(row, "all"), sumOf(cells));
    relations.push(
      equation(
        name(row, "all"),
        columns.map((column) => name(row, column)),
      ),
    );
  }
  for (const column of columns) {
    values.set(name("all", column), sumOf(rows.map((cells) => cells[column] ?? 0)));
    relations.push(
      equation(
        name("all", column),
        rows.map((_, row) => name(row, column)),
      ),
    );
  }
  values.set("all,all", sumOf(rows.flat()));
  relations.push(
    equation(
      "all,all",
      rows.map((_, row) => name(row, "all")),
    ),
  );
  relations.push(
    equation(
      "all,all",
      columns.map((column) => name("all", column)),
    ),
  );
  return printedApart(values, relations);
}

/** Three months, their quarter, and the years to date of two and three months. */
export function monthsOf([first, second, third]: readonly [number, number, number]): DisclosureSystem {
  const values = new Map([
    ["April", first],
    ["May", second],
    ["June", third],
    ["to May", first + second],
    ["to June", first + second + third],
  ]);
  return printedApart(values, [equation("to May", ["April", "May"]), equation("to June", ["to May", "June"])]);
}

/** Numerators out of denominators, each printed as one; the counts of two teams add to the service's. */
export function percentagesOf(teams: readonly (readonly [met: number, missed: number])[]): DisclosureSystem {
  const all: readonly [number, number] = [sumOf(teams.map(([met]) => met)), sumOf(teams.map(([, missed]) => missed))];
  const places = [...teams.map((_, team) => `team ${team}`), "all"];
  const numbers = [...teams, all].flatMap(([met, missed], place): readonly DisclosureNumber[] =>
    (
      [
        ["met", met],
        ["of", met + missed],
        ["missed", missed],
      ] as const
    ).map(([what, value]) => ({
      key: `${places[place]} ${what}`,
      value,
      isProtected: true,
    })),
  );
  const teamNames = places.slice(0, -1);
  return {
    numbers,
    cells: places.map((place) => ({ key: place, numbers: ["met", "of", "missed"].map((what) => `${place} ${what}`) })),
    relations: [
      ...places.map((place) => equation(`${place} of`, [`${place} met`, `${place} missed`])),
      ...["met", "of"].map((what) =>
        equation(
          `all ${what}`,
          teamNames.map((team) => `${team} ${what}`),
        ),
      ),
    ],
  };
}

const few = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 16 }));

/** Any of these tables, small enough that every world can be tried. */
export const anySmallTable: fc.Arbitrary<DisclosureSystem> = fc.oneof(
  fc.array(few, { minLength: 1, maxLength: 5 }).map(listOf),
  fc.array(fc.tuple(few, few, few), { minLength: 2, maxLength: 3 }).map(tableOf),
  fc.tuple(few, few, few).map(monthsOf),
  fc.array(fc.tuple(few, few), { minLength: 1, maxLength: 2 }).map(percentagesOf),
);

/** How one authority records: which columns it mostly leaves empty, which words it favours, which tables it fills. Each world has habits of its own. */
import type { Chance } from "./random.ts";

export type Habits = {
  /** In how many of a hundred rows a column that may be empty is. */
  readonly emptiness: (table: string, column: string) => number;
  /** The words this authority mostly uses of those that tell. */
  readonly favoured: (table: string, column: string, telling: readonly string[]) => readonly string[];
  /** How many rows a child may have in a table, one of which is picked. */
  readonly copies: (table: string) => readonly number[];
  /** Whether spells mostly last for years. */
  readonly isSlow: boolean;
  /** Whether half of the tables are not kept at all. */
  readonly isBare: boolean;
};

const COPIES: readonly (readonly number[])[] = [
  [0, 0, 0, 1, 1, 1, 2, 2, 3],
  [0, 0, 1, 1, 2, 2, 3, 4],
  [1, 2, 3, 4, 5],
];

/** Habits of one world; each is drawn once, when first asked for. */
export function habitsOf(chance: Chance): Habits {
  const emptiness = new Map<string, number>();
  const favoured = new Map<string, readonly string[]>();
  const copies = new Map<string, readonly number[]>();
  return {
    emptiness: (table, column) => kept(emptiness, `${table}.${column}`, () => chance.pick([4, 8, 15, 30, 60, 90])),
    favoured: (table, column, telling) =>
      kept(favoured, `${table}.${column}`, () =>
        chance.percent(35) ? telling : Array.from({ length: 2 }, () => chance.pick(telling)),
      ),
    copies: (table) => kept(copies, table, () => chance.pick(COPIES)),
    isSlow: chance.percent(40),
    isBare: chance.percent(20),
  };
}

function kept<T>(known: Map<string, T>, key: string, draw: () => T): T {
  const value = known.get(key) ?? draw();
  known.set(key, value);
  return value;
}

/** The oracle's world: the canonical rows of one authority as plain arrays, and the model views derived from them by the oracle's own loops. */
import type { IsoDate } from "../../src/domain/dates.ts";

export type Value = string | number | boolean | null;

/** A row; dates are ISO text. A column that is not there is empty. */
export type Row = Readonly<Record<string, Value>>;

/** Gives the rows of any table or view of one authority. */
export type World = {
  readonly authority: string;
  readonly holidays: ReadonlySet<IsoDate>;
  readonly rows: (table: string) => readonly Row[];
  /** The rows about one child, or those about none when it is `null`; only to save time. */
  readonly rowsOfChild: (table: string, child: Value) => readonly Row[];
};

/** Derives one model view of a world. */
export type View = (world: World) => readonly Row[];

export type WorldSource = {
  readonly authority: string;
  readonly holidays: ReadonlySet<IsoDate>;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly views: Readonly<Record<string, View>>;
  /** Rows of views the oracle has no twin of. */
  readonly taken: (view: string) => readonly Row[];
};

/** A world over canonical tables; each view is derived once, when first asked for. */
export function worldOf({ authority, holidays, tables, views, taken }: WorldSource): World {
  const derived = new Map<string, readonly Row[]>();
  const byChild = new Map<string, ReadonlyMap<Value, readonly Row[]>>();
  const world: World = {
    authority,
    holidays,
    rows: (table) => {
      const known = tables[table] ?? derived.get(table);
      if (known !== undefined) return known;
      const rows = views[table]?.(world) ?? taken(table);
      derived.set(table, rows);
      return rows;
    },
    rowsOfChild: (table, child) => {
      const known = byChild.get(table) ?? Map.groupBy(world.rows(table), (row) => row.person_id ?? null);
      byChild.set(table, known);
      return known.get(child) ?? [];
    },
  };
  return world;
}

/** A cell that holds text or a date, or `null`. */
export function textOf(row: Row | undefined, column: string): string | null {
  const value = row?.[column] ?? null;
  return value === null ? null : String(value);
}

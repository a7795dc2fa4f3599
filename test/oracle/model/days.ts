/** Days and spells as the views speak of them: an end that is empty lies after every other day. */
import { type Row, textOf } from "../world.ts";

/** Later than any day. */
export const NEVER = "9999-12-31";

/** The row's end, or the day that never comes. */
export function endOf(row: Row, column = "end"): string {
  return textOf(row, column) ?? NEVER;
}

/** A day, or empty where it is the one that never comes. */
export function orEmpty(day: string): string | null {
  return day === NEVER ? null : day;
}

/** The row's first day; rows of these tables always have one. */
export function startOf(row: Row, column = "start"): string {
  return textOf(row, column) ?? "";
}

/** The last of some days or texts; empty when there are none. */
export function latestOf(days: readonly string[]): string | null {
  return [...days].sort().at(-1) ?? null;
}

/** Sorts by what `keys` gives, one after another; texts and numbers in their order. */
export function sortedBy<T>(rows: readonly T[], keys: (row: T) => readonly (string | number)[]): readonly T[] {
  return [...rows].sort((a, b) => {
    const other = keys(b);
    for (const [index, mine] of keys(a).entries()) {
      const theirs = other[index] ?? mine;
      if (mine !== theirs) return mine < theirs ? -1 : 1;
    }
    return 0;
  });
}

/** Rows put together while each starts on or before the day all before it have ended. */
export function spellsOf<T extends { readonly start: string; readonly end: string }>(
  rows: readonly T[],
): readonly (readonly T[])[] {
  const spells: T[][] = [];
  let latest = "";
  for (const row of sortedBy(rows, ({ start, end }) => [start, end])) {
    const current = spells.at(-1);
    if (current !== undefined && row.start <= latest) current.push(row);
    else spells.push([row]);
    latest = current !== undefined && row.start <= latest && latest > row.end ? latest : row.end;
  }
  return spells;
}

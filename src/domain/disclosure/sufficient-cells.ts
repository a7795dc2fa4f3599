/** Chooses the further cells to hide: the fewest, of those the smallest together, of those the first; near that where there are very many. */
import type { Exposed } from "./attack.ts";
import { type Guard, sizeOf } from "./guard.ts";
import type { IndexedSystem } from "./system.ts";

/** How many sets of cells are tried, of how many numbers at most, before settling for a set from which none can be spared. */
const MOST_SETS = 1_500;
const MOST_NUMBERS = 64;

export type Sufficient = {
  /** Cells, by place, to hide besides those of small numbers. */
  readonly cells: readonly number[];
  /** Numbers no hiding guards: what was published before tells them, or hems them in. */
  readonly hopeless: readonly number[];
};

/** Cells that make every guarded number safe. True noughts stay shown unless nothing else helps. */
export function sufficientCells(guard: Guard): Sufficient {
  const { cells, hopeless } = grown(guard);
  // Hemmed in but not told: hide all that is tied to it, for nothing less is proved to be enough.
  if (hopeless.some(({ isExact }) => !isExact))
    return { cells: guard.open, hopeless: hopeless.map(({ number }) => number) };
  const numbers = hopeless.map(({ number }) => number);
  const rest = guard.without(numbers);
  const spare = withoutSpare(rest, cells);
  const isNought = (cell: number): boolean => sizeOf(guard.system, cell) === 0;
  const usable = spare.some(isNought) ? guard.open : guard.open.filter((cell) => !isNought(cell));
  return { cells: smallestSet(rest, usable, spare) ?? spare, hopeless: numbers };
}

/** The best of all sets smaller than, or as large as, one known to do; `null` when there are too many to try. */
function smallestSet(guard: Guard, usable: readonly number[], known: readonly number[]): readonly number[] | null {
  if (guard.system.values.length > MOST_NUMBERS) return null;
  let tried = 0;
  for (let count = 1; count <= known.length; count++) {
    tried += choices(usable.length, count);
    if (tried > MOST_SETS) return null;
    const sets = combinations(usable, count)
      .map((cells) => ({ cells, size: cells.reduce((sum, cell) => sum + sizeOf(guard.system, cell), 0) }))
      .sort((a, b) => a.size - b.size || firstDifference(a.cells, b.cells));
    const found = sets.find(({ cells }) => guard.isSafe(cells));
    if (found !== undefined) return found.cells;
  }
  return null;
}

/** Adds, to each number still exposed, the nearest and smallest cell (noughts last), until all are safe or nothing is left to hide. */
function grown(guard: Guard): { readonly cells: readonly number[]; readonly hopeless: readonly Exposed[] } {
  const chosen = new Set<number>();
  const isOpen = new Set(guard.open);
  for (let exposed = guard.exposed(chosen); exposed.length > 0; exposed = guard.exposed(chosen)) {
    const nearest = exposed.map(({ number }) => {
      const isFree = (cell: number): boolean => isOpen.has(cell) && !chosen.has(cell);
      return (
        nearestCell(guard.system, number, (cell) => isFree(cell) && sizeOf(guard.system, cell) > 0) ??
        nearestCell(guard.system, number, isFree)
      );
    });
    const more = nearest.filter((cell) => cell !== null);
    if (more.length === 0) return { cells: [...chosen], hopeless: exposed };
    for (const cell of more) chosen.add(cell);
  }
  return { cells: [...chosen], hopeless: [] };
}

/** The smallest of the cells that are the fewest relations away from a number. */
function nearestCell(system: IndexedSystem, number: number, isUsable: (cell: number) => boolean): number | null {
  const seen = new Set([number]);
  for (let ring: readonly number[] = [number]; ring.length > 0; ) {
    const next = new Set<number>();
    const cells = new Set<number>();
    for (const here of ring)
      for (const relation of system.relationsOf[here] ?? [])
        for (const term of system.relations[relation] ?? [])
          if (!seen.has(term.number) && !system.isKnown[term.number]) next.add(term.number);
    for (const here of next) {
      seen.add(here);
      for (const cell of system.cellsOf[here] ?? []) if (isUsable(cell)) cells.add(cell);
    }
    const [smallest] = [...cells].sort((a, b) => sizeOf(system, a) - sizeOf(system, b) || a - b);
    if (smallest !== undefined) return smallest;
    ring = [...next];
  }
  return null;
}

/** Shows again, the largest first, every cell that need not have been hidden. */
function withoutSpare(guard: Guard, cells: readonly number[]): readonly number[] {
  let kept = cells.toSorted((a, b) => sizeOf(guard.system, b) - sizeOf(guard.system, a) || b - a);
  for (const cell of [...kept]) {
    const fewer = kept.filter((other) => other !== cell);
    if (guard.isSafe(fewer)) kept = fewer;
  }
  return kept;
}

function choices(of: number, count: number): number {
  let ways = 1;
  for (let place = 0; place < count; place++) ways = (ways * (of - place)) / (place + 1);
  return ways;
}

function combinations(items: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, place) =>
    combinations(items.slice(place + 1), count - 1).map((others) => [item, ...others]),
  );
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((cell, index) => cell !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** Chooses the further cells to hide: the fewest, of those the smallest together, of those the first; near that where there are very many. */
import { type Guard, sizeOf } from "./guard.ts";
import type { IndexedSystem } from "./system.ts";

/** How many sets of cells are tried before settling for a set from which none can be spared. */
const SETS_TRIED = 1_500;

/**
 * Cells, by place, that make every guarded number safe. True noughts stay shown unless nothing else helps.
 *
 * @param guard one that is safe with every open cell hidden
 */
export function sufficientCells(guard: Guard): readonly number[] {
  const nonZero = guard.open.filter((cell) => sizeOf(guard.system, cell) > 0);
  const usable = guard.isSafe(nonZero) ? nonZero : guard.open;
  const spare = withoutSpare(guard, grown(guard, usable));
  return smallestSet(guard, usable, spare) ?? spare;
}

/** The best of all sets smaller than, or as large as, one known to do; `null` when there are too many to try. */
function smallestSet(guard: Guard, usable: readonly number[], known: readonly number[]): readonly number[] | null {
  let tried = 0;
  for (let count = 1; count <= known.length; count++) {
    tried += choices(usable.length, count);
    if (tried > SETS_TRIED) return null;
    const sets = combinations(usable, count)
      .map((cells) => ({ cells, size: cells.reduce((sum, cell) => sum + sizeOf(guard.system, cell), 0) }))
      .sort((a, b) => a.size - b.size || firstDifference(a.cells, b.cells));
    const found = sets.find(({ cells }) => guard.isSafe(cells));
    if (found !== undefined) return found.cells;
  }
  return null;
}

/** Adds, to each number still exposed, the nearest and smallest cell, until all are safe. */
function grown(guard: Guard, usable: readonly number[]): readonly number[] {
  const chosen = new Set<number>();
  for (let exposed = guard.exposed(chosen); exposed.length > 0; exposed = guard.exposed(chosen)) {
    const before = chosen.size;
    for (const { number } of exposed) {
      const next = nearestCell(guard.system, number, (cell) => usable.includes(cell) && !chosen.has(cell));
      if (next !== null) chosen.add(next);
    }
    if (chosen.size === before) return usable;
  }
  return [...chosen];
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

/** The question asked again and again while cells are chosen: with these hidden besides the small ones, is every small number safe? */
import { type Exposed, exposedNumbers, type Memory } from "./attack.ts";
import { type DisclosureSystem, type IndexedSystem, indexSystem } from "./system.ts";

export type Guard = {
  readonly system: IndexedSystem;
  /** Cells, by place, that print no small number and so are shown unless chosen; the smallest first. */
  readonly open: readonly number[];
  /** Small numbers that can be worked out when only `hidden` and the cells of small numbers are hidden. */
  readonly exposed: (hidden: Iterable<number>, onlyFirst?: boolean) => readonly Exposed[];
  readonly isSafe: (hidden: Iterable<number>) => boolean;
  /** The same guard, giving up some small numbers. */
  readonly without: (numbers: readonly number[]) => Guard;
};

/** A guard over the small numbers of one part of a system that nobody knows yet. */
export function guardOf(part: DisclosureSystem, threshold: number): Guard {
  const system = indexSystem(part);
  const isSmall = system.values.map(
    (value, number) => system.isProtected[number] === true && value >= 1 && value <= threshold,
  );
  const isPrimary = system.cells.map((cell) => cell.numbers.some((number) => isSmall[number]));
  const marked = new Set(system.cells.filter((_, cell) => isPrimary[cell]).flatMap((cell) => cell.numbers));
  const open = [...system.cells.keys()]
    .filter((cell) => !isPrimary[cell])
    .sort((a, b) => sizeOf(system, a) - sizeOf(system, b) || a - b);
  const memory: Memory = { worlds: new Map(), answers: new Map() };
  const guarding = (guarded: readonly number[]): Guard => {
    const exposed: Guard["exposed"] = (hidden, onlyFirst = false) => {
      const chosen = new Set(hidden);
      return exposedNumbers(system, {
        isHidden: (cell) => isPrimary[cell] === true || chosen.has(cell),
        threshold,
        guarded,
        isMarkedSmall: (number) => isSmall[number] === true && marked.has(number),
        onlyFirst,
        memory,
      });
    };
    return {
      system,
      open,
      exposed,
      isSafe: (hidden) => exposed(hidden, true).length === 0,
      without: (numbers) => guarding(guarded.filter((number) => !numbers.includes(number))),
    };
  };
  return guarding([...system.values.keys()].filter((number) => isSmall[number] && !system.isKnown[number]));
}

/** All numbers of a cell added up. */
export function sizeOf(system: IndexedSystem, cell: number): number {
  return system.cells[cell]?.size ?? 0;
}

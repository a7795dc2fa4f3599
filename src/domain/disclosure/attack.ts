/**
 * What a reader could work out: everything that is shown, every relation, that counts are whole and not negative, and which hidden numbers
 * are small. A number counts as guarded only when two possible worlds are at hand that differ in it, each checked in whole numbers.
 */
import { infer } from "./infer.ts";
import { possibleWorld } from "./possible-world.ts";
import type { IndexedSystem, IndexedTerm } from "./system.ts";

export type Attack = {
  /** Which cells, by place, are hidden; all others are shown. */
  readonly isHidden: (cell: number) => boolean;
  readonly threshold: number;
  /** The numbers, by place, that must not be worked out. */
  readonly guarded: readonly number[];
  /** Numbers a reader may take to be 1 to the threshold, because a cell printing them is marked as hidden. */
  readonly isMarkedSmall: (number: number) => boolean;
  /** Stop at the first number found. */
  readonly onlyFirst?: boolean;
};

/** A number that could be worked out: told exactly, or hemmed in. */
export type Exposed = { readonly number: number; readonly isExact: boolean };

/** Still unknown numbers and what is known of them: Σ coefficient × number = rest, for each. */
export type Unknowns = {
  readonly numbers: readonly number[];
  readonly equations: readonly { readonly terms: readonly IndexedTerm[]; readonly rest: number }[];
};

/**
 * Guarded numbers a reader could work out to within the threshold.
 *
 * A number is safe when (1) knowing only relations and shown numbers, its possible values span at least the threshold, and (2) knowing besides
 * that every number marked small is 1 to the threshold, at least two values remain (for a threshold of 1 nothing can remain, so only 1 holds).
 */
export function exposedNumbers(system: IndexedSystem, attack: Attack): readonly Exposed[] {
  const known = system.values.map(
    (_, number) =>
      system.isKnown[number] === true || (system.cellsOf[number] ?? []).some((cell) => !attack.isHidden(cell)),
  );
  const groups = infer(system, known);
  const exposed: Exposed[] = [];
  const open = new Set(attack.guarded);
  for (const number of attack.guarded)
    if (known[number]) {
      exposed.push({ number, isExact: true });
      open.delete(number);
      if (attack.onlyFirst) return exposed;
    }
  for (const unknowns of groups) {
    const guarded = unknowns.numbers.filter((number) => open.has(number));
    if (guarded.length === 0) continue;
    for (const number of hemmedIn(system, unknowns, guarded, attack)) {
      exposed.push({ number, isExact: false });
      if (attack.onlyFirst) return exposed;
    }
  }
  return exposed;
}

function hemmedIn(
  { values }: IndexedSystem,
  unknowns: Unknowns,
  guarded: readonly number[],
  { threshold, isMarkedSmall }: Attack,
): readonly number[] {
  const world = (toward: readonly number[], sense: 1 | -1, marked: boolean): ReadonlyMap<number, number> | null =>
    possibleWorld(unknowns, {
      toward,
      sense,
      reach: (number) => (values[number] ?? 0) + threshold,
      most: (number) => (marked && isMarkedSmall(number) ? threshold : null),
      least: (number) => (marked && isMarkedSmall(number) ? 1 : 0),
    });
  const wide = spanning(guarded, values, { world: (toward, sense) => world(toward, sense, false), width: threshold });
  if (threshold < 2) return guarded.filter((number) => !wide.has(number));
  const several = spanning(guarded, values, { world: (toward, sense) => world(toward, sense, true), width: 1 });
  return guarded.filter((number) => !wide.has(number) || !several.has(number));
}

type Search = {
  readonly world: (toward: readonly number[], sense: 1 | -1) => ReadonlyMap<number, number> | null;
  readonly width: number;
};

/** The numbers whose values, over worlds found, lie at least `width` apart. One world often serves many numbers. */
function spanning(guarded: readonly number[], values: readonly number[], { world, width }: Search): Set<number> {
  const least = new Map(guarded.map((number) => [number, values[number] ?? 0]));
  const most = new Map(least);
  const spans = (number: number): boolean => (most.get(number) ?? 0) - (least.get(number) ?? 0) >= width;
  const look = (toward: readonly number[], sense: 1 | -1): void => {
    for (const [number, value] of world(toward, sense) ?? []) {
      if (value > (most.get(number) ?? Infinity)) most.set(number, value);
      if (value < (least.get(number) ?? -Infinity)) least.set(number, value);
    }
  };
  if (guarded.length > 1) look(guarded, 1);
  for (const sense of [1, -1] as const) for (const number of guarded) if (!spans(number)) look([number], sense);
  return new Set(guarded.filter(spans));
}

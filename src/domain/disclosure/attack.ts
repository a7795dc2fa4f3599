/**
 * What a reader could work out: everything that is shown, every relation, that counts are whole and not negative, and which hidden numbers
 * are small. A number counts as guarded only when two possible worlds are at hand that differ in it, each checked in whole numbers.
 */
import { infer } from "./infer.ts";
import { type Bounds, possibleWorld, type World } from "./possible-world.ts";
import type { IndexedSystem } from "./system.ts";
import { type Unknowns, unknownsNear } from "./unknowns-near.ts";

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
  readonly memory: Memory;
};

/** What earlier attacks on the same system found; makes the next quicker, never different in what is safe. Grows. */
export type Memory = {
  /** Worlds by the numbers they change: they serve again wherever all they change is hidden. */
  readonly worlds: Map<number, World[]>;
  readonly answers: Map<string, Unknowns>;
};

/** A number that could be worked out: told exactly, or hemmed in. */
export type Exposed = { readonly number: number; readonly isExact: boolean };

/** Worlds are looked for among this many unknowns nearest to a number, then more; all others stay as they are. */
const NEIGHBOURHOODS = [16, 48, 144, 432];

/**
 * Guarded numbers a reader could work out to within the threshold.
 *
 * A number is safe when (1) knowing only relations and shown numbers, its possible values span at least the threshold, and (2) knowing besides
 * that every number marked small is 1 to the threshold, at least two values remain (for a threshold of 1 nothing can remain, so only 1 holds).
 */
export function exposedNumbers(system: IndexedSystem, attack: Attack): readonly Exposed[] {
  const { threshold, guarded, onlyFirst = false } = attack;
  const known = system.values.map(
    (_, number) =>
      system.isKnown[number] === true || (system.cellsOf[number] ?? []).some((cell) => !attack.isHidden(cell)),
  );
  infer(system, known);
  const exposed: Exposed[] = [];
  for (const number of guarded) {
    if (onlyFirst && exposed.length > 0) break;
    if (known[number]) exposed.push({ number, isExact: true });
    else if (
      !spans(number, threshold, { system, known, attack, isMarked: false }) ||
      (threshold > 1 && !spans(number, 1, { system, known, attack, isMarked: true }))
    )
      exposed.push({ number, isExact: false });
  }
  return exposed;
}

type Setting = {
  readonly system: IndexedSystem;
  readonly known: readonly boolean[];
  readonly attack: Attack;
  readonly isMarked: boolean;
};

/** Whether worlds can be found in which a number's values lie at least `width` apart. */
function spans(number: number, width: number, { system, known, attack, isMarked }: Setting): boolean {
  const { threshold, isMarkedSmall } = attack;
  const { worlds, answers } = attack.memory;
  const truth = system.values[number] ?? 0;
  const bounds = (other: number): Bounds =>
    isMarked && isMarkedSmall(other) ? { least: 1, most: threshold } : { least: 0, most: null };
  let [least, most] = [truth, truth];
  const see = (world: World): boolean => {
    least = Math.min(least, world.get(number) ?? truth);
    most = Math.max(most, world.get(number) ?? truth);
    return most - least >= width;
  };
  for (const world of worlds.get(number) ?? []) if (isPossible(world, known, bounds) && see(world)) return true;
  for (const size of NEIGHBOURHOODS) {
    const unknowns = unknownsNear(system, known, { number, size, answers });
    for (const sense of [1, -1] as const) {
      const wish = { number, sense, reach: least + width - truth, bounds };
      const world = possibleWorld(system, unknowns, wish);
      if (world === null) continue;
      for (const moved of world.keys()) worlds.set(moved, [...(worlds.get(moved) ?? []), world]);
      if (see(world)) return true;
    }
    if (unknowns.isAll) break;
  }
  return false;
}

function isPossible(world: World, known: readonly boolean[], bounds: (number: number) => Bounds): boolean {
  for (const [number, value] of world) {
    const { least, most } = bounds(number);
    if (known[number] || value < least || (most !== null && value > most)) return false;
  }
  return true;
}

/** Seeded chance: the same seed gives the same world on every machine. */

/** Draws, all from one seed. */
export type Chance = {
  /** A whole number from 0 up to, not including, a limit. */
  readonly below: (limit: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (percentage: number) => boolean;
  /** One of the items. @throws when there are none */
  readonly pick: <T>(items: readonly T[]) => T;
};

/** Chance from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    percent: (percentage) => next() * 100 < percentage,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("There is nothing to pick from.");
      return item;
    },
  };
}

/** An attacker who shares no code with disclosure control: tries every world, in whole numbers, that shows what was shown. */
import type { Disclosure, DisclosureSystem } from "../../src/domain/disclosure/system.ts";

type Decided = Pick<Disclosure, "decisions">;
type Limits = (key: string) => { readonly least: number; readonly most: number };
type World = ReadonlyMap<string, number>;

/** Small numbers the attacker works out: `plainly` to within the threshold, `knowingly` exactly, told which hidden numbers are small. */
export type Recovered = { readonly plainly: readonly string[]; readonly knowingly: readonly string[] };

/**
 * Worlds further than the threshold from the truth are not tried, so what the attacker is left with is never wider than what a reader
 * really is.
 */
export function recovered(system: DisclosureSystem, disclosure: Decided, threshold: number): Recovered {
  const small = system.numbers
    .filter(({ value, isProtected }) => isProtected && value >= 1 && value <= threshold)
    .map(({ key }) => key);
  const hidden = new Set(system.cells.filter(({ key }) => disclosure.decisions.get(key) !== "shown"));
  const known = knownIn(system, disclosure);
  const marked = new Set([...hidden].flatMap(({ numbers }) => numbers.filter((key) => small.includes(key))));
  const truth = new Map(system.numbers.map(({ key, value }) => [key, value]));
  const plain: Limits = (key) => ({
    least: Math.max(0, (truth.get(key) ?? 0) - threshold),
    most: (truth.get(key) ?? 0) + threshold,
  });
  const knowing: Limits = (key) => (marked.has(key) ? { least: 1, most: threshold } : plain(key));
  const guarded = small.filter((key) => system.numbers.some((number) => number.key === key && !number.isKnown));
  return {
    plainly: narrowerThan(threshold, guarded, worlds(system, new Map(known), plain)),
    knowingly: narrowerThan(1, guarded, worlds(system, new Map(known), knowing)),
  };
}

/** The same system with every cell hidden that prints anything unknown: more cannot be done. */
export function allHidden({ cells }: DisclosureSystem): Decided {
  return { decisions: new Map(cells.map(({ key }) => [key, "secondary"])) };
}

function knownIn(system: DisclosureSystem, { decisions }: Decided): World {
  const shown = new Set(system.cells.flatMap(({ key, numbers }) => (decisions.get(key) === "shown" ? numbers : [])));
  return new Map(
    system.numbers.filter(({ key, isKnown }) => isKnown || shown.has(key)).map(({ key, value }) => [key, value]),
  );
}

function narrowerThan(width: number, keys: readonly string[], possible: Iterable<World>): readonly string[] {
  const least = new Map<string, number>();
  const most = new Map<string, number>();
  let narrow = keys;
  for (const world of possible) {
    for (const key of narrow) {
      const value = world.get(key) ?? 0;
      least.set(key, Math.min(least.get(key) ?? value, value));
      most.set(key, Math.max(most.get(key) ?? value, value));
    }
    narrow = narrow.filter((key) => (most.get(key) ?? 0) - (least.get(key) ?? 0) < width);
    if (narrow.length === 0) break;
  }
  return narrow;
}

/** Fills in one number at a time; what a relation already settles is worked out, never guessed. */
function* worlds(system: DisclosureSystem, world: Map<string, number>, limits: Limits): Generator<World> {
  const settled = settle(system, world, limits);
  if (settled.isPossible) {
    const next = nextToGuess(system, world);
    if (next === undefined) yield world;
    else {
      const { least, most } = limits(next);
      for (let value = least; value <= most; value++) {
        world.set(next, value);
        yield* worlds(system, world, limits);
      }
      world.delete(next);
    }
  }
  for (const key of settled.keys) world.delete(key);
}

/** A number of the relation with the fewest unknowns, so that dead ends show early. */
function nextToGuess(system: DisclosureSystem, world: World): string | undefined {
  const open = system.relations
    .map((relation) => relation.filter(({ key }) => !world.has(key)))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length);
  return open[0]?.[0]?.key ?? system.numbers.find(({ key }) => !world.has(key))?.key;
}

function settle(
  system: DisclosureSystem,
  world: Map<string, number>,
  limits: Limits,
): { readonly keys: readonly string[]; readonly isPossible: boolean } {
  const keys: string[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const relation of system.relations) {
      const open = relation.filter(({ key }) => !world.has(key));
      const rest = -relation.reduce((sum, { key, coefficient }) => sum + coefficient * (world.get(key) ?? 0), 0);
      if (open.length === 0 && rest !== 0) return { keys, isPossible: false };
      const [only] = open;
      if (open.length !== 1 || only === undefined) continue;
      const value = rest / only.coefficient;
      const { least, most } = limits(only.key);
      if (!Number.isInteger(value) || value < least || value > most) return { keys, isPossible: false };
      world.set(only.key, value);
      keys.push(only.key);
      again = true;
    }
  }
  return { keys, isPossible: true };
}

/** The cells of the best hiding there is, by trying every set: all cells of small numbers, then the fewest others that are not noughts, the smallest, the first. */
export function fewestHidden(system: DisclosureSystem, { decisions }: Decided, threshold: number): readonly string[] {
  const values = new Map(system.numbers.map(({ key, value }) => [key, value]));
  const sizeOf = (key: string): number =>
    (system.cells.find((cell) => cell.key === key)?.numbers ?? []).reduce(
      (sum, number) => sum + (values.get(number) ?? 0),
      0,
    );
  const small = [...decisions].flatMap(([key, decision]) => (decision === "small-number" ? [key] : []));
  const others = system.cells.map(({ key }) => key).filter((key) => !small.includes(key) && sizeOf(key) > 0);
  const inOrder = others.toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
  const sets = Array.from({ length: 2 ** others.length }, (_, bits) =>
    inOrder.filter((_, place) => bits & (1 << place)),
  );
  const total = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + sizeOf(key), 0);
  const places = (keys: readonly string[]): readonly number[] => keys.map((key) => inOrder.indexOf(key));
  sets.sort((a, b) => a.length - b.length || total(a) - total(b) || compare(places(a), places(b)));
  const best = sets.find((chosen) => {
    const hidden = new Set([...small, ...chosen]);
    const decided = new Map(
      system.cells.map(
        ({ key }) => [key, small.includes(key) ? "small-number" : hidden.has(key) ? "secondary" : "shown"] as const,
      ),
    );
    const { plainly, knowingly } = recovered(system, { decisions: decided }, threshold);
    return plainly.length + knowingly.length === 0;
  });
  return [...small, ...(best ?? others)].sort();
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** A small seeded source of chance (sfc32): the same keys always give the same stream, on any machine. */

/** A stream of chance. Every method takes the next number or numbers from it. */
export type Random = {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** `true` with the probability given. */
  chance(probability: number): boolean;
  /** A whole number between two, both included. */
  int(from: number, to: number): number;
  /** One of a list, weighted as `weighted` was told. */
  pick<T>(choice: Weighted<T>): T;
  /** A waiting time with the mean given (exponential), as whole days. */
  wait(meanDays: number): number;
};

/** Values and their running total of weight, ready to be drawn from. */
export type Weighted<T> = { readonly values: readonly T[]; readonly upTo: readonly number[] };

/** Prepares a weighted choice; weights need not add to one. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0;
  const upTo = pairs.map(([, weight]) => {
    total += weight;
    return total;
  });
  return { values: pairs.map(([value]) => value), upTo };
}

/** A weighted choice of codes, written `code weight, code weight`. */
export function codes<T extends string = string>(text: string): Weighted<T> {
  return weighted(text.split(",").map((pair) => pairOf(pair) as readonly [T, number]));
}

/** A weighted choice of bands of whole numbers, written `from-to weight`; both ends belong to the band. */
export function bands(text: string): Weighted<readonly [number, number]> {
  return weighted(
    text.split(",").map((part) => {
      const [band, weight] = pairOf(part);
      const [from, to] = band.split("-").map(Number);
      return [[from ?? 0, to ?? 0], weight] as const;
    }),
  );
}

function pairOf(text: string): readonly [string, number] {
  const [code, weight] = text.trim().split(/\s+/);
  return [code ?? "", Number(weight)];
}

/** A stream of its own for any list of keys, such as (seed, authority, family). */
export function makeRandom(...keys: readonly (string | number)[]): Random {
  const next = sfc32(hashOf(keys));
  return {
    next,
    chance: (probability) => next() < probability,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (choice) => draw(choice, next()),
    wait: (meanDays) => Math.floor(-Math.log(1 - next()) * meanDays),
  };
}

function draw<T>({ values, upTo }: Weighted<T>, share: number): T {
  const mark = share * (upTo.at(-1) ?? 0);
  let place = 0;
  while (place < upTo.length - 1 && mark >= (upTo[place] ?? 0)) place++;
  return values[place] as T;
}

/** FNV-1a over the keys, with a separator so that (1, 23) and (12, 3) differ. */
function hashOf(keys: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const key of keys) {
    const text = String(key);
    for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return hash;
}

/** Chris Doty-Humphrey's small fast counting generator, 32 bit; the first rounds mix the seed in. */
function sfc32(hash: number): () => number {
  let a = hash | 0;
  let b = Math.imul(hash, 0x9e3779b1) | 0;
  let c = Math.imul(hash ^ 0x85ebca6b, 0xc2b2ae35) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

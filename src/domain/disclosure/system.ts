/** What disclosure control works on: numbers, the cells that print them, and the relations everybody knows between them. */

/** A whole number of something, printed or only implied by printed ones (what is left of a total, the month between two years to date). */
export type DisclosureNumber = {
  readonly key: string;
  /** A whole number, 0 or more. */
  readonly value: number;
  /** It counts persons, so 1 to the threshold may not be told. */
  readonly isProtected: boolean;
  /** Everybody knows it for ever: it was published before, or it is no secret at all. */
  readonly isKnown?: boolean;
};

/** What is shown or hidden as one: a count, or a percentage with its numerator and denominator. Showing it tells all its numbers. */
export type Cell = { readonly key: string; readonly numbers: readonly string[] };

export type Term = { readonly key: string; readonly coefficient: number };

/** Coefficient × number, added up, is nought: whole − part − part = 0. */
export type Relation = readonly Term[];

export type DisclosureSystem = {
  readonly numbers: readonly DisclosureNumber[];
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
};

/** "small-number": one of its numbers is 1 to the threshold. "secondary": hidden so that those cannot be worked out. */
export type CellDecision = "shown" | "small-number" | "secondary";

export type Disclosure = {
  readonly decisions: ReadonlyMap<string, CellDecision>;
  /**
   * Small numbers that no hiding can guard fully, because what was published before tells them or hems them in; everything tied to those
   * still open is hidden. Empty unless something was known beforehand.
   */
  readonly exposed: readonly string[];
};

/** Counts of 1 to 5 persons are hidden, as DfE's statistics of children in need hide them (data.md 7). */
export const DEFAULT_THRESHOLD = 5;

/** A system with numbers, cells and relations by place instead of by key. */
export type IndexedSystem = {
  readonly keys: readonly string[];
  readonly values: readonly number[];
  readonly isProtected: readonly boolean[];
  readonly isKnown: readonly boolean[];
  readonly cells: readonly IndexedCell[];
  readonly relations: readonly (readonly IndexedTerm[])[];
  readonly cellsOf: readonly (readonly number[])[];
  readonly relationsOf: readonly (readonly number[])[];
};
export type IndexedCell = {
  readonly key: string;
  readonly numbers: readonly number[];
  /** All its numbers added up: smaller cells are hidden first. */
  readonly size: number;
};
export type IndexedTerm = { readonly number: number; readonly coefficient: number };

/** @throws RangeError when a number is not a whole number of 0 or more, a key is unknown, or a relation does not hold */
export function indexSystem({ numbers, cells, relations }: DisclosureSystem): IndexedSystem {
  const places = new Map(numbers.map(({ key }, place) => [key, place]));
  const placeOf = (key: string): number => {
    const place = places.get(key);
    if (place === undefined) throw new RangeError(`No number has the key "${key}".`);
    return place;
  };
  const values = numbers.map(({ key, value }) => {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${key} is ${value}, which is not a count.`);
    return value;
  });
  const indexedRelations = relations.map((relation) =>
    relation.map(({ key, coefficient }) => ({ number: placeOf(key), coefficient })),
  );
  const indexedCells = cells.map(({ key, numbers: printed }) => {
    const own = [...new Set(printed.map(placeOf))];
    return { key, numbers: own, size: own.reduce((sum, place) => sum + (values[place] ?? 0), 0) };
  });
  for (const [index, relation] of indexedRelations.entries())
    if (relation.reduce((sum, term) => sum + term.coefficient * (values[term.number] ?? 0), 0) !== 0)
      throw new RangeError(`This relation does not hold: ${relations[index]?.map(({ key }) => key).join(", ")}.`);
  return {
    keys: numbers.map(({ key }) => key),
    values,
    isProtected: numbers.map(({ isProtected }) => isProtected),
    isKnown: numbers.map(({ isKnown }) => isKnown === true),
    cells: indexedCells,
    relations: indexedRelations,
    cellsOf: gather(numbers.length, indexedCells, (cell) => cell.numbers),
    relationsOf: gather(numbers.length, indexedRelations, (relation) => relation.map(({ number }) => number)),
  };
}

/** For each number, the places of the items that name it. */
function gather<T>(count: number, items: readonly T[], numbersOf: (item: T) => readonly number[]): readonly number[][] {
  const places = Array.from({ length: count }, (): number[] => []);
  for (const [place, item] of items.entries())
    for (const number of new Set(numbersOf(item))) places[number]?.push(place);
  return places;
}

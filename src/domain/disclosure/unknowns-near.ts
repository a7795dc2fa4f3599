/** The unknown numbers around one, and every way they can move together without any relation noticing. */
import type { IndexedSystem } from "./system.ts";

/** How a number moves: so much for each step of each free number. */
export type Combination = ReadonlyMap<number, number>;

export type Unknowns = {
  /** Numbers that move at will; what all others do follows. */
  readonly free: readonly number[];
  /** Every unknown taken in, free ones too, as a combination of free ones. */
  readonly moves: ReadonlyMap<number, Combination>;
  /** Whether every unknown tied to the number was taken in. */
  readonly isAll: boolean;
};

export type Neighbourhood = {
  readonly number: number;
  /** How many unknowns to take in at most; those further out are held still. */
  readonly size: number;
  /** Answers by who was taken in: the same neighbours move the same way whatever else is hidden. Grows. */
  readonly answers: Map<string, Unknowns>;
};

/** The unknowns tied to a number by the fewest relations. */
export function unknownsNear(
  system: IndexedSystem,
  known: readonly boolean[],
  { number, size, answers }: Neighbourhood,
): Unknowns {
  const taken = new Set([number]);
  let isAll = true;
  for (const here of taken)
    for (const relation of system.relationsOf[here] ?? [])
      for (const { number: next } of system.relations[relation] ?? []) {
        if (known[next] || taken.has(next)) continue;
        if (taken.size < size) taken.add(next);
        else isAll = false;
      }
  const name = `${isAll} ${[...taken].join(" ")}`;
  const answer = answers.get(name) ?? { ...solveRows([...taken], rowsAmong(system, taken)), isAll };
  answers.set(name, answer);
  return answer;
}

/** Every relation that names one of the numbers taken, also where it leads outwards: those outside stand still. */
function rowsAmong(system: IndexedSystem, taken: ReadonlySet<number>): readonly Map<number, number>[] {
  const relations = new Set([...taken].flatMap((number) => system.relationsOf[number] ?? []));
  return [...relations].map(
    (relation) =>
      new Map(
        (system.relations[relation] ?? [])
          .filter((term) => taken.has(term.number))
          .map((term): [number, number] => [term.number, term.coefficient]),
      ),
  );
}

/** Gauss and Jordan: each row, in turn, says what one number does; that is put into all other rows. */
function solveRows(numbers: readonly number[], rows: readonly Map<number, number>[]): Omit<Unknowns, "isAll"> {
  const solved = new Map<number, Map<number, number>>();
  const using = new Map<number, Set<number>>();
  for (const row of rows) {
    for (const number of [...row.keys()]) {
      const known = solved.get(number);
      if (known !== undefined) substitute(row, number, known);
    }
    const [pivot, factor] = pivotOf(row);
    if (pivot === null) continue;
    row.delete(pivot);
    const own = new Map([...row].map(([number, coefficient]) => [number, -coefficient / factor]));
    for (const user of using.get(pivot) ?? []) {
      const combination = solved.get(user);
      if (combination === undefined || !combination.has(pivot)) continue;
      substitute(combination, pivot, own);
      for (const number of own.keys()) using.set(number, (using.get(number) ?? new Set()).add(user));
    }
    solved.set(pivot, own);
    for (const number of own.keys()) using.set(number, (using.get(number) ?? new Set()).add(pivot));
  }
  const free = numbers.filter((number) => !solved.has(number));
  return { free, moves: new Map([...solved, ...free.map((number) => [number, new Map([[number, 1]])] as const)]) };
}

function substitute(row: Map<number, number>, number: number, meaning: Combination): void {
  const factor = row.get(number) ?? 0;
  row.delete(number);
  for (const [other, coefficient] of meaning) {
    const sum = (row.get(other) ?? 0) + factor * coefficient;
    if (Math.abs(sum) < 1e-9) row.delete(other);
    else row.set(other, sum);
  }
}

/** Best a number that moves one for one, so that whole steps stay whole. */
function pivotOf(row: ReadonlyMap<number, number>): readonly [number | null, number] {
  const terms = [...row];
  return terms.find(([, coefficient]) => Math.abs(coefficient) === 1) ?? terms[0] ?? [null, 0];
}

/** Another world that shows the same: whole numbers, none negative, that keep every relation; found by linear programming, checked exactly. */
import { type Constraint, type Options, solve } from "yalps";
import type { IndexedSystem } from "./system.ts";
import type { Unknowns } from "./unknowns-near.ts";

/** The values of the numbers that differ from the truth. */
export type World = ReadonlyMap<number, number>;

export type Bounds = { readonly least: number; readonly most: number | null };

export type Wish = {
  /** The number to make large or small, and by how much at most. */
  readonly number: number;
  readonly sense: 1 | -1;
  readonly reach: number;
  readonly bounds: (number: number) => Bounds;
};

const OBJECTIVE = "objective";
/** Steps are counted, not timed, so that the same figures are always judged the same. */
const LIMITS: Options = { maxPivots: 1_000, maxIterations: 100 };

/**
 * The world in which a number is as large (small) as can be found, the truth being where the search begins.
 *
 * @returns `null` when none but the truth was found, which the caller must take as "nothing is proved"
 */
export function possibleWorld(system: IndexedSystem, unknowns: Unknowns, wish: Wish): World | null {
  const constraints = new Map<string, Constraint>();
  const variables = new Map(
    unknowns.free.flatMap((number) => [`+${number}`, `-${number}`].map((step) => [step, new Map<string, number>()])),
  );
  for (const [number, moves] of unknowns.moves) {
    const row = number === wish.number ? OBJECTIVE : `row ${number}`;
    for (const [free, coefficient] of moves) {
      variables.get(`+${free}`)?.set(row, coefficient);
      variables.get(`-${free}`)?.set(row, -coefficient);
    }
    constraints.set(row, stepsAllowed(system, number, wish));
  }
  const model = {
    direction: wish.sense === 1 ? "maximize" : "minimize",
    objective: OBJECTIVE,
    constraints,
    variables,
  } as const;
  const { status, variables: steps } = solve(model, LIMITS);
  if (status !== "optimal") return null;
  return worldOf(system, { unknowns, wish, steps }) ?? worldOf(system, { unknowns, wish, steps: wholeSteps(model) });
}

function wholeSteps(model: Parameters<typeof solve<string, string>>[0]): readonly (readonly [string, number])[] {
  return solve({ ...model, integers: true }, LIMITS).variables;
}

function stepsAllowed(
  { values }: IndexedSystem,
  number: number,
  { number: wished, sense, reach, bounds }: Wish,
): Constraint {
  const truth = values[number] ?? 0;
  const { least, most } = bounds(number);
  const up = most === null ? Infinity : most - truth;
  const [min, max] = [least - truth, number === wished && sense === 1 ? Math.min(up, reach) : up];
  return max === Infinity ? { min } : { min, max };
}

type Found = {
  readonly unknowns: Unknowns;
  readonly wish: Wish;
  readonly steps: readonly (readonly [string, number])[];
};

function worldOf(system: IndexedSystem, { unknowns, wish, steps }: Found): World | null {
  const taken = new Map<number, number>();
  for (const [name, step] of steps) {
    const free = Number(name.slice(1));
    taken.set(free, (taken.get(free) ?? 0) + (name.startsWith("+") ? step : -step));
  }
  const world = new Map<number, number>();
  for (const [number, moves] of unknowns.moves) {
    let move = 0;
    for (const [free, coefficient] of moves) move += coefficient * (taken.get(free) ?? 0);
    if (Math.abs(move - Math.round(move)) > 1e-6) return null;
    if (Math.round(move) !== 0) world.set(number, (system.values[number] ?? 0) + Math.round(move));
  }
  return world.has(wish.number) && keepsAll(system, world, wish) ? world : null;
}

/** Whole-number proof that nothing shown would be different in this world. */
function keepsAll(system: IndexedSystem, world: World, { bounds }: Wish): boolean {
  const relations = new Set<number>();
  for (const [number, value] of world) {
    const { least, most } = bounds(number);
    if (value < least || (most !== null && value > most)) return false;
    for (const relation of system.relationsOf[number] ?? []) relations.add(relation);
  }
  return [...relations].every(
    (relation) =>
      (system.relations[relation] ?? []).reduce(
        (sum, { number, coefficient }) => sum + coefficient * (world.get(number) ?? system.values[number] ?? 0),
        0,
      ) === 0,
  );
}

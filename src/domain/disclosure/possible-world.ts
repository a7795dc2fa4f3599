/** Another world that shows the same: whole numbers, none negative, that satisfy every equation; found by linear programming, checked exactly. */
import { solve } from "yalps";
import type { Unknowns } from "./attack.ts";

export type Wish = {
  /** Numbers to make large (or small) together. */
  readonly toward: readonly number[];
  readonly sense: 1 | -1;
  /** How large each of them need become at most. */
  readonly reach: (number: number) => number;
  readonly least: (number: number) => number;
  readonly most: (number: number) => number | null;
};

const OBJECTIVE = "objective";
/** Counted steps, not time, so that the same figures are always judged the same. */
const LIMITS = { maxPivots: 20_000, maxIterations: 2_000, includeZeroVariables: true } as const;

/**
 * The world in which the wished-for numbers are as large (small) as can be found.
 *
 * @returns values by number; `null` when none was found, which the caller must take as "nothing is proved"
 */
export function possibleWorld(unknowns: Unknowns, wish: Wish): ReadonlyMap<number, number> | null {
  const constraints = new Map<string, { equal?: number; min?: number; max?: number }>();
  for (const [row, { rest }] of unknowns.equations.entries()) constraints.set(`row ${row}`, { equal: rest });
  const variables = new Map(unknowns.numbers.map((number) => [number, new Map<string, number>()]));
  for (const [row, { terms }] of unknowns.equations.entries())
    for (const { number, coefficient } of terms) variables.get(number)?.set(`row ${row}`, coefficient);
  for (const number of unknowns.numbers) bound(number, { wish, constraints, variables });
  for (const number of wish.toward) variables.get(number)?.set(OBJECTIVE, wish.sense);
  const model = { direction: "maximize", objective: OBJECTIVE, constraints, variables } as const;
  return (
    checked(solve(model, LIMITS), unknowns, wish) ??
    checked(solve({ ...model, integers: true }, LIMITS), unknowns, wish)
  );
}

type Bounds = {
  readonly wish: Wish;
  readonly constraints: Map<string, { equal?: number; min?: number; max?: number }>;
  readonly variables: ReadonlyMap<number, Map<string, number>>;
};

function bound(number: number, { wish, constraints, variables }: Bounds): void {
  const least = wish.least(number);
  const cap = wish.sense === 1 && wish.toward.includes(number) ? wish.reach(number) : null;
  const most = [wish.most(number), cap].filter((value) => value !== null);
  if (least === 0 && most.length === 0) return;
  const limits: { min?: number; max?: number } = {};
  if (least > 0) limits.min = least;
  if (most.length > 0) limits.max = Math.min(...most);
  constraints.set(`bounds ${number}`, limits);
  variables.get(number)?.set(`bounds ${number}`, 1);
}

function checked(
  { status, variables }: { readonly status: string; readonly variables: readonly (readonly [number, number])[] },
  { numbers, equations }: Unknowns,
  wish: Wish,
): ReadonlyMap<number, number> | null {
  if (status !== "optimal" && status !== "timedout") return null;
  const world = new Map(numbers.map((number) => [number, 0]));
  for (const [number, value] of variables) {
    const whole = Math.round(value);
    if (Math.abs(whole - value) > 1e-6) return null;
    world.set(number, whole);
  }
  const isWithin = numbers.every((number) => {
    const value = world.get(number) ?? 0;
    return value >= wish.least(number) && value <= (wish.most(number) ?? Infinity);
  });
  const holds = equations.every(
    ({ terms, rest }) =>
      terms.reduce((sum, term) => sum + term.coefficient * (world.get(term.number) ?? 0), 0) === rest,
  );
  return isWithin && holds ? world : null;
}

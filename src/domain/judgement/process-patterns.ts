/** The four rules of special cause, in their order of precedence; every point of a pattern is marked (rules 1). */
import type { Limits } from "./process-limits.ts";
import type { ProcessPoint } from "./signal.ts";

type Rule = NonNullable<ProcessPoint["rule"]>;
export type Pattern = { readonly rule: Rule; readonly side: "high" | "low" };

/** Floating point may put a value a hair off a mean it equals. */
const HAIR = 1e-9;

/** For each value the pattern of highest precedence it belongs to; `null` for common cause. */
export function patternsIn(values: readonly number[], limits: Limits, runLength: number): readonly (Pattern | null)[] {
  const found: (Pattern | null)[] = values.map(() => null);
  const mark = (
    rule: Rule,
    patterns: readonly { readonly places: readonly number[]; readonly side: Pattern["side"] }[],
  ) => {
    for (const { places, side } of patterns) for (const place of places) found[place] ??= { rule, side };
  };
  mark("outside-limits", outside(values, limits));
  // A turning point ends one trend and begins another: it belongs to the later.
  mark("trend", [...trends(values, runLength)].reverse());
  mark("two-of-three", twoOfThree(values, limits));
  mark("shift", shifts(values, limits, runLength));
  return found;
}

type Found = readonly { readonly places: readonly number[]; readonly side: Pattern["side"] }[];

function outside(values: readonly number[], limits: Limits): Found {
  return values.flatMap((value, place) => {
    const above = signOf(value - limits.upper, limits) > 0;
    const below = signOf(value - limits.lower, limits) < 0;
    return above || below ? [{ places: [place], side: above ? ("high" as const) : ("low" as const) }] : [];
  });
}

/** Points that all rise, or all fall: a run of so many points, equal neighbours end it. */
function trends(values: readonly number[], runLength: number): Found {
  const steps = values.slice(1).map((value, place) => Math.sign(value - (values[place] ?? value)));
  return runsOf(steps)
    .filter(({ sign, length }) => sign !== 0 && length + 1 >= runLength)
    .map(({ start, length, sign }) => ({ places: placesFrom(start, length + 1), side: sideOf(sign) }));
}

/** Points on one side of the mean; a point on the mean ends the run. */
function shifts(values: readonly number[], limits: Limits, runLength: number): Found {
  return runsOf(values.map((value) => signOf(value - limits.mean, limits)))
    .filter(({ sign, length }) => sign !== 0 && length >= runLength)
    .map(({ start, length, sign }) => ({ places: placesFrom(start, length), side: sideOf(sign) }));
}

/**
 * Three neighbours on one side of the mean, two or more of them in its outer third, which are the pattern: the third point,
 * nearer the mean, is not marked, as the NHS tools mark it. A point beyond the limit is rule 1's.
 */
function twoOfThree(values: readonly number[], limits: Limits): Found {
  const sides = values.map((value) => signOf(value - limits.mean, limits));
  const isFar = values.map((value) =>
    value > limits.mean
      ? signOf(value - limits.nearUpper, limits) > 0 && signOf(value - limits.upper, limits) <= 0
      : signOf(value - limits.nearLower, limits) < 0 && signOf(value - limits.lower, limits) >= 0,
  );
  return values.slice(2).flatMap((_, start) => {
    const places = placesFrom(start, 3);
    const side = sides[start] ?? 0;
    const isPattern = side !== 0 && places.every((place) => sides[place] === side);
    const far = places.filter((place) => isFar[place]);
    return isPattern && far.length >= 2 ? [{ places: far, side: sideOf(side) }] : [];
  });
}

function signOf(difference: number, { upper, lower, mean }: Limits): number {
  const hair = HAIR * Math.max(upper - lower, Math.abs(mean) * 1e-3);
  return Math.abs(difference) <= hair ? 0 : Math.sign(difference);
}

function runsOf(
  signs: readonly number[],
): readonly { readonly start: number; readonly length: number; readonly sign: number }[] {
  const runs: { start: number; length: number; sign: number }[] = [];
  signs.forEach((sign, start) => {
    const run = runs.at(-1);
    if (run !== undefined && run.sign === sign) run.length += 1;
    else runs.push({ start, length: 1, sign });
  });
  return runs;
}

function placesFrom(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}

function sideOf(sign: number): Pattern["side"] {
  return sign > 0 ? "high" : "low";
}

/** How much changed between two figures, as far as their rounding lets anyone know: relative, in points or in the unit, and how many times. */
import { roundedDecimal, withThousands } from "../rounding.ts";
import { exactly, type Known, knownValue } from "./agrees.ts";
import type { Pair } from "./comparisons.ts";
import type { IndicatorFacts } from "./facts.ts";

export type KnownChange = {
  /** In percent of the earlier figure; `null` where that is 0. */
  readonly relative: Known | null;
  /** In the unit: points for a percentage. */
  readonly absolute: Known;
  /** Later over earlier; `null` where the earlier is 0. */
  readonly times: Known | null;
};

/** What can be known of the change between two figures of an indicator. */
export function changeOf({ from, to }: Pair, indicator: IndicatorFacts): KnownChange | null {
  const [earlier, later] = [knownValue(from, indicator), knownValue(to, indicator)];
  return earlier === null || later === null ? null : changeBetween(earlier, later);
}

/** The same of two numbers a comment itself gives. */
export function changeBetweenNumbers(from: number, to: number): KnownChange {
  return changeBetween(exactly(from), exactly(to));
}

/** A change in words and in the right unit: "up 25 percentage points", "down 16.1%". */
export function shownChange({ relative, absolute }: KnownChange, { unit }: Pick<IndicatorFacts, "unit">): string {
  const amount = middle(absolute);
  if (amount === 0) return "no change";
  const way = amount > 0 ? "up" : "down";
  if (unit === "percentage") return `${way} ${trimmed(Math.abs(amount))} percentage points`;
  return relative === null ? `${way} ${trimmed(Math.abs(amount))}` : `${way} ${trimmed(Math.abs(middle(relative)))}%`;
}

/** The middle of what is known: the number itself where it is known exactly. */
export function middle({ low, high }: Known): number {
  return (low + high) / 2;
}

/** One decimal, none where it is whole: "19.1", "25", "1,036". */
export function trimmed(value: number): string {
  return withThousands(roundedDecimal(value, 1)).replace(/\.0$/, "");
}

function changeBetween(from: Known, to: Known): KnownChange {
  const isPositive = from.low > 0;
  return {
    absolute: { low: to.low - from.high, high: to.high - from.low },
    relative: isPositive ? { low: (to.low / from.high - 1) * 100, high: (to.high / from.low - 1) * 100 } : null,
    times: isPositive ? { low: to.low / from.high, high: to.high / from.low } : null,
  };
}

/** Whether a number as written agrees with the data: rounded as written, loosened only as far as its own words loosen it. */
import { roundedDecimal } from "../rounding.ts";
import type { FactFigure, IndicatorFacts } from "./facts.ts";
import type { Hedge } from "./read-numbers.ts";

export type Claimed = { readonly value: number; readonly places: number; readonly hedge: Hedge };

/** The true number, as a range when only its rounded form is known (a typed "17.6%"). */
export type Known = { readonly low: number; readonly high: number };

/** A number known exactly. */
export function exactly(value: number): Known {
  return { low: value, high: value };
}

/** "19.1%" agrees with 19.09; "about 30%" with 31; "over 8%" with 8.4; "nearly 80%" with 78. */
export function agrees(claimed: Claimed, { low, high }: Known): boolean {
  if (isRounding(claimed, low) || isRounding(claimed, high) || (claimed.value >= low && claimed.value <= high))
    return true;
  const step = 10 ** -claimed.places;
  const room = Math.max(step, Math.abs(claimed.value) * 0.1);
  if (claimed.hedge === "about")
    return high >= claimed.value - aboutRoom(claimed) && low <= claimed.value + aboutRoom(claimed);
  if (claimed.hedge === "nearly") return low < claimed.value && high >= claimed.value - room;
  if (claimed.hedge === "over") return high >= claimed.value && low <= claimed.value + room;
  if (claimed.hedge === "under") return low <= claimed.value && high >= claimed.value - room;
  return false;
}

/** What is known of a figure's value: exact where its counts are, else within the rounding it was typed with. */
export function knownValue(
  figure: Pick<FactFigure, "value" | "numerator" | "denominator">,
  indicator: Pick<IndicatorFacts, "unit" | "decimals">,
): Known | null {
  if (figure.value === null) return null;
  const isExact = indicator.unit === "count" || figure.denominator !== null;
  const slack = isExact ? 0 : 0.5 * 10 ** -indicator.decimals;
  return { low: figure.value - slack, high: figure.value + slack };
}

/** A round number said loosely ("about 30%") reaches half way to the next round number. */
function aboutRoom({ value, places }: Claimed): number {
  const isRound = places === 0 && Math.abs(value) >= 20 && value % 5 === 0;
  return Math.max(10 ** -places, Math.abs(value) * 0.05, isRound ? 2.5 : 0);
}

/** Rounded half up; a half that a double holds a hair too low is still a half. */
function isRounding({ value, places }: Claimed, truth: number): boolean {
  const hair = Math.sign(truth) * 1e-9;
  return [truth, truth + hair].some((one) => Number(roundedDecimal(one, places)) === value);
}

/** The average of figures as printed, worked out in whole numbers so that ties round as they should (data.md 0.3 and 0.4). */
import { roundedQuotient } from "../rounding.ts";

export type AverageMethod = "mean" | "median";

/** An exact quotient: the average is sum ÷ (count × scale). */
export type Average = {
  readonly value: number;
  /** Rounded half up to a number of places. */
  readonly shown: (decimals: number) => string;
};

/**
 * The unweighted mean, or the median, of printed numbers.
 *
 * @param digits numbers as printed, "20", "7.15", "-0.4"
 * @returns `null` of no numbers
 */
export function averageOf(digits: readonly string[], method: AverageMethod): Average | null {
  const places = Math.max(0, ...digits.map(placesOf));
  const scaled = digits.map((text) => scaledTo(text, places)).sort((a, b) => a - b);
  const taken = method === "mean" ? scaled : middleOf(scaled);
  if (taken.length === 0) return null;
  const sum = taken.reduce((total, each) => total + each, 0);
  const divisor = taken.length * 10 ** places;
  return {
    value: sum / divisor,
    shown: (decimals) => roundedQuotient(sum, divisor, { decimals }) ?? "",
  };
}

/** Decimal places a number was printed to. */
export function placesOf(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

/** The middle one, or the middle two. */
function middleOf(sorted: readonly number[]): readonly number[] {
  return sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
}

function scaledTo(digits: string, places: number): number {
  const [whole = "0", fraction = ""] = digits.split(".");
  return Number(`${whole}${fraction.padEnd(places, "0")}`);
}

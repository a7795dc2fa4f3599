/** Where a figure stands among others: its rank, ties shared, and its quarter, the best first where better can be told. */
import type { Polarity } from "../measure.ts";

export type Standing = {
  /** 1 is best, or highest where neither high nor low is good. Ties share the better place. */
  readonly rank: number;
  /** Figures ranked, its own included. */
  readonly of: number;
  readonly isTied: boolean;
  /** "3rd of 11, best first", "joint 2nd of 10, highest first". */
  readonly words: string;
};

/** Ranks a value among others; the value itself is not among `others`. */
export function standingOf(value: number, others: readonly number[], polarity: Polarity): Standing {
  const isBefore = (other: number): boolean => (polarity === "low-is-good" ? other < value : other > value);
  const rank = 1 + others.filter(isBefore).length;
  const isTied = others.includes(value);
  const place = `${ordinal(rank)} of ${others.length + 1}, ${polarity === "neutral" ? "highest" : "best"} first`;
  return {
    rank,
    of: others.length + 1,
    isTied,
    words: `${isTied ? "joint " : ""}${place}`,
  };
}

export type Quarter = {
  /** 1 is best, or highest where neither high nor low is good. */
  readonly quarter: 1 | 2 | 3 | 4;
  readonly of: number;
  readonly words: string;
};

/** Fewest figures that quarters are told of. */
const ENOUGH = 8;

const QUARTERS = {
  best: ["in the best quarter", "better than the middle", "worse than the middle", "in the worst quarter"],
  highest: ["in the highest quarter", "above the middle", "below the middle", "in the lowest quarter"],
} as const;

/**
 * The quarter a value falls in among all figures (its own included or not). Bounds are the quartiles interpolated between figures as
 * spreadsheets do (inclusive); a value on a bound is in the better quarter. `null` when there are too few figures.
 */
export function quarterOf(value: number, all: readonly number[], polarity: Polarity): Quarter | null {
  if (all.length < ENOUGH) return null;
  const sign = polarity === "low-is-good" ? 1 : -1;
  const sorted = all.map((each) => each * sign).sort((a, b) => a - b);
  const bounds = [1, 2, 3].map((quarter) => quartile(sorted, quarter));
  const index = bounds.findIndex((bound) => value * sign <= bound);
  const quarter = index < 0 ? 3 : index;
  const words = QUARTERS[polarity === "neutral" ? "highest" : "best"][quarter] ?? "";
  return {
    quarter: (quarter + 1) as Quarter["quarter"],
    of: all.length,
    words: `${words} of ${all.length} authorities`,
  };
}

/** A quartile of sorted figures, interpolated, inclusive. */
function quartile(sorted: readonly number[], quarter: number): number {
  const place = ((sorted.length - 1) * quarter) / 4;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** 1st, 2nd, 3rd, 4th, 11th … */
export function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

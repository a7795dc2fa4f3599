/** Levels, distances and values in words: whole where whole, never rounded so that the words belie the rating. */
import type { Measure } from "../measure.ts";
import { withThousands } from "../rounding.ts";
import { compare, type Fraction, fractionOf, minus } from "./fraction.ts";

/** A fraction rounded half up to so many places, exactly. */
export function roundedFraction({ top, bottom }: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const doubled = top * scale * 2n + bottom;
  const whole = floorDivide(doubled, bottom * 2n);
  const isShort = decimals === 0;
  const digits = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return `${whole < 0n ? "-" : ""}${isShort ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`}`;
}

/** A level as people write one: "90%", "7.5%", "1,036"; a level that was worked out is rounded to two places. */
export function writtenLevel(at: Fraction, { unit }: Pick<Measure, "unit">): string {
  return `${withThousands(trimmed(roundedFraction(at, 2)))}${unit === "percentage" ? "%" : ""}`;
}

/**
 * A distance to so many places, or as many more as it takes not to read as nought. It never reads as the tolerance, or as beyond it, when it is
 * not: "just over 15".
 */
export function writtenDistance(distance: Fraction, tolerance: Fraction, decimals: number): string {
  const most = decimals + 3;
  const places = [decimals, decimals + 1, decimals + 2, most].find(
    (number) => Number(roundedFraction(distance, number)) !== 0,
  );
  if (places === undefined) return distance.top === 0n ? "0" : `less than ${trimmed((10 ** -most).toFixed(most))}`;
  const written = roundedFraction(distance, places);
  const isBeyond = compare(distance, tolerance) > 0;
  const seemsBeyond = compare(fractionOf(Number(written)), tolerance) > 0;
  const hedge = isBeyond === seemsBeyond ? "" : isBeyond ? "just over " : "just under ";
  return `${hedge}${withThousands(trimmed(written))}`;
}

/** "90.0" is written "90". */
export function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** How far apart two values are, for telling a movement from none: doubles that differ by a hair are equal. */
export function isMoreThan(a: Fraction, b: Fraction): boolean {
  const hair: Fraction = { top: 1n, bottom: 10n ** 9n };
  return compare(minus(a, b), hair) > 0;
}

function floorDivide(top: bigint, bottom: bigint): bigint {
  const quotient = top / bottom;
  return top % bottom !== 0n && top < 0n !== bottom < 0n ? quotient - 1n : quotient;
}

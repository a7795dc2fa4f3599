/** Levels, distances and values in words: whole where whole, never rounded so that the words belie the rating. */
import type { Measure } from "../measure.ts";
import { roundedDecimal, withThousands } from "../rounding.ts";
import { compare, type Fraction, fractionOf, minus, toNumber } from "./fraction.ts";

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

/** A distance in the measure's own places, or as many more as it takes not to read as nought. */
export function writtenExact(distance: Fraction, decimals: number): string {
  for (const places of [decimals, decimals + 1, decimals + 2, decimals + 3]) {
    const written = roundedFraction(distance, places);
    if (Number(written) !== 0 || distance.top === 0n) return withThousands(trimmed(written));
  }
  return `less than ${roundedDecimal(10 ** -(decimals + 3), decimals + 3)}`;
}

/** A distance in percent to one place: "20.7%", "less than 0.1%"; never as the tolerance itself when it is beyond it. */
export function writtenPercent(percent: Fraction, tolerance: Fraction): string {
  const written = roundedFraction(percent, 1);
  if (Number(written) === 0 && percent.top !== 0n) return "less than 0.1%";
  const isHidden = Number(written) === toNumber(tolerance) && compare(percent, tolerance) > 0;
  if (isHidden) return `just over ${trimmed(written)}%`;
  const isOver = compare(percent, tolerance) <= 0 && compare(fractionOf(Number(written)), tolerance) > 0;
  return `${isOver ? "just under " : ""}${trimmed(written)}%`;
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

/** A figure in rough words a young person knows: "about 7 in every 10", "about 250"; never a small number, since few people may be known by it. */
import type { Figure } from "../figure.ts";
import type { Unit } from "../measure.ts";
import { withThousands } from "../rounding.ts";

type Told = Pick<Figure, "value" | "numerator" | "denominator">;

/** Below this a number, or what a share is of, is not told. */
const FEW = 10;

/** "About 7 in every 10.", or why no number is told; "" where the value is words. */
export function roughWords({ value, numerator, denominator }: Told, unit: Unit): string {
  if (value === null) return "";
  switch (unit) {
    case "text":
      return "";
    case "percentage":
      return denominator !== null && denominator < FEW ? TOO_FEW : shareWords(value);
    case "count":
    case "sum":
      return value < FEW ? VERY_FEW : `About ${rounded(value)}.`;
    // Whoever knows how many children there are can turn a rate back into a number.
    case "rate-per-10000":
      return numerator !== null && numerator < FEW ? VERY_FEW : `About ${rounded(value)} in every 10,000 children.`;
    case "rate-per-100000":
      return numerator !== null && numerator < FEW ? VERY_FEW : `About ${rounded(value)} in every 100,000.`;
    case "average-days":
    case "median-days":
    case "maximum-days":
      return denominator !== null && denominator < FEW ? TOO_FEW : lengthWords(value);
    case "maximum-working-days":
      return `About ${rounded(value)} working days.`;
    case "average":
    case "maximum":
      return `About ${rounded(value)}.`;
  }
}

const VERY_FEW = "There were very few, or none.";
const TOO_FEW = "Too few children to give a number.";

/** In tenths, with words at both ends. */
function shareWords(percentage: number): string {
  if (percentage < 5) return "Very few, or none.";
  if (percentage >= 95) return "All, or nearly all.";
  const tenths = Math.min(9, Math.max(1, Math.round(percentage / 10)));
  return tenths === 5 ? "About half." : `About ${tenths} in every 10.`;
}

/** Long stretches in months. */
function lengthWords(days: number): string {
  if (days < 60) return `About ${rounded(days)} days.`;
  return `About ${Math.round(days / 30.4)} months.`;
}

/** To the nearest 5 below 100, 10 below 1,000, and 100 above. */
function rounded(value: number): string {
  const step = value < FEW ? 1 : value < 100 ? 5 : value < 1000 ? 10 : 100;
  return withThousands(String(Math.round(value / step) * step));
}

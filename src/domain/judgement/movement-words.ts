/** A movement between two values in words and in the right unit: points, the unit itself, or percent (requirements 22, 1.15). */
import type { Measure } from "../measure.ts";
import { withThousands } from "../rounding.ts";
import { absolute, compare, type Fraction, fractionOf, minus, over, times, toNumber } from "./fraction.ts";
import { roundedFraction, trimmed } from "./level-words.ts";

type Wording = Pick<Measure, "unit" | "decimals" | "change">;

/** "Up 3 percentage points", "Down 3.1 per 10,000", "Up 5.7%", "No change". */
export function movementWords(from: Fraction, to: Fraction, measure: Wording): string {
  const order = compare(to, from);
  if (order === 0) return "No change";
  return `${order > 0 ? "Up" : "Down"} ${amountWords(absolute(minus(to, from)), from, measure)}`;
}

/** An amount of the measure's unit: "1 percentage point", "3.1 per 10,000", "12". */
export function unitWords(amount: Fraction, { unit, decimals }: Pick<Measure, "unit" | "decimals">): string {
  const rounded = roundedFraction(amount, decimals);
  const least = 10 ** -decimals;
  const isTiny = Number(rounded) === 0 && amount.top !== 0n;
  const number = isTiny ? `less than ${trimmed(least.toFixed(decimals))}` : withThousands(trimmed(rounded));
  return `${number}${suffixOf(unit, number === "1" || (isTiny && decimals === 0))}`;
}

function amountWords(amount: Fraction, from: Fraction, measure: Wording): string {
  const share = measure.change === "relative" ? over(amount, absolute(from)) : null;
  if (share === null) return unitWords(amount, measure);
  const percent = roundedFraction(times(share, fractionOf(100)), 1);
  return toNumber(share) * 100 < 0.05 ? "less than 0.1%" : `${withThousands(trimmed(percent))}%`;
}

function suffixOf(unit: Measure["unit"], isOne: boolean): string {
  switch (unit) {
    case "percentage":
      return ` percentage point${isOne ? "" : "s"}`;
    case "rate-per-10000":
      return " per 10,000";
    case "rate-per-100000":
      return " per 100,000";
    case "average-days":
    case "median-days":
    case "maximum-days":
      return isOne ? " day" : " days";
    case "maximum-working-days":
      return ` working day${isOne ? "" : "s"}`;
    default:
      return "";
  }
}

/** How a change is worded: points of a percentage, a difference in the unit, or per cent where the measure says relative. Never "25% increase" for points. */
import type { ChangeWording, Unit } from "../measure.ts";
import { roundedDecimal, withThousands } from "../rounding.ts";
import { absolute, compare, type Fraction, fractionOf, minus, over, times, toNumber, ZERO } from "./fraction.ts";

type ChangeFacts = { readonly unit: Unit; readonly decimals: number; readonly change: ChangeWording };

/** Decimal places of a relative change: the documents print one ("5.7", "66.7"). */
const RELATIVE_DECIMALS = 1;
const HUNDRED: Fraction = { top: 100n, bottom: 1n };

/** "up 25 percentage points", "down 3.1 per 10,000", "up 5.7%", "no change"; from unrounded values, so it may differ in the last place from the difference of two printed ones. */
export function changeWords(from: number, to: number, { unit, decimals, change }: ChangeFacts): string {
  const difference = minus(fractionOf(to), fractionOf(from));
  const order = compare(difference, ZERO);
  if (order === 0) return "no change";
  const way = order > 0 ? "up" : "down";
  if (change !== "relative") return `${way} ${inUnit(absolute(difference), unit, decimals)}`;
  const share = over(times(absolute(difference), HUNDRED), absolute(fractionOf(from)));
  // Nothing can be said in per cent of a count that was nought.
  if (share === null) return `${way} ${inUnit(absolute(difference), unit, decimals)} from 0`;
  return `${way} ${amount(share, RELATIVE_DECIMALS)}%`;
}

/** An amount of a unit in words: "1 percentage point", "3.1 per 10,000", "12". */
export function inUnit(size: Fraction, unit: Unit, decimals: number): string {
  const number = amount(size, decimals);
  switch (unit) {
    case "percentage":
      return `${number} percentage ${number === "1" ? "point" : "points"}`;
    case "rate-per-10000":
      return `${number} per 10,000`;
    case "rate-per-100000":
      return `${number} per 100,000`;
    case "average-days":
    case "median-days":
    case "maximum-days":
      return `${number} ${number === "1" ? "day" : "days"}`;
    case "maximum-working-days":
      return `${number} working ${number === "1" ? "day" : "days"}`;
    default:
      return number;
  }
}

/** Rounded, without closing noughts; a change too small to print is still a change. */
function amount(size: Fraction, decimals: number): string {
  const rounded = roundedDecimal(toNumber(size), decimals);
  if (Number(rounded) === 0) return `less than ${decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`}`;
  return withThousands(rounded.includes(".") ? rounded.replace(/\.?0+$/, "") : rounded);
}

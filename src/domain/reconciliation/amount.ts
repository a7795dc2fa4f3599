/** A number as a rule reads it from a figure: how far the printed number may lie from the true one, and why there is none. */
import { type Figure, multiplierOf } from "../figure.ts";
import type { Measure } from "../measure.ts";
import { roundedDecimal, roundedQuotient, withThousands } from "../rounding.ts";
import { STATE_FACTS } from "../value-state.ts";
import type { Operand } from "./rule.ts";

export type MeasureFacts = Pick<Measure, "unit" | "decimals">;

/** The true number lies within `margin` of `number`; nought for a count or where both parts are known. */
export type Amount = { readonly number: number; readonly margin: number };

/** Why there is no number: the state's own words. */
export type NoAmount = { readonly because: string };

export const isAmount = (read: Amount | NoAmount): read is Amount => "number" in read;

/** One number of a figure. */
export function amountOf(figure: Figure, of: Operand["of"], facts: MeasureFacts): Amount | NoAmount {
  // Nobody to count is a known nought for either part, though there is no percentage of it.
  const isKnown = figure.status === "value" || (figure.status === "no-cohort" && of !== "value");
  if (!isKnown) return { because: STATE_FACTS[figure.status].label.toLowerCase() };
  if (of !== "value") {
    const part = figure[of];
    return part === null ? { because: `its ${of} is not known` } : { number: part, margin: 0 };
  }
  const isCount = facts.unit === "count";
  const number = isCount ? (figure.numerator ?? figure.value) : figure.value;
  if (number === null) return { because: "it is not a number" };
  return { number, margin: isCount || hasParts(figure) ? 0 : halfDigit(typedDecimals(number)) };
}

/**
 * Places a number was typed to: its printed digits are all that is known of it, whatever its measure prints, so "22%"
 * stands for anything from 21.5% to 22.5%. Four are enough for any published figure.
 */
export function typedDecimals(number: number): number {
  const [, fraction = ""] = String(number).split(".");
  return /e/i.test(fraction) ? MOST_DECIMALS : Math.min(fraction.length, MOST_DECIMALS);
}

const MOST_DECIMALS = 4;

/** Half of the last printed place: what rounding can hide. */
export function halfDigit(decimals: number): number {
  return 0.5 * 10 ** -decimals;
}

/** Both parts of a quotient are known whole numbers. */
export function hasParts(figure: Figure): figure is Figure & { numerator: number; denominator: number } {
  return Number.isSafeInteger(figure.numerator) && Number.isSafeInteger(figure.denominator);
}

/** The figure's value as printed, without its sign; by its parts where it was counted, so that no float decides. */
export function printed(figure: Figure & { value: number }, facts: MeasureFacts, decimals: number): string {
  const typed = roundedDecimal(figure.value, decimals);
  if (!hasParts(figure)) return typed;
  const counted = roundedQuotient(figure.numerator, figure.denominator, {
    multiplier: multiplierOf(facts.unit),
    decimals,
  });
  // A value that floating point put a hair beside its parts is still its parts' value.
  const exact = (figure.numerator * multiplierOf(facts.unit)) / figure.denominator;
  return counted !== null && Math.abs(exact - figure.value) <= Math.abs(exact) * 1e-12 ? counted : typed;
}

/** A whole number as people read it; others to so many places. */
export function written(number: number, decimals = 0): string {
  return withThousands(roundedDecimal(number, Number.isInteger(number) ? 0 : decimals));
}

/** "+24", "−8". */
export function writtenChange(number: number): string {
  const rounded = roundedDecimal(Math.abs(number), 0);
  return `${number < 0 && rounded !== "0" ? "−" : "+"}${rounded}`;
}

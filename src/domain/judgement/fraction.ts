/** Exact arithmetic on decimals and quotients, so that no float decides whether a target is met. */
import { type Figure, multiplierOf } from "../figure.ts";
import type { Unit } from "../measure.ts";

/** `bottom` is above 0; not reduced. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** A number as JavaScript prints it: 0.1 is one tenth. */
export function fractionOf(decimal: number): Fraction {
  const [digits = "0", exponentText = "0"] = String(decimal).toLowerCase().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = fraction.length - Number(exponentText);
  const unscaled = BigInt(whole + fraction);
  return places >= 0
    ? { top: unscaled, bottom: 10n ** BigInt(places) }
    : { top: unscaled * 10n ** BigInt(-places), bottom: 1n };
}

/** The exact value of a figure: by its parts where it was counted, else as its number is printed. */
export function exactValue(
  value: number,
  { numerator, denominator }: Partial<Pick<Figure, "numerator" | "denominator">>,
  unit: Unit,
): Fraction {
  if (!isWhole(numerator) || !isWhole(denominator) || denominator <= 0) return fractionOf(value);
  const exact = { top: BigInt(numerator) * BigInt(multiplierOf(unit)), bottom: BigInt(denominator) };
  // A typed percentage beside its typed parts is the value published; its parts are not it.
  return Math.abs(toNumber(exact) - value) <= Math.abs(value) * 1e-12 ? exact : fractionOf(value);
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
export const absolute = (a: Fraction): Fraction => (a.top < 0n ? { top: -a.top, bottom: a.bottom } : a);

/** The quotient; `null` when divided by nought. */
export function over(a: Fraction, b: Fraction): Fraction | null {
  if (b.top === 0n) return null;
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

/** Below 0 when a is less than b, 0 when equal, above 0 when more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The nearest double, for showing. */
export function toNumber({ top, bottom }: Fraction): number {
  const isSmall = top < 1n << 53n && top > -(1n << 53n) && bottom < 1n << 53n;
  if (isSmall) return Number(top) / Number(bottom);
  const scale = 10n ** 15n;
  return Number(top / bottom) + Number(((top % bottom) * scale) / bottom) / Number(scale);
}

function isWhole(number: number | null | undefined): number is number {
  return Number.isSafeInteger(number);
}

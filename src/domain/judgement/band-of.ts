/** The band a value falls in: rounded first by the rule the bands declare, so that 84.6 is 85 and no value falls between whole-number bands. */
import type { Band, Bands } from "./bands.ts";
import { type Fraction, fractionOf } from "./fraction.ts";
import { roundedFraction } from "./level-words.ts";

/** Give a quotient as a fraction: 28.5% as a double may lie a hair below its half. Bands cover the scale, so there is always one. */
export function bandOf(value: Fraction | number, { bands, places }: Bands): Band {
  const exact = typeof value === "number" ? fractionOf(value) : value;
  const rounded = Number(roundedFraction(exact, places));
  const band = bands.find(
    ({ lower, upper }) => (lower === null || rounded >= lower) && (upper === null || rounded < upper),
  );
  if (band === undefined) throw new RangeError("These bands do not cover the scale.");
  return band;
}

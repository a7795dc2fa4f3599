/** Rule kind C: the band a value falls in, after the rounding the bands declare, and the rating of that band. */
import { bandOf } from "./band-of.ts";
import type { Band, BandName, Bands } from "./bands.ts";
import { compare, type Fraction, fractionOf, minus } from "./fraction.ts";
import { roundedFraction, trimmed, writtenLevel } from "./level-words.ts";
import type { FigureToRate, Verdict } from "./rate.ts";
import type { RatingRule } from "./rating.ts";

type Input = FigureToRate & { readonly bands: Bands; readonly rule: Extract<RatingRule, { kind: "bands" }> };

const BAND_WORDS: Readonly<Record<BandName, string>> = {
  inadequate: "Inadequate",
  "requires-improvement": "Requires improvement",
  good: "Good",
  outstanding: "Outstanding",
  "beyond-cap": "Beyond the cap",
};

/** Every value is in exactly one band, because bands cover the whole scale. */
export function rateByBands(value: Fraction, input: Input): Verdict {
  const { bands, rule, current, measure } = input;
  const rounded = fractionOf(Number(roundedFraction(value, bands.places)));
  const band = bandOf(value, bands);
  const printed = fractionOf(Number(roundedFraction(value, measure.decimals)));
  const isSame = compare(rounded, printed) === 0;
  const lead = isSame
    ? `${current.shown} is`
    : `${exactly(value, printed, input)} counts as ${writtenLevel(rounded, measure)}, which is`;
  return {
    word: rule.ratings[band.name],
    because: band.name,
    words: `${lead} in the band ${BAND_WORDS[band.name]} (${stretch(band, bands, measure)})`,
  };
}

/** 85.45% prints as 85.5%, which would round to 86: then the value is told with more places. */
function exactly(value: Fraction, printed: Fraction, { bands, current, measure }: Input): string {
  const isClear = roundedFraction(printed, bands.places) === roundedFraction(value, bands.places);
  if (isClear) return current.shown;
  return `${current.shown} (${trimmed(roundedFraction(value, measure.decimals + 2))}${measure.unit === "percentage" ? "%" : ""} before rounding)`;
}

/** "75% to 84%": the last value in a half-open band is one step of the rounding below its end. */
function stretch({ lower, upper }: Band, { places }: Bands, measure: FigureToRate["measure"]): string {
  const write = (at: Fraction) => writtenLevel(at, measure);
  const last = upper === null ? null : minus(fractionOf(upper), { top: 1n, bottom: 10n ** BigInt(places) });
  if (lower === null) return upper === null ? "any value" : `below ${write(fractionOf(upper))}`;
  if (last === null) return `${write(fractionOf(lower))} or more`;
  return compare(last, fractionOf(lower)) === 0 ? write(last) : `${write(fractionOf(lower))} to ${write(last)}`;
}

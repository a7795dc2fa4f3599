/** Rounding half up on exact decimals: the rule that reproduces every published local-authority percentage (data.md 0.3). */

/**
 * The quotient numerator × multiplier ÷ denominator rounded half up to a number of places, worked out in whole numbers.
 *
 * @param numerator whole number (negative rounds half towards plus infinity, so that -2.5 prints as -2)
 * @returns the printed decimal, for example "57.5"; `null` when the denominator is 0
 */
export function roundedQuotient(
  numerator: number,
  denominator: number,
  { multiplier = 1, decimals }: { multiplier?: number; decimals: number },
): string | null {
  if (denominator === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const top = wholeNumber(numerator) * wholeNumber(multiplier) * scale * 2n + wholeNumber(denominator);
  return writeScaled(floorDivide(top, 2n * wholeNumber(denominator)), decimals);
}

/** A decimal (as JavaScript prints it, so 0.285 is 0.285) rounded half up to a number of places. */
export function roundedDecimal(value: number, decimals: number): string {
  const [digits = "0", exponentText] = String(value).toLowerCase().split("e");
  const exponent = Number(exponentText ?? 0);
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = Math.max(0, fraction.length - exponent);
  const unscaled = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, exponent - fraction.length));
  const top = unscaled * 10n ** BigInt(decimals) * 2n + 10n ** BigInt(places);
  return writeScaled(floorDivide(top, 2n * 10n ** BigInt(places)), decimals);
}

/** "12345.6" with thousands separators: "12,345.6". */
export function withThousands(decimal: string): string {
  const [whole = "0", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function wholeNumber(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number that can be divided exactly.`);
  return BigInt(value);
}

function floorDivide(top: bigint, bottom: bigint): bigint {
  const quotient = top / bottom;
  return top % bottom !== 0n && top < 0n !== bottom < 0n ? quotient - 1n : quotient;
}

function writeScaled(scaled: bigint, decimals: number): string {
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

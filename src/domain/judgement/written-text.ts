/** Text as people type it, made even: spaces, dashes, case and footnote marks, so that each grammar is written once. */

/** A number with or without thousands separators, as a regular expression's source; unsigned, never captures. */
export const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,6})?|\.\d{1,6})`;

const ODD_SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
// The look behind keeps a long row of marks from being tried from each of them.
const FOOTNOTE_MARKS = /(?<![†‡\u00b9\u00b2\u00b3\u2070-\u2079])[†‡\u00b9\u00b2\u00b3\u2070-\u2079]+$/;

/** No figure, target or band is written at such length; longer text is prose and is not tried against the grammars. */
export const LONGEST_LEVEL = 200;

/** Lower case, plain hyphens, single spaces; footnote marks and a closing full stop gone, stars kept. */
export function evenText(written: string): string {
  const even = written.replace(ODD_SPACES, " ").replace(DASHES, "-").trim().toLowerCase();
  return even.replace(FOOTNOTE_MARKS, "").replace(/\.$/, "").trim();
}

/** The number of digits matched by `NUMBER`, with or without a sign before it. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/[,\s]/g, ""));
}

/** Decimal places a number was written with. */
export function decimalsOf(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

/** Text as it is quoted in a message: trimmed, and cut where it is prose. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  return `"${trimmed.length > LONGEST_LEVEL ? `${trimmed.slice(0, LONGEST_LEVEL)}…` : trimmed}"`;
}

/** Reads where a comment names measures of the card: "similar to 4.6 above", "ID 74", "IDs 29 & 30", "measure 1.10". */
import type { CommentFacts } from "./facts.ts";
import type { Span } from "./sentences.ts";

export type ReferenceMention = Span & {
  readonly text: string;
  /** As on the card; `null` when the card has no such measure. */
  readonly reference: string | null;
  readonly named: string;
  /** Which way the words point. */
  readonly points: "above" | "below" | null;
};

const REFERENCE = String.raw`\d{1,3}(?:\.\d{1,2})?[a-z]?`;
const LIST = `${REFERENCE}(?:\\s?(?:&|,|and|to|-|–)\\s?(?:IDs?\\s?)?${REFERENCE})*`;
const NAMED = new RegExp(
  `\\b(?:IDs?|PI(?:\\s+refs?)?|refs?|references?|indicators?|(?:this )?measures?)[\\s.:]*(?:numbers?\\s+)?(?<list>${LIST})(?![\\d%]|\\.\\d|,\\d)(?:\\s+(?<points>above|below)\\b)?`,
  "gi",
);
const POINTED = new RegExp(
  `(?<![\\w.,%£])(?<list>${REFERENCE})(?![\\d%]|\\.\\d)\\s+(?<points>above|below)\\b(?!\\s+(?:the|that|this|our|its|target|\\d))`,
  "gi",
);

/** "(see 9b)", "(19b)", "see 1.10": only what cannot be a number of anything else. */
const SEEN =
  /(?:\(\s*(?:see\s+(?:also\s+)?)?|\bsee\s+(?:also\s+)?)(?<list>\d{1,3}[a-z]|\d{1,2}\.\d{1,2})(?![\w%]|[.,]\d)/gi;

/** Every measure named, in order. */
export function readReferences(
  text: string,
  { indicators }: Pick<CommentFacts, "indicators">,
): readonly ReferenceMention[] {
  const references = indicators.map(({ reference }) => reference);
  const seen = [...text.matchAll(SEEN)]
    .flatMap((match) => mentionsOf(match, references))
    .filter(({ reference }) => reference !== null);
  const named = [...text.matchAll(NAMED), ...text.matchAll(POINTED)].flatMap((match) => mentionsOf(match, references));
  const found = [...named, ...seen];
  const isFirst = (mention: ReferenceMention, place: number) =>
    found.findIndex((one) => one.start === mention.start) === place;
  return found.filter(isFirst).toSorted((one, other) => one.start - other.start);
}

function mentionsOf(match: RegExpMatchArray, references: readonly string[]): readonly ReferenceMention[] {
  const { list = "", points } = match.groups ?? {};
  const from = (match.index ?? 0) + match[0].indexOf(list);
  return [...list.matchAll(new RegExp(REFERENCE, "gi"))].map((one) => ({
    text: one[0],
    start: from + one.index,
    end: from + one.index + one[0].length,
    named: one[0],
    reference:
      references.find((reference) => reference.toLowerCase() === one[0].toLowerCase()) ??
      letteredOf(one[0], references),
    points: points === undefined ? null : points.toLowerCase() === "above" ? "above" : "below",
  }));
}

/** "ID 19" is there where the card has 19a, 19b and 19c. */
function letteredOf(named: string, references: readonly string[]): string | null {
  return references.find((reference) => new RegExp(`^${named.replace(".", "\\.")}[a-z]$`, "i").test(reference)) ?? null;
}

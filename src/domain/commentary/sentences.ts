/** Where sentences begin and end in a comment, so that a claim is read with the words around it. */

export type Span = { readonly start: number; readonly end: number };

/** A full stop ends a sentence before a space and a capital, a digit or a quote; "eg.", "approx." and decimals do not. */
const SENTENCE_END =
  /(?<!\b(?:eg|e\.g|ie|i\.e|approx|no|vs|etc|yr|yrs|mr|mrs|ms|dr|st))[.!?]+["')\]]*\s+(?=["'(]?[A-Z0-9])|\n+/gi;

/** The text asked for last: every check of a comment asks for the same one many times. */
let latest: { readonly text: string; readonly spans: readonly Span[] } = { text: "", spans: [] };

/** The sentences of a text, in order, covering all of it. */
export function sentencesOf(text: string): readonly Span[] {
  if (latest.text !== text) latest = { text, spans: splitSentences(text) };
  return latest.spans;
}

function splitSentences(text: string): readonly Span[] {
  const ends = [...text.matchAll(SENTENCE_END)]
    .filter(({ 0: end, index }) => end.startsWith("\n") || /[A-Z0-9"'(]/.test(text[index + end.length] ?? ""))
    .map(({ 0: end, index }) => index + end.length);
  return [...ends, text.length].map((end, position) => ({ start: ends[position - 1] ?? 0, end }));
}

/** The sentence a place in the text belongs to. */
export function sentenceAt(text: string, place: number): Span {
  return sentencesOf(text).find(({ start, end }) => place >= start && place < end) ?? { start: 0, end: text.length };
}

/** The words of a sentence before a place, back to the last comma, semicolon, colon or dash. */
export function clauseBefore(text: string, place: number): string {
  const sentence = text.slice(sentenceAt(text, place).start, place);
  return sentence.split(/[;:]\s|\s[-–—]\s|,\s(?!\d)/).at(-1) ?? sentence;
}

/** The words of a sentence after a place, up to the next comma, semicolon, colon, bracket or dash. */
export function clauseAfter(text: string, place: number): string {
  const sentence = text.slice(place, sentenceAt(text, Math.max(0, place - 1)).end);
  return sentence.split(/[;:]\s|\s[-–—]\s|,\s|\(/)[0] ?? sentence;
}

/** Words that carry meaning, lower case and cut to a stem, for comparing what two texts are about. */
export function meaningfulWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(stemOf));
}

/** How alike two titles are: shared words over all words, 0 to 1. */
export function likeness(one: string, other: string): number {
  const [left, right] = [meaningfulWords(one), meaningfulWords(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared === 0 ? 0 : shared / (left.size + right.size - shared);
}

/** Assessments, assessment and assessed are one word here. */
function stemOf(word: string): string {
  return word.length <= 5 ? word.replace(/s$/, "") : word.replace(/(?:ments?|ings?|ations?|ions?|ers?|ed|es|s)$/, "");
}

const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    "the and for with from that this these those are was were has have had been being who which when where not all any " +
    "its our their into over under than then per number numbers percentage percent proportion rate rates average figure " +
    "year years month months quarter quarters day days week weeks period last previous total current currently more less"
  ).split(" "),
);

/** Reads the numbers a comment claims: "1,036", "38.5%", "about 30%", "3 percentage points", "14 of 15", "six", "35%-40%", "20 working days". */
import { withoutNonClaims } from "./not-claims.ts";
import type { Span } from "./sentences.ts";

export const HEDGES = ["exactly", "about", "nearly", "over", "under"] as const;
/** How closely the words bind the number: "about 30%", "nearly 80%", "over 8%". */
export type Hedge = (typeof HEDGES)[number];

export type NumberToken = Span & {
  readonly kind: "count" | "percent" | "points" | "range" | "duration";
  readonly text: string;
  readonly value: number;
  /** Upper end of a range, else the value. */
  readonly high: number;
  /** Decimal places as written. */
  readonly places: number;
  readonly hedge: Hedge;
  /** Written as a word: "six". */
  readonly isWord: boolean;
  /** Of a range: whether it is of percentages. */
  readonly isPercent: boolean;
  /** "20 of 25": what the number is out of, when the words say so at once. */
  readonly outOf: number | null;
};

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
    "nineteen twenty"
  )
    .split(" ")
    .map((word, index) => [word, index + 2]),
);

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const WORD = `\\b(?:${Object.keys(WORDS).join("|")})\\b(?![-\\s]*fold)`;
const NUMBER = new RegExp(
  `(?<![\\w.,#/])(?:(?<digits>${DIGITS})(?!\\d|[.,]\\d|(?:st|nd|rd|th)\\b)|(?<word>${WORD}))` +
    `(?<plus>\\s?\\+)?(?<percent>\\s?%\\s?\\+?|\\s?per\\s?cent\\b)?(?<points>[\\s-]*(?:percentage\\s+)?points?\\b|\\s?pp\\b|\\s?ppts?\\b)?`,
  "gi",
);
const RANGE = /^\s?%?\s?(?:-|–|to|and)\s?$/i;
const DURATION =
  /^[\s-]?(?:(?:working|calendar|school|consecutive)\s+)?(?:days?|hours?|hrs?|weeks?|months?|mths?|years?|yrs?|minutes?|mins?)\b/i;

const HEDGE_WORDS: readonly (readonly [RegExp, Hedge])[] = [
  [/\b(?:not|no) (?:more|less|fewer) than\s+$/i, "about"],
  [/(?:\b(?:about|around|approximately|roughly|circa|some|almost exactly)\s+|\bapprox\.?\s+|~\s?)$/i, "about"],
  [/\b(?:nearly|almost|just under|close to|just below)\s+$/i, "nearly"],
  [/\b(?:over|more than|above|exceeding|exceeded|in excess of|at least|just over|just above)\s+$/i, "over"],
  [/\b(?:under|less than|below|fewer than|up to|at most)\s+$/i, "under"],
];

/** Every number claimed, in order; dates, ages, stages and their like are left out. */
export function readNumbers(text: string): readonly NumberToken[] {
  const claims = withoutNonClaims(text);
  const plain = [...claims.matchAll(NUMBER)].map((match) => tokenOf(match, text, claims));
  return withRanges(withFractions(plain, claims), claims);
}

function tokenOf(match: RegExpMatchArray, text: string, claims: string): NumberToken {
  const { digits, word = "", percent, points } = match.groups ?? {};
  const start = match.index ?? 0;
  const duration =
    percent === undefined && points === undefined ? DURATION.exec(claims.slice(start + match[0].length)) : null;
  const end = start + match[0].trimEnd().length + (duration?.[0].length ?? 0);
  const value = digits === undefined ? (WORDS[word.toLowerCase()] ?? 0) : Number(digits.replaceAll(",", ""));
  return {
    start,
    end,
    text: text.slice(start, end),
    kind:
      points !== undefined ? "points" : percent !== undefined ? "percent" : duration === null ? "count" : "duration",
    value,
    high: value,
    places: digits?.split(".")[1]?.length ?? 0,
    hedge: HEDGE_WORDS.find(([pattern]) => pattern.test(claims.slice(0, start)))?.[1] ?? hedgeAfter(match),
    isWord: digits === undefined,
    isPercent: percent !== undefined,
    outOf: null,
  };
}

/** "90% +" and "20+" mean that or more. */
function hedgeAfter(match: RegExpMatchArray): Hedge {
  return match[0].includes("+") ? "over" : "exactly";
}

/** "14 of 15", "20 out of the 25": the first number is out of the second. */
function withFractions(tokens: readonly NumberToken[], claims: string): readonly NumberToken[] {
  return tokens.map((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== "count" || next?.kind !== "count" || next.value < token.value) return token;
    const between = claims.slice(token.end, next.start);
    return /^\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+|those\s+|all\s+)?$/i.test(between)
      ? { ...token, outOf: next.value }
      : token;
  });
}

/** "35% - 40%", "between 45 and 49%" as one token; "6 and 7 families" stay two. */
function withRanges(tokens: readonly NumberToken[], claims: string): readonly NumberToken[] {
  const joined: NumberToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : claims.slice(last.end, token.start);
    const isBetween = last !== undefined && /\bbetween\s+(?:around\s+|about\s+)?$/i.test(claims.slice(0, last.start));
    const isRange = last !== undefined && last.value < token.value && RANGE.test(between);
    if (last !== undefined && isRange && last.kind !== "range" && (isBetween || /[-–]/.test(between)))
      joined[joined.length - 1] = rangeOf(last, token, claims);
    else joined.push(token);
  }
  return joined;
}

function rangeOf(low: NumberToken, high: NumberToken, claims: string): NumberToken {
  return {
    ...low,
    kind: high.kind === "duration" ? "duration" : "range",
    end: high.end,
    text: claims.slice(low.start, high.end),
    high: high.value,
    places: Math.max(low.places, high.places),
    isPercent: low.isPercent || high.isPercent,
  };
}

/** Finds in a text the numbers that were hidden in the table beside it: "There are six individuals" undoes a suppression (requirements 158). */
import type { Figure } from "../figure.ts";
import { roundedDecimal } from "../rounding.ts";

/** A number no reader may be told. `isPercentage`: it is written with a percent sign, to any number of places. */
export type HiddenNumber = { readonly key: string; readonly value: number; readonly isPercentage?: boolean };

/** Where a text tells one; `start` and `end` in UTF-16 units. */
export type NumberTold = {
  readonly hidden: HiddenNumber;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const LOOSE: Readonly<Record<string, number>> = {
  single: 1,
  sole: 1,
  pair: 2,
  couple: 2,
  both: 2,
  dozen: 12,
  "half a dozen": 6,
};

const PERSONS =
  "child(?:ren)?|young (?:person|people)|individuals?|person|people|pupils?|cases?|famil(?:y|ies)|siblings?|boys?|girls?|babies|baby|males?|females?|referrals?|plans?|care leavers?|teenagers?|households?";
/** At most two words between the number and whom it counts: "one looked after child". */
const OF_PERSONS = new RegExp(`^(?:\\s+[\\w'’-]+){0,2}\\s+(?:${PERSONS})\\b`, "i");
/** Words that also mean something else ("one of the reasons", "both teams") count only before persons. */
const LOOSELY_USED = new Set(["one", ...Object.keys(LOOSE)]);

const WORDS = [
  "half a dozen",
  ...TENS.flatMap((ten) => [...UNITS.slice(1, 10).map((unit) => `${ten}[ -]${unit}`), ten]),
  // The longest first, so that "sixteen" is not read as "six".
  ...UNITS.toSorted((a, b) => b.length - a.length),
  ...Object.keys(LOOSE).filter((word) => word !== "half a dozen"),
];
const NUMBER = new RegExp(
  `(?<![\\w.,/#£-])(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\w/]|[.,]\\d)(?<percent>\\s?%|\\s?per\\s?cent\\b)?|(?<![\\w-])(?<word>${WORDS.join("|")})(?![\\w-])(?<wordPercent>\\s?per\\s?cent\\b)?`,
  "gi",
);
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** A length of time, a date, a change in points or a place in a list is no count of persons. */
const NO_COUNT_AFTER = new RegExp(
  `^(?:\\s?(?:-|–|to)\\s?\\d+)?[\\s-]?(?:(?:working|calendar|school|consecutive)\\s+)?(?:days?|hours?|weeks?|months?|years?|minutes?|terms?|quarters?|(?:percentage )?points?|pp\\b|(?:${MONTHS})\\b)`,
  "i",
);
const NO_COUNT_BEFORE = new RegExp(
  `(?:\\b(?:id|ids|measure|measures|indicator|section|page|paragraph|quarter|term|rec|recommendation|phase|stage|year|aged?|${MONTHS})\\.?\\s*|£)$`,
  "i",
);

/** Every place where the text tells a hidden number, in figures or in words, in order. */
export function hiddenNumbersIn(text: string, hidden: readonly HiddenNumber[]): readonly NumberTold[] {
  return [...text.matchAll(NUMBER)].flatMap((match): readonly NumberTold[] => {
    const start = match.index;
    const quote = match[0];
    const end = start + quote.length;
    const { digits, percent, word, wordPercent } = match.groups ?? {};
    const isPercentage = percent !== undefined || wordPercent !== undefined;
    if (!isPercentage && isNoCount(text, { start, end, word: word?.toLowerCase() })) return [];
    const written = digits === undefined ? String(valueOfWord(word ?? "")) : digits.replaceAll(",", "");
    return hidden
      .filter((number) => (number.isPercentage === true) === isPercentage && reads(number.value, written))
      .map((number) => ({ hidden: number, quote, start, end }));
  });
}

/** The numbers of figures that are hidden: what no comment may say. Noughts are no secret. */
export function hiddenNumbersOf(
  figures: readonly Figure[],
  keyOf: (figure: Figure) => string,
): readonly HiddenNumber[] {
  return figures.flatMap((figure) => {
    const key = keyOf(figure);
    const { numerator, denominator, value } = figure;
    const isQuotient = numerator !== null && denominator !== null;
    const counts = [...new Set(isQuotient ? [numerator, denominator] : [numerator ?? value])];
    const isPercentage = figure.shown.endsWith("%");
    return [
      ...counts.flatMap((count) => (count === null || count === 0 ? [] : [{ key, value: count }])),
      ...(isPercentage && value !== null ? [{ key, value, isPercentage }] : []),
    ];
  });
}

function reads(value: number, written: string): boolean {
  const places = written.split(".")[1]?.length ?? 0;
  return places === 0 && Number.isInteger(value)
    ? Number(written) === value
    : roundedDecimal(value, places) === written;
}

function isNoCount(
  text: string,
  { start, end, word }: { readonly start: number; readonly end: number; readonly word: string | undefined },
): boolean {
  const after = text.slice(end);
  if (word !== undefined && LOOSELY_USED.has(word) && !OF_PERSONS.test(after)) return true;
  return NO_COUNT_AFTER.test(after) || NO_COUNT_BEFORE.test(text.slice(Math.max(0, start - 20), start));
}

function valueOfWord(text: string): number {
  const word = text.toLowerCase();
  if (LOOSE[word] !== undefined) return LOOSE[word];
  if (UNITS.includes(word)) return UNITS.indexOf(word);
  const [ten = "", unit] = word.split(/[ -]/);
  return (TENS.indexOf(ten) + 2) * 10 + (unit === undefined ? 0 : UNITS.indexOf(unit));
}

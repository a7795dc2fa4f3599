/** Reads what a comment promises: "we expect an improvement in quarter 3" becomes a claim with the days it is to be looked at (requirements 159). */
import { addDays, addMonths, monthOf } from "../dates.ts";
import { periodContaining, type ReportingPeriod, type WindowId } from "../period.ts";
import { type PeriodMention, readPeriods } from "./read-periods.ts";
import { type Span, sentencesOf } from "./sentences.ts";

/** What is said will happen to the figure. */
export type PromiseExpectation =
  | { readonly kind: "improve" | "rise" | "fall" | "reach-target" }
  | { readonly kind: "reach-level"; readonly level: number };

/** A claim about a period after the comment's own; `start` and `end` are its sentence's place in the comment. */
export type PromiseClaim = Span & {
  readonly quote: string;
  readonly expects: PromiseExpectation;
  /** The words that name the period. */
  readonly words: string;
  /** First and last day of the promised period. */
  readonly from: string;
  readonly to: string;
};

type Days = readonly [string, string];
type Reader = readonly [RegExp, (match: RegExpExecArray, card: ReportingPeriod) => Days];

const INTENT =
  /\b(?:expect(?:s|ed|ing|ation)?|anticipat(?:e|es|ed|ing)|forecast(?:s|ed)?|predict(?:s|ed)?|project(?:ed|s)|will|should|shall|going to|aim(?:s|ing)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hope(?:s|d|ful)?|due to|set to|on track to|committed to)\b/i;

/** A forecast of no change or of the opposite promises nothing. */
const DENIED =
  /\b(?:not|never|no longer|cannot|unlikely|without)\b(?:\s+\w+){0,3}\s+(?:expect|anticipat|improv|increas|reduc|rise|fall|reach|meet|achiev|be\b|see\b)|\b(?:will|should|do|does|is|are|would|could)(?:n['’]t|\s+not)\b|\bwon['’]t\b/i;

const CHANGES: readonly (readonly [PromiseExpectation["kind"], RegExp])[] = [
  [
    "reach-target",
    /\b(?:reach|meet|achieve|hit|return(?:ing)? to|back (?:to|on|at|above|within)|be (?:at|on|above|within))\s+(?:\w+\s+){0,3}target\b|\bon target\b/i,
  ],
  ["improve", /\b(?:improv\w*|better|recover\w*|progress)\b/i],
  ["fall", /\b(?:reduc\w*|decreas\w*|fall\w*|drop\w*|come down|go down|bring \w+ down|lower)\b/i],
  ["rise", /\b(?:increas\w*|rise\w*|rising|grow\w*|go up|higher)\b/i],
];

const LEVEL =
  /\b(?:reach|achieve|hit|exceed|get to|return to|be at|be above|above|at least|to)\s+(\d{1,3}(?:\.\d+)?)\s?%/i;

/** Periods that only stand ahead; `readPeriods` reads the named ones. */
const AHEAD: readonly Reader[] = [
  [/\bnext month\b/gi, (_, { end }) => monthDays(addMonths(end, 1))],
  [/\b(?:next|the coming|the following) quarter\b/gi, (_, { end }) => after("quarter", end)],
  [/\b(?:next|the coming|the new|the following) (?:financial )?year\b/gi, (_, { end }) => after("financial-year", end)],
  [/\b(?:next|the coming) term\b/gi, (_, { end }) => after("term", end)],
  [
    /\b(?:next|coming|within|in the next) (\d{1,2}|two|three|four|five|six|nine|twelve) months\b/gi,
    ([, count = ""], { end }) => monthDays(addMonths(monthOf(end).start, numberOf(count))),
  ],
  [/\b(?:the )?end of (?:the|this) quarter\b/gi, (_, { end }) => holding("quarter", end)],
  [
    /\b(?:(?:the )?end of (?:the|this) (?:financial )?year|year[ -]end)\b/gi,
    (_, { end }) => {
      const { end: last } = periodContaining("financial-year", end);
      return monthDays(last);
    },
  ],
  [/\b(autumn|spring|summer)(?: term)?\b/gi, ([, name = ""], { end }) => termNamed(name.toLowerCase(), end)],
];

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, nine: 9, twelve: 12 };

/** Every claim about a period after the card's own, in order; one for each sentence, the period named last in it being the one meant. */
export function readPromises(body: string, card: ReportingPeriod): readonly PromiseClaim[] {
  return sentencesOf(body).flatMap((sentence): readonly PromiseClaim[] => {
    const text = body.slice(sentence.start, sentence.end);
    if (!INTENT.test(text) || DENIED.test(text)) return [];
    const expects = expectationIn(text);
    const period = periodAhead(text, card);
    if (expects === null || period === null) return [];
    return [{ ...sentence, quote: text.trim(), expects, ...period }];
  });
}

function expectationIn(text: string): PromiseExpectation | null {
  const level = LEVEL.exec(text)?.[1];
  if (level !== undefined) return { kind: "reach-level", level: Number(level) };
  const kind = CHANGES.find(([, pattern]) => pattern.test(text))?.[0];
  return kind === undefined || kind === "reach-level" ? null : { kind };
}

function periodAhead(text: string, card: ReportingPeriod): Pick<PromiseClaim, "words" | "from" | "to"> | null {
  const named = readPeriods(text, card).flatMap((mention) => {
    const days = ahead(mention, { card, isAfterIntent: mention.start > text.search(INTENT) });
    return days === null ? [] : [{ words: mention.text, start: mention.start, days }];
  });
  const relative = AHEAD.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => ({ words: match[0], start: match.index, days: read(match, card) })),
  );
  const found = [...named, ...relative]
    .filter(({ days: [, to] }) => to > card.end)
    .toSorted((one, other) => one.start - other.start)
    .at(-1);
  return found === undefined ? null : { words: found.words, from: found.days[0], to: found.days[1] };
}

/**
 * A name without a year means the next such period: in December "by March" is three months ahead. But a period told of before
 * anything is expected ("improved in March as expected") is the past one.
 */
function ahead(
  { kind, text, from, to }: PeriodMention,
  { card, isAfterIntent }: { readonly card: ReportingPeriod; readonly isAfterIntent: boolean },
): Days | null {
  if (kind === "relative") return null;
  if (to >= card.start || saysYear(kind, text)) return [from, to];
  if (!isAfterIntent) return null;
  return [addMonths(from, 12), kind === "day" ? addMonths(to, 12) : monthOf(addMonths(to, 12)).end];
}

function saysYear(kind: PeriodMention["kind"], text: string): boolean {
  return kind === "year" || /20\d{2}|\/\d{2}$|[a-z]\s*,?\s*'?\d{2}$/i.test(text);
}

function monthDays(day: string): Days {
  const { start, end } = monthOf(day);
  return [start, end];
}

function holding(window: WindowId, day: string): Days {
  const { start, end } = periodContaining(window, day);
  return [start, end];
}

function after(window: WindowId, day: string): Days {
  return holding(window, addDays(periodContaining(window, day).end, 1));
}

/** The first term of that name that ends after a day. */
function termNamed(name: string, day: string): Days {
  let term = periodContaining("term", day);
  while (!term.id.endsWith(name) || term.end <= day) term = periodContaining("term", addDays(term.end, 1));
  return [term.start, term.end];
}

function numberOf(text: string): number {
  return NUMBERS[text.toLowerCase()] ?? Number(text);
}

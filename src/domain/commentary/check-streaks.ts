/** Checks "5th consecutive month", "third quarter in a row": how many periods running the figures really kept to it. */
import { roundedDecimal } from "../rounding.ts";
import { type FactFigure, type IndicatorFacts, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { type CheckResult, measureClaimedAt, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { type Span, sentenceAt } from "./sentences.ts";
import { meetsTarget } from "./target-facts.ts";

type StreakClaim = Span & { readonly text: string; readonly length: number; readonly sentence: string };
/** What held for so many periods, in words: "at or above 90%". */
type Run = { readonly length: number; readonly words: string; readonly fillsHistory: boolean };
type Keeps = (figure: FactFigure, before: FactFigure | undefined) => boolean;

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
];
const CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const ORDINAL = `(\\d+)(?:st|nd|rd|th)|(${ORDINALS.join("|")})`;
const CARDINAL = `(\\d+)|(${CARDINALS.join("|")})`;
const PERIOD = "(?:month|quarter|year|period|term)s?";
const PATTERNS = [
  new RegExp(`\\b(?:${ORDINAL})\\s+(?:consecutive|successive|straight)\\s+${PERIOD}\\b`, "gi"),
  new RegExp(`\\b(?:${ORDINAL})\\s+${PERIOD}\\s+(?:in a row|running)\\b`, "gi"),
  new RegExp(`\\b(?:${CARDINAL})\\s+(?:consecutive|successive|straight)\\s+${PERIOD}\\b`, "gi"),
  new RegExp(`\\b(?:${CARDINAL})\\s+${PERIOD}\\s+(?:in a row|running)\\b`, "gi"),
];

/** Each streak is counted from the period of the card backwards. */
export function checkStreaks(comment: ReadComment): CheckResult {
  const claims = PATTERNS.flatMap((pattern) =>
    [...comment.body.matchAll(pattern)].map((match) => claimOf(match, comment.body)),
  );
  const levels = claims.flatMap((claim) =>
    comment.numbers.filter(
      ({ start, end, hedge }) => hedge === "over" && claim.sentence.includes(comment.body.slice(start, end)),
    ),
  );
  return { findings: claims.flatMap((claim) => checkOne(comment, claim) ?? []), read: [...claims, ...levels] };
}

function claimOf(match: RegExpMatchArray, body: string): StreakClaim {
  const start = match.index ?? 0;
  const [text, digits, word = ""] = match;
  const named = Math.max(ORDINALS.indexOf(word.toLowerCase()), CARDINALS.indexOf(word.toLowerCase())) + 1;
  const { start: from, end: to } = sentenceAt(body, start);
  return {
    start,
    end: start + text.length,
    text,
    length: digits === undefined ? named : Number(digits),
    sentence: body.slice(from, to),
  };
}

function checkOne(comment: ReadComment, claim: StreakClaim): Finding | null {
  const indicator = measureClaimedAt(comment, claim.start);
  const runs = indicator === null ? [] : runsOf(comment, claim, indicator);
  if (indicator === null || runs.length === 0) return unchecked(claim);
  if (runs.some(({ length }) => length === claim.length)) return null;
  // A run as long as the history may be longer still.
  if (runs.some(({ length, fillsHistory }) => fillsHistory && length < claim.length)) return unchecked(claim);
  return contradicted(claim, runs);
}

/** What a streak may be of, by words near it. */
const SUBJECTS = {
  level: /\b(?:at or above|at least|above|below|under|over|in the)\s+(?:the\s+)?$/i,
  missed:
    /\b(?:below|under|miss\w*|short of)\s+(?:the |our |its )?(?:\d\S* )?target\b|\btarget\b[^.]{0,20}\b(?:missed|not met)\b|\bnot (?:met|meeting|achiev\w*)\b/gi,
  target: /\btarget\b/gi,
  rise: /\b(?:increas\w*|ris(?:e|en|es|ing)|rose|grow\w*|grew|up|higher)\b/gi,
  fall: /\b(?:decreas\w*|fall\w*|fell|drop\w*|reduc\w*|declin\w*|down|lower)\b/gi,
  better: /\bimprov\w*/gi,
} as const;

/** The runs the words nearest to the claim mean; none where no words say what held. */
function runsOf(comment: ReadComment, claim: StreakClaim, indicator: IndicatorFacts): readonly Run[] {
  const level = levelNear(comment, claim);
  const run = (keeps: Keeps, words: string) => runOf(comment, indicator, keeps, words);
  if (level !== null) {
    const isBelow = level.hedge === "under";
    const keeps: Keeps = (figure) =>
      isBelow ? printed(figure, indicator) < level.value : printed(figure, indicator) >= level.value;
    return [run(keeps, `${isBelow ? "below" : "at or above"} ${level.value}${level.kind === "percent" ? "%" : ""}`)];
  }
  const met = meetsTarget(indicator);
  const atTarget = met === null ? [] : [run((figure) => met(figure), "meeting the target")];
  const offTarget = met === null ? [] : [run((figure) => !met(figure), "missing the target")];
  const steps =
    (way: number): Keeps =>
    (figure, before) =>
      before !== undefined && Math.sign(printed(figure, indicator) - printed(before, indicator)) === way;
  const [rise, fall] = [run(steps(1), "rising"), run(steps(-1), "falling")];
  const better = indicator.polarity === "neutral" ? [] : [indicator.polarity === "high-is-good" ? rise : fall];
  const runs = {
    missed: [...atTargetIfLow(indicator, atTarget), ...offTarget],
    target: [...atTarget, ...offTarget],
    rise: [rise],
    fall: [fall],
    better,
  };
  const nearest = nearestSubject(comment, claim);
  return nearest === null ? [] : runs[nearest];
}

type StreakSubject = Exclude<keyof typeof SUBJECTS, "level">;

/** Which words stand closest to the claim; at the same place the more telling ones. */
function nearestSubject({ body }: ReadComment, { start, end }: StreakClaim): StreakSubject | null {
  const { start: from, end: to } = sentenceAt(body, start);
  const found = (["missed", "target", "rise", "fall", "better"] as const).flatMap((subject) =>
    [...body.slice(from, to).matchAll(SUBJECTS[subject])].map((match) => {
      const at = from + match.index;
      return { subject, away: at < start ? start - at - match[0].length : at - end };
    }),
  );
  return found.toSorted((one, other) => one.away - other.away)[0]?.subject ?? null;
}

/** A level the streak is said to keep to: "the 90% + bracket", "above 90%". */
function levelNear({ body, numbers }: ReadComment, { start }: StreakClaim): NumberToken | null {
  const place = sentenceAt(body, start);
  const isLevel = (token: NumberToken) =>
    (token.kind === "percent" || token.kind === "count") &&
    (token.hedge === "over" || token.hedge === "under" || SUBJECTS.level.test(body.slice(place.start, token.start))) &&
    !/^\s*target\b/i.test(body.slice(token.end));
  return numbers.find((token) => token.start >= place.start && token.end <= place.end && isLevel(token)) ?? null;
}

/** "Below target" meets the target of a measure where low is good. */
function atTargetIfLow({ polarity }: IndicatorFacts, atTarget: readonly Run[]): readonly Run[] {
  return polarity === "low-is-good" ? atTarget : [];
}

function runOf({ facts }: ReadComment, indicator: IndicatorFacts, keeps: Keeps, words: string): Run {
  const latest = latestFigure(indicator, facts);
  const figures = indicator.figures.filter(
    ({ window, end, value }) => value !== null && window === latest?.window && end <= latest.end,
  );
  let length = 0;
  for (let place = figures.length - 1; place >= 0; place -= 1) {
    const figure = figures[place];
    if (figure === undefined || !keeps(figure, figures[place - 1])) break;
    length += 1;
  }
  return { length, words, fillsHistory: length > 0 && length >= figures.length - 1 };
}

/** The value as printed, because that is what a reader counts by. */
function printed({ value }: FactFigure, { decimals }: IndicatorFacts): number {
  return value === null ? Number.NaN : Number(roundedDecimal(value, decimals));
}

function contradicted(claim: StreakClaim, runs: readonly Run[]): Finding {
  const said = runs
    .map(({ length, words }) => `${length} ${length === 1 ? "period" : "periods"} running ${words}`)
    .join(", ");
  return {
    start: claim.start,
    end: claim.end,
    code: "streak",
    kind: "fact",
    message: `Says ${claim.text}; the data say ${said}.`,
    remedy: "Correct the count, or say what has held for so long.",
  };
}

function unchecked(claim: StreakClaim): Finding {
  return {
    start: claim.start,
    end: claim.end,
    code: "streak-unchecked",
    kind: "unchecked",
    message: `"${claim.text}": the words or the history do not tell what held for so long.`,
    remedy: 'Name the level or the movement: "at or above 90% for the fifth consecutive month".',
  };
}

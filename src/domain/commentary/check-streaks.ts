/** Checks "5th consecutive month", "third quarter in a row": how many periods running the figures really kept to it. */
import { roundedDecimal } from "../rounding.ts";
import { type FactFigure, type IndicatorFacts, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { type CheckResult, measureClaimedAt, type ReadComment } from "./read-comment.ts";
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

/** The runs the sentence may mean: what it names, else every kind of run. */
function runsOf(comment: ReadComment, { sentence, ...claim }: StreakClaim, indicator: IndicatorFacts): readonly Run[] {
  const level = comment.numbers.find((token) => {
    const place = sentenceAt(comment.body, claim.start);
    const isLevel = token.kind === "percent" || (token.kind === "count" && token.hedge !== "exactly");
    return isLevel && token.start >= place.start && token.end <= place.end;
  });
  const run = (keeps: Keeps, words: string) => runOf(comment, indicator, keeps, words);
  if (level !== undefined) {
    const isBelow = level.hedge === "under";
    const keeps: Keeps = (figure) =>
      isBelow ? printed(figure, indicator) < level.value : printed(figure, indicator) >= level.value;
    return [run(keeps, `${isBelow ? "below" : "at or above"} ${level.value}${level.kind === "percent" ? "%" : ""}`)];
  }
  const met = meetsTarget(indicator);
  const atTarget = met === null ? [] : [run((figure) => met(figure), "meeting the target")];
  const offTarget = met === null ? [] : [run((figure) => !met(figure), "missing the target")];
  const rise = run(
    (figure, before) => before !== undefined && printed(figure, indicator) > printed(before, indicator),
    "rising",
  );
  const fall = run(
    (figure, before) => before !== undefined && printed(figure, indicator) < printed(before, indicator),
    "falling",
  );
  if (
    /\b(?:below|under|miss\w*|not (?:met|meeting|achiev\w*)|short of)\b.*\btarget\b|\btarget\b.*\b(?:missed|not met)\b/i.test(
      sentence,
    )
  )
    return [...atTargetIfLow(indicator, atTarget), ...offTarget];
  if (/\btarget\b/i.test(sentence)) return [...atTarget, ...offTarget];
  if (/\b(?:increas|ris|rose|grow|grew|up\b|higher)/i.test(sentence)) return [rise];
  if (/\b(?:decreas|fall|fell|drop|reduc|declin|down\b|lower)/i.test(sentence)) return [fall];
  if (/\bimprov/i.test(sentence) && indicator.polarity !== "neutral")
    return [indicator.polarity === "high-is-good" ? rise : fall];
  return [];
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

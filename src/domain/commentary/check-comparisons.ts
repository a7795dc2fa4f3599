/** Checks comparisons without a number of their own: "below target", "above the national average", "higher than last year", "the highest since May". */

import { figureOf, pairsFor } from "./comparisons.ts";
import { type FactFigure, type IndicatorFacts, inUnit, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { groupNamed } from "./other-figures.ts";
import { type CheckResult, measureClaimedAt, type ReadComment } from "./read-comment.ts";
import { meaningfulWords, type Span, sentencesOf } from "./sentences.ts";
import { meetsTarget, targetLevel } from "./target-facts.ts";

type Side = "above" | "below" | "better" | "worse";

const NOT = "(?<not>\\b(?:not|never|no longer|isn't|aren't)\\s+)?";
const SIDE = `${NOT}(?<word>above|below|over|under|higher than|lower than|more than|less than|greater than|better than|worse than|exceed(?:s|ed|ing)?|out-?performs?|outperforming|compares favourably (?:with|to))`;
const STANDARD =
  "(?<standard>(?:(?:the|our|its|that of|those of|both)\\s+)*(?:local |year[- ]end |national |current |agreed )*target|(?:(?:the|our|that of|those of|both|all)\\s+)*(?:statistical neighbours?|national|regional|england|north west|north east|south west|south east|east midlands|west midlands|nw|sn)\\b(?:'s)?(?:\\s+(?:average|averages|figure|rate|level))?)";
const AGAINST = new RegExp(`\\b${SIDE}\\s+${STANDARD}\\b(?!\\s+(?:of|at)\\s+\\d)`, "gi");
const EXTREME =
  /\b(?<which>highest|lowest|best|worst)\b(?:\s+(?:it|this|the (?:figure|rate|number))?\s*(?:has been|been|level|figure|rate|number|performance|result|value|point|recorded|seen|reported))*\s+(?<span>since|(?:of|in|this|for)\s+(?:the\s+)?(?:last\s+|past\s+)?(?:(?<count>\d+|twelve|six|three)\s+months|year)\b)/gi;
const MOVES =
  /\b(?<word>improv(?:ed|ement|ing)|increas(?:ed|e)|decreas(?:ed|e)|reduc(?:ed|tion)|risen|rise|fallen|fall|drop(?:ped)?|higher|lower|better|worse|deteriorat(?:ed|ion)|declin(?:ed|e))\b(?:\s+(?:slightly|significantly|substantially|steadily|considerably|again|further))?\s+(?:from|than|on|since|compared (?:to|with)|over)\s+(?:(?:the|this time|that of|at|same time)\s+)*(?:(?:last|previous|prior) (?:year|quarter|month)(?:'s)?|year[ -]on[ -]year)/gi;
const UP = /^(?:increas|ris|higher)/i;
const DOWN = /^(?:decreas|reduc|fall|drop|lower)/i;
const BETTER = /^(?:improv|better)/i;

/** Only sentences about the measure itself are held to its data; a sentence about something else is left alone. */
export function checkComparisons(comment: ReadComment): CheckResult {
  const findings = sentencesOf(comment.body).flatMap((sentence) => {
    const indicator = measureClaimedAt(comment, sentence.start);
    if (indicator === null || !isAboutMeasure(comment, sentence, indicator)) return [];
    return [
      ...againstStandards(comment, sentence, indicator),
      ...extremes(comment, sentence, indicator),
      ...moves(comment, sentence, indicator),
    ];
  });
  return { findings, read: [] };
}

/** "This is", "Performance", "The rate of …": its subject is the measure, and no other number stands in it that it could be about. */
function isAboutMeasure(
  { body, numbers, facts }: ReadComment,
  { start, end }: Span,
  indicator: IndicatorFacts,
): boolean {
  const sentence = body.slice(start, end);
  if (/\b(?:if|would|could|should|expect\w*|aim|until|unless|target of)\b/i.test(sentence)) return false;
  const latest = latestFigure(indicator, facts);
  const values = indicator.figures.map(({ value }) => value);
  const isOther = numbers.some(
    (token) =>
      token.start >= start &&
      token.end <= end &&
      token.kind === "percent" &&
      !values.some((value) => value !== null && Math.abs(value - token.value) < 1),
  );
  if (latest?.value == null || isOther) return false;
  const opening =
    /^\s*(?:(?:although|whilst|while|however|overall|again|in (?:this|the) (?:month|quarter|year)|this (?:month|quarter|year)|currently|at [\d.,]+%?)[\s,]+)*(?<subject>(?:this|it|performance|the (?:figure|rate|number|percentage|proportion|measure|position|local position|result|year[- ]end position)|numbers?|rates?|figures?|there (?:has|have) been|there (?:is|was)|we|timeliness)\b.*)$/i.exec(
      sentence,
    );
  const subject = opening?.groups?.subject;
  if (subject === undefined) return false;
  const about =
    /^(?:(?:the )?(?:figure|rate|number|percentage|proportion|performance|numbers?|rates?|figures?|timeliness)|there (?:has|have) been (?:an? )?[\w\s]*?)\s+(?:of|in|for)\s+(?<about>.*?)\s+(?:has|have|is|are|was|were|remains?|from|since|than|year|compared|on|over)\b/i.exec(
      subject,
    )?.groups?.about;
  const own = meaningfulWords(`${indicator.title} ${indicator.definition}`);
  return about === undefined || [...meaningfulWords(about)].every((word) => own.has(word));
}

function againstStandards(comment: ReadComment, sentence: Span, indicator: IndicatorFacts): readonly Finding[] {
  return within(comment.body, sentence, AGAINST).flatMap(({ match, span }) => {
    const { standard = "", word = "", not } = match.groups ?? {};
    const latest = latestFigure(indicator, comment.facts);
    const other = /target/i.test(standard) ? targetStandard(indicator) : comparatorStandard(indicator, standard);
    const side = sideOf(word, indicator);
    if (latest?.value == null || other === null || side === null) return [];
    const isTrue = side === "above" ? latest.value > other.value : latest.value < other.value;
    // "Not below target" is true of a figure on it; "not above" likewise.
    if (isTrue !== (not !== undefined)) return [];
    return [
      finding(
        span,
        match[0],
        `${inUnit(indicator, latest.shown)} (${latest.label}) against ${other.words}`,
        "comparison",
      ),
    ];
  });
}

function targetStandard(indicator: IndicatorFacts): { readonly value: number; readonly words: string } | null {
  const value = targetLevel(indicator);
  return value === null || meetsTarget(indicator) === null
    ? null
    : { value, words: `a target of ${indicator.target.shown}` };
}

function comparatorStandard(
  { comparators }: IndicatorFacts,
  standard: string,
): { readonly value: number; readonly words: string } | null {
  const named = groupNamed(standard);
  const found = comparators.filter(({ group, value }) => group === named?.group && value !== null);
  const [only] = found;
  return only?.value == null || found.length !== 1 ? null : { value: only.value, words: `${only.label} ${only.shown}` };
}

function sideOf(word: string, { polarity }: IndicatorFacts): "above" | "below" | null {
  const side: Side = /^(?:above|over|higher|more|greater|exceed)/i.test(word)
    ? "above"
    : /^(?:below|under|lower|less)/i.test(word)
      ? "below"
      : /^worse/i.test(word)
        ? "worse"
        : "better";
  if (side === "above" || side === "below") return side;
  if (polarity === "neutral") return null;
  return (side === "better") === (polarity === "high-is-good") ? "above" : "below";
}

function extremes(comment: ReadComment, sentence: Span, indicator: IndicatorFacts): readonly Finding[] {
  return within(comment.body, sentence, EXTREME).flatMap(({ match, span }) => {
    const latest = latestFigure(indicator, comment.facts);
    const { which = "", count } = match.groups ?? {};
    const earlier = latest === null ? [] : earlierFigures(comment, indicator, { latest, span, match });
    const wantsHigh = wantsHighest(which.toLowerCase(), indicator);
    if (
      latest?.value == null ||
      wantsHigh === null ||
      earlier.length === 0 ||
      (count !== undefined && earlier.length < 2)
    )
      return [];
    const beats = earlier.filter(
      ({ value }) =>
        value !== null && latest.value !== null && (wantsHigh ? value > latest.value : value < latest.value),
    );
    const [first] = beats.toSorted((one, other) => (wantsHigh ? 1 : -1) * ((other.value ?? 0) - (one.value ?? 0)));
    if (first === undefined) return [];
    return [
      finding(
        span,
        match[0],
        `${inUnit(indicator, latest.shown)} (${latest.label}), and ${inUnit(indicator, first.shown)} in ${first.label}`,
        "extreme",
      ),
    ];
  });
}

/** The figures a claim of "highest" covers: those after the period named, or as many months as it says. */
function earlierFigures(
  { periods }: ReadComment,
  indicator: IndicatorFacts,
  { latest, span, match }: { readonly latest: FactFigure; readonly span: Span; readonly match: RegExpMatchArray },
): readonly FactFigure[] {
  const series = indicator.figures.filter(({ window, end }) => window === latest.window && end < latest.end);
  const named = periods.find(({ start }) => start >= span.end - 1 && start <= span.end + 6);
  if (/since/i.test(match.groups?.span ?? "")) {
    const from = named === undefined ? null : (figureOf(indicator, named.from, named.to)?.end ?? named.to);
    return from === null ? [] : series.filter(({ end }) => end > from);
  }
  const words: Readonly<Record<string, number>> = { three: 3, six: 6, twelve: 12 };
  const months =
    match.groups?.count === undefined ? 12 : (words[match.groups.count.toLowerCase()] ?? Number(match.groups.count));
  return latest.window === "in-month" ? series.slice(-(months - 1)) : [];
}

function wantsHighest(which: string, { polarity }: IndicatorFacts): boolean | null {
  if (which === "highest" || which === "lowest") return which === "highest";
  return polarity === "neutral" ? null : (which === "best") === (polarity === "high-is-good");
}

function moves(comment: ReadComment, sentence: Span, indicator: IndicatorFacts): readonly Finding[] {
  return within(comment.body, sentence, MOVES).flatMap(({ match, span }) => {
    const word = match.groups?.word ?? "";
    const pairs = pairsFor(comment, indicator, span);
    const wantsUp = UP.test(word)
      ? true
      : DOWN.test(word)
        ? false
        : indicator.polarity === "neutral"
          ? null
          : BETTER.test(word) === (indicator.polarity === "high-is-good");
    const [pair] = pairs;
    if (
      pair === undefined ||
      wantsUp === null ||
      pairs.some(({ from, to }) => (to.value ?? 0) > (from.value ?? 0) === wantsUp && to.value !== from.value)
    )
      return [];
    return [
      finding(
        span,
        match[0],
        `${inUnit(indicator, pair.from.shown)} (${pair.from.label}) to ${inUnit(indicator, pair.to.shown)} (${pair.to.label})`,
        "movement",
      ),
    ];
  });
}

function within(
  body: string,
  { start, end }: Span,
  pattern: RegExp,
): readonly { readonly match: RegExpMatchArray; readonly span: Span }[] {
  return [...body.slice(start, end).matchAll(pattern)].map((match) => ({
    match,
    span: { start: start + (match.index ?? 0), end: start + (match.index ?? 0) + match[0].length },
  }));
}

function finding(span: Span, said: string, truth: string, code: string): Finding {
  return {
    ...span,
    code,
    kind: "fact",
    message: `Says "${said}"; the data say ${truth}.`,
    remedy: "Correct the sentence, or say what it compares.",
  };
}

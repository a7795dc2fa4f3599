/** Checks values a comment states: "at 75.4%", "1,036 contacts", "14 of 15", "the national average of 22%", "a target of 90%". */
import { agrees, exactly, type Known, knownValue } from "./agrees.ts";
import { figureOf } from "./comparisons.ts";
import { type FactFigure, type IndicatorFacts, inUnit, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { isOfDefinition } from "./of-definition.ts";
import { comparatorClaim, targetClaim } from "./other-figures.ts";
import { followsFromOthers, makesShareWithOther } from "./own-numbers.ts";
import { isOfPeople } from "./people-words.ts";
import { type CheckResult, measureClaimedAt, measuresAt, overlaps, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import type { PeriodMention } from "./read-periods.ts";
import { clauseBefore, type Span, sentenceAt } from "./sentences.ts";
import { targetNumbers } from "./target-facts.ts";

/** Words that make the number the measure's own figure, so that another number contradicts it. */
const STATES =
  /(?:\b(?:now|currently|stands?|standing|remain(?:s|ed|ing)?|was|were|is|are|reached|totalled|recorded|measured)\s+(?:still\s+)?(?:at\s+)?|\bat\s+|\bto\s+|\bfrom\s+|\ba total of\s+|\b(?:the|this|our|an?) (?:figure|rate|number|percentage|performance|average|total) of\s+|=\s*)(?:(?:just|about|around|approximately|nearly|almost|over|under|only|more than|less than)\s+)*$/i;
/** Words that speak of this very period, so that a number of an earlier one does not do. */
const NOW =
  /\b(?:now|currently|stands?|this (?:month|quarter|year))\s+(?:it |this |the (?:figure|rate|number) )?(?:is |was |stands? |at )*(?:(?:just|about|around|approximately|nearly|almost|over|under|only|more than|less than)\s+)*$/i;
/** How many times too large or small a number must be to be of something else altogether. */
const FAR_OFF = 4;
/** A supposed case is no statement of the figure. */
const SUPPOSED =
  /\b(?:if|would|could|should|expect\w*|aim\w*|ambition|goal|forecast\w*|predict\w*|previously reported|wider council|excluding|limit\w*)\b/i;

/** What the words dealt with elsewhere left over is matched to a figure, contradicted, or said to be unchecked. */
export function checkLevels(comment: ReadComment, read: readonly Span[]): CheckResult {
  const left = comment.numbers.filter((token) => !read.some((span) => overlaps(span, token)));
  return { findings: left.flatMap((token) => checkOne(comment, token) ?? []), read: left };
}

function checkOne(comment: ReadComment, token: NumberToken): Finding | null {
  const measures = measuresAt(comment, token.start);
  if (isOfDefinition(comment, token, measures) && !states(comment, token)) return null;
  const aboutOther = targetClaim(comment, token) ?? comparatorClaim(comment, token);
  if (aboutOther !== null) return aboutOther.finding;
  const period = periodOf(comment, token);
  const indicator = measureClaimedAt(comment, token.start);
  const figure = indicator === null || period === null ? null : figureOf(indicator, period.from, period.to);
  if (
    indicator !== null &&
    figure?.value != null &&
    isOwnUnit(comment, token, indicator) &&
    !isFarOff(token, figure.value)
  )
    return matchesFigure(token, figure, indicator) ||
      (!states(comment, token) && isRest(token, figure, indicator)) ||
      isPartOf(comment, token)
      ? null
      : contradicted(token, indicator, figure);
  const latest = indicator === null ? null : latestFigure(indicator, comment.facts);
  const isNow = latest !== null && NOW.test(clauseBefore(comment.body, token.start));
  if (measures.some((one) => matches(comment, token, one, isNow)) || isSumOf(comment, token, measures)) return null;
  if (followsFromOthers(comment, token) || isPartOfShare(comment, token, { indicator, latest })) return null;
  const isStated =
    indicator !== null &&
    isOwnUnit(comment, token, indicator) &&
    period === null &&
    (states(comment, token) || isSlip(token, latest));
  if (isStated && latest?.value != null && !isFarOff(token, latest.value))
    return contradicted(token, indicator, latest);
  // "In two terms": small numbers in words are seldom figures unless people follow.
  const isAside = token.isWord && token.value < 10 && !isOfPeople(comment.body.slice(token.end));
  return isAside ? null : unchecked(comment, token);
}

/** The period named beside the number: "68.2% in May 2025", "in quarter 2 it was 74%", "last year's figure of 42". */
function periodOf({ body, periods }: ReadComment, token: NumberToken): PeriodMention | null {
  const sentence = sentenceAt(body, token.start);
  const near = periods.filter(
    (mention) => mention.kind !== "day" && mention.start >= sentence.start && mention.end <= sentence.end,
  );
  const after = near.find(
    ({ start }) =>
      start >= token.end &&
      /^[\s(]*(?:(?:in|for|at|during|as at|at the end of|by|of)\s+)?(?:the\s+)?$/i.test(body.slice(token.end, start)),
  );
  if (after !== undefined) return after;
  const before = near.findLast(({ end }) => end <= token.start);
  if (before === undefined) return null;
  const between = body.slice(before.end, token.start);
  const isNear =
    /^(?:'s)?[\s,]*(?:(?:figure|it|this|performance|the (?:figure|rate|number|percentage))\s+)?(?:was|were|is|stood at|at|of|there were|had|figure of)?\s*(?:at\s+)?$/i.test(
      between,
    );
  return isNear ? before : null;
}

function isOwnUnit({ body }: ReadComment, token: NumberToken, { unit }: IndicatorFacts): boolean {
  if (unit === "text") return false;
  if (unit.endsWith("days") && token.kind === "duration") return /day/i.test(token.text);
  // "2,611 referrals" is a count, whatever the rate made of it.
  if (
    unit.startsWith("rate") &&
    /^\s+(?!per|in|at|to|and|from|compared|for|which|this|last|on|or)[a-z]+/i.test(body.slice(token.end))
  )
    return false;
  return unit === "percentage"
    ? token.kind === "percent"
    : token.kind === "count" && token.outOf === null && !token.isWord;
}

/** Whether a number is one this indicator's data hold: a value, its counts, what the latest leaves, a comparator, the target. */
function matches(comment: ReadComment, token: NumberToken, indicator: IndicatorFacts, isNow: boolean): boolean {
  if (token.kind === "range") return isWithin(token, indicator);
  const others = [...indicator.comparators.map(({ value }) => value), indicator.baseline, ...targetNumbers(indicator)];
  const known = others.filter((value) => value !== null).map(exactly);
  const latest = latestFigure(indicator, comment.facts);
  const figures = isNow && latest !== null ? [latest] : indicator.figures;
  return (
    figures.some((figure) => matchesFigure(token, figure, indicator)) ||
    (latest !== null && !states(comment, token) && isRest(token, latest, indicator)) ||
    known.some((one) => agrees(token, one))
  );
}

/** What a figure leaves: 29% were late where 71% were in time, 4 of 14 where 10 were. */
function isRest(token: NumberToken, figure: FactFigure, indicator: IndicatorFacts): boolean {
  const { numerator, denominator } = figure;
  const value = knownValue(figure, indicator);
  if (indicator.unit !== "percentage" || value === null) return false;
  if (token.kind === "percent") return agrees(token, { low: 100 - value.high, high: 100 - value.low });
  return numerator !== null && denominator !== null && agrees(token, exactly(denominator - numerator));
}

function matchesFigure(token: NumberToken, figure: FactFigure, indicator: IndicatorFacts): boolean {
  const { numerator, denominator } = figure;
  const value = knownValue(figure, indicator);
  const counts = [numerator, denominator];
  const isPercentage = indicator.unit === "percentage";
  if (token.outOf !== null && token.kind === "count") {
    if (isPercentage && value !== null && token.outOf > 0) return quotientAgrees(token, indicator, value);
    return counts.includes(token.value) && counts.includes(token.outOf);
  }
  if (value !== null && (token.kind !== "percent" || isPercentage) && agrees(token, value)) return true;
  return token.kind !== "percent" && counts.some((count) => count !== null && agrees(token, exactly(count)));
}

/** "14 of 15" is 93%: it agrees with a figure printed as 93%. */
function quotientAgrees({ value, outOf }: NumberToken, { decimals }: IndicatorFacts, known: Known): boolean {
  const share = (value * 100) / (outOf ?? 1);
  return agrees({ value: (known.low + known.high) / 2, places: decimals, hedge: "exactly" }, exactly(share));
}

/** "Between 35% and 40%": the latest figure lies there. */
function isWithin({ value, high }: NumberToken, { figures }: IndicatorFacts): boolean {
  const latest = figures.findLast((figure) => figure.value !== null)?.value ?? null;
  return latest !== null && latest >= value && latest <= high;
}

function isPartOfShare(
  comment: ReadComment,
  token: NumberToken,
  { indicator, latest }: { readonly indicator: IndicatorFacts | null; readonly latest: FactFigure | null },
): boolean {
  if (indicator?.unit !== "percentage" || latest?.value == null) return false;
  return makesShareWithOther(comment, token, { value: latest.value, places: indicator.decimals });
}

/** A comment on "29 & 30" may give their sum. */
function isSumOf({ facts }: ReadComment, token: NumberToken, measures: readonly IndicatorFacts[]): boolean {
  if (facts.subject.length < 2 || token.kind !== "count") return false;
  const values = measures
    .map((indicator) => latestFigure(indicator, facts)?.value ?? null)
    .filter((value) => value !== null);
  return values.length > 1 && agrees(token, exactly(values.reduce((sum, value) => sum + value, 0)));
}

function states({ body }: ReadComment, token: NumberToken): boolean {
  const sentence = sentenceAt(body, token.start);
  if (SUPPOSED.test(body.slice(sentence.start, sentence.end)) || /^\s+(?:of|completion)\b/.test(body.slice(token.end)))
    return false;
  const before = clauseBefore(body, token.start);
  // "There are 6 who …" counts some of them, not all.
  return STATES.test(before) && !/\bthere\s+(?:is|are|was|were)\s+(?:\w+\s+)?$/i.test(before);
}

/** "71.5%" where the figure is 71.4%: as long, as exact, and one digit off, or two changed places. */
function isSlip({ text, places, kind }: NumberToken, latest: FactFigure | null): boolean {
  const [said, shown] = [text, latest?.shown ?? ""].map((one) => one.replace(/[^\d.]/g, ""));
  if (
    said === undefined ||
    shown === undefined ||
    said.length !== shown.length ||
    said.replace(".", "").length < 3 ||
    kind === "duration"
  )
    return false;
  const off = [...said].flatMap((digit, place) => (digit === shown[place] ? [] : [place]));
  const isSwap = off.length === 2 && [...said].sort().join("") === [...shown].sort().join("");
  return places === (shown.split(".")[1]?.length ?? 0) && (off.length === 1 || isSwap);
}

/** A number so far from the figure counts something else: 2,748 referrals where the rate is 517. */
function isFarOff({ value, kind }: NumberToken, figure: number): boolean {
  return kind !== "percent" && (value > figure * FAR_OFF || value * FAR_OFF < figure);
}

/** "90% of cases in quarter 4" may be another share than the figure's. */
function isPartOf({ body }: ReadComment, { end }: NumberToken): boolean {
  return /^\s+of\b/.test(body.slice(end));
}

function contradicted(token: NumberToken, indicator: IndicatorFacts, figure: FactFigure): Finding {
  const shown = inUnit(indicator, figure.shown);
  return {
    start: token.start,
    end: token.end,
    code: "value",
    kind: "fact",
    message: `Says ${token.text}; the data say ${shown} (${indicator.reference}, ${figure.label}).`,
    remedy: `Write ${shown}, or say what ${token.text} is of.`,
  };
}

function unchecked({ facts }: ReadComment, token: NumberToken): Finding {
  const of = facts.subject.length === 1 ? "this measure" : "these measures";
  return {
    start: token.start,
    end: token.end,
    code: "number-unchecked",
    kind: "unchecked",
    message: `${token.text} stands in no figure of ${of}.`,
    remedy: "Check it by hand, or say where it comes from.",
  };
}

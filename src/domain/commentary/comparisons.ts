/** Which two figures a claim of change compares: its own words decide, else the comparisons people usually mean. */
import { addMonths } from "../dates.ts";
import { roundedDecimal, withThousands } from "../rounding.ts";
import { type FactFigure, type IndicatorFacts, inUnit, latestFigure } from "./facts.ts";
import { overlaps, type ReadComment } from "./read-comment.ts";
import { type Span, sentenceAt } from "./sentences.ts";

/** One earlier number and one later; `from` may be a baseline, which has no period. */
export type Pair = { readonly from: FactFigure; readonly to: FactFigure };

const YEAR_WORDS =
  /\b(?:(?:last|previous|prior) (?:financial )?year|year[ -]on[ -]year|(?:this|same) (?:time|period|month|quarter) (?:of )?(?:the )?last year|this year|(?:in|over) the year|(?:last|past) (?:12|twelve) months|between years|a year (?:ago|earlier)|annually)\b/i;
const PREVIOUS_WORDS =
  /\b(?:(?:last|previous|prior) (?:quarter|month|period)|(?:quarter|month)[ -]on[ -](?:quarter|month)|this (?:quarter|month)|in the (?:quarter|month))\b/i;

/**
 * Pairs a change at a place could mean, likeliest first; none where the data hold nothing to compare with. The words
 * right after the claim decide ("down 8% on May"), else its sentence, else what people usually compare.
 */
export function pairsFor(comment: ReadComment, indicator: IndicatorFacts, claim: Span): readonly Pair[] {
  const latest = latestFigure(indicator, comment.facts);
  if (latest === null) return [];
  const sentence = sentenceAt(comment.body, claim.start);
  const local = pairsNamed(comment, { indicator, latest, within: wordsAfter(comment, claim, sentence) });
  const named = local.length > 0 ? local : pairsNamed(comment, { indicator, latest, within: sentence });
  const all = named.length > 0 ? named : pairsTo(latest, indicator, comment);
  return all.filter(({ from, to }) => from.value !== null && to.value !== null);
}

/** From the claim to the next comma, "and" or number. */
function wordsAfter({ body, numbers }: ReadComment, { start, end }: Span, sentence: Span): Span {
  const rest = body.slice(end, sentence.end);
  const stop = /[,;()]|\band\b/i.exec(rest)?.index ?? rest.length;
  const next = numbers.find((token) => token.start >= end)?.start ?? sentence.end;
  return { start, end: Math.max(end, Math.min(end + stop, next, sentence.end)) };
}

/** Pairs the words of a stretch of text name: months, years, "last month", "the baseline"; none where they name none. */
function pairsNamed(
  comment: ReadComment,
  {
    indicator,
    latest,
    within,
  }: { readonly indicator: IndicatorFacts; readonly latest: FactFigure; readonly within: Span },
): readonly Pair[] {
  const words = comment.body.slice(within.start, within.end);
  const named = figuresNamed(comment, indicator, within);
  const earlier = named.filter(({ end }) => end < latest.end);
  const year = [...pairFrom(sameLastYear(indicator, latest), latest), ...yearPairs(indicator, latest)];
  const baseline = baselinePair(indicator, latest);
  return [
    ...earlier.toReversed().flatMap((from) => pairFrom(from, latest)),
    ...earlier.flatMap((from) => earlier.filter(({ end }) => end > from.end).flatMap((to) => pairFrom(from, to))),
    ...(/\bbaseline\b/i.test(words) ? [...baseline, ...year] : []),
    ...(YEAR_WORDS.test(words) ? [...year, ...baseline] : []),
    ...(PREVIOUS_WORDS.test(words) ? pairFrom(previous(indicator, latest), latest) : []),
    // "In May it rose by 5%" compares May with the month before.
    ...(earlier.length === 1 ? earlier.flatMap((to) => pairFrom(previous(indicator, to), to)) : []),
  ];
}

/** How a pair reads: "3,096 (year 2014-15) to 3,687 (year 2015-16)". */
export function shownPair({ from, to }: Pair, indicator: IndicatorFacts): string {
  return `${inUnit(indicator, from.shown)} (${from.label}) to ${inUnit(indicator, to.shown)} (${to.label})`;
}

/** Figures of the periods a sentence names outright, in time order. */
export function figuresNamed(comment: ReadComment, indicator: IndicatorFacts, within: Span): readonly FactFigure[] {
  const mentions = comment.periods.filter(
    (mention) => mention.kind !== "relative" && mention.kind !== "day" && overlaps(mention, within),
  );
  const figures = mentions.flatMap((mention) => figureOf(indicator, mention.from, mention.to) ?? []);
  return [...new Set(figures)].toSorted((one, other) => (one.end < other.end ? -1 : 1));
}

/** The figure of exactly those days, or for a window that ends every month the one named by its last month. */
export function figureOf(indicator: IndicatorFacts, from: string, to: string): FactFigure | null {
  return (
    indicator.figures.find(({ start, end }) => start === from && end === to) ??
    indicator.figures.find(
      ({ window, end }) =>
        (window === "year-to-date" || window.startsWith("rolling")) &&
        end === to &&
        from.slice(0, 7) === to.slice(0, 7),
    ) ??
    null
  );
}

function pairsTo(to: FactFigure, indicator: IndicatorFacts, { facts }: ReadComment): readonly Pair[] {
  return [
    ...pairFrom(previous(indicator, to), to),
    ...pairFrom(sameLastYear(indicator, to), to),
    ...yearPairs(indicator, to),
    ...(to === latestFigure(indicator, facts) ? baselinePair(indicator, to) : []),
  ];
}

/** Year against year, newest first, where a card holds years beside its quarters. */
function yearPairs({ figures }: IndicatorFacts, latest: FactFigure): readonly Pair[] {
  const years = figures.filter(({ window, end }) => window === "financial-year" && end <= latest.end);
  return years
    .slice(1)
    .flatMap((to, index) => pairFrom(years[index], to))
    .toReversed();
}

function previous({ figures }: IndicatorFacts, to: FactFigure): FactFigure | undefined {
  return figures.findLast(({ window, end }) => window === to.window && end < to.end);
}

function sameLastYear({ figures }: IndicatorFacts, to: FactFigure): FactFigure | undefined {
  const month = addMonths(to.end, -12).slice(0, 7);
  return figures.find(({ window, end }) => window === to.window && end.slice(0, 7) === month);
}

function baselinePair({ baseline, decimals }: IndicatorFacts, to: FactFigure): readonly Pair[] {
  if (baseline === null) return [];
  const shown = withThousands(roundedDecimal(baseline, decimals));
  return [{ from: { ...to, value: baseline, numerator: null, denominator: null, shown, label: "baseline" }, to }];
}

function pairFrom(from: FactFigure | undefined, to: FactFigure): readonly Pair[] {
  return from === undefined ? [] : [{ from, to }];
}

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
 * Pairs a change at a place could mean, likeliest first; none where the data hold nothing to compare with.
 *
 * @param claim where the claim stands; its sentence says what it compares with
 */
export function pairsFor(comment: ReadComment, indicator: IndicatorFacts, claim: Span): readonly Pair[] {
  const { start, end } = sentenceAt(comment.body, claim.start);
  const sentence = comment.body.slice(start, end);
  const latest = latestFigure(indicator, comment.facts);
  if (latest === null) return [];
  const named = figuresNamed(comment, indicator, { start, end });
  if (named.length >= 2)
    return withNumbers(named.flatMap((from) => named.filter((to) => to.end > from.end).map((to) => ({ from, to }))));
  const [only] = named;
  if (only !== undefined && only.end < latest.end) return withNumbers([{ from: only, to: latest }]);
  if (only !== undefined && only !== latest) return withNumbers(pairsTo(only, indicator, comment));
  const year = [...pairFrom(sameLastYear(indicator, latest), latest), ...yearPairs(indicator, latest)];
  const baseline = baselinePair(indicator, latest);
  if (/\bbaseline\b/i.test(sentence)) return withNumbers([...baseline, ...year]);
  if (YEAR_WORDS.test(sentence)) return withNumbers([...year, ...baseline]);
  if (PREVIOUS_WORDS.test(sentence)) return withNumbers(pairFrom(previous(indicator, latest), latest));
  return withNumbers(pairsTo(latest, indicator, comment));
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

/** The figure of exactly those days, or of the same last month for a window that ends every month. */
export function figureOf(indicator: IndicatorFacts, from: string, to: string): FactFigure | null {
  return (
    indicator.figures.find(({ start, end }) => start === from && end === to) ??
    indicator.figures.find(
      ({ window, end }) => (window === "year-to-date" || window.startsWith("rolling")) && end === to,
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

function withNumbers(all: readonly Pair[]): readonly Pair[] {
  return all.filter(({ from, to }) => from.value !== null && to.value !== null);
}

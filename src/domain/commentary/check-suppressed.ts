/** Finds numbers that would undo a suppression: the hidden number itself, what a printed total leaves of it, or one that could be it. */
import { type HiddenNumber, hiddenNumbersIn } from "../disclosure/hidden-in-text.ts";
import { figuresNamed } from "./comparisons.ts";
import { type FactFigure, type IndicatorFacts, latestFigure, subjectOf } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { isOfPeople } from "./people-words.ts";
import { type CheckResult, overlaps, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { meaningfulWords, type Span, sentencesOf } from "./sentences.ts";

/** A comment on more measures than this is held only to those its sentences are about. */
const FEW = 6;

/** Every number is tried against the hidden figures of the measures its sentence is about. */
export function checkSuppressed(comment: ReadComment): CheckResult {
  const sentences = sentencesOf(comment.body).map((span) => ({
    span,
    words: meaningfulWords(comment.body.slice(span.start, span.end)),
  }));
  const findings = subjectOf(comment.facts).flatMap((indicator) => {
    const about = sentences.filter(({ words }) => isAbout(comment, indicator, words)).map(({ span }) => span);
    const told = numbersTold(comment, indicator).filter((one) => about.some((span) => overlaps(span, one)));
    const numbers = comment.numbers.filter((token) => about.some((span) => overlaps(span, token)));
    const implied = numbers.flatMap((token) => impliedBy(comment, token, indicator) ?? []);
    return [...told, ...implied.filter((one) => !told.some((other) => overlaps(one, other)))];
  });
  const isFirst = (one: Finding, place: number) => findings.findIndex((other) => overlaps(one, other)) === place;
  return { findings: findings.filter(isFirst), read: [] };
}

/** Hidden numbers said outright, in figures or in words. */
function numbersTold(comment: ReadComment, indicator: IndicatorFacts): readonly Finding[] {
  const printed = printedNumbers(indicator);
  const hidden = hiddenFigures(comment, indicator).flatMap((figure) => numbersOf(figure, indicator));
  const secret = [...hidden, ...indicator.hidden].filter(
    ({ value }) => !printed.has(value) && !isOfTitle(value, indicator),
  );
  return hiddenNumbersIn(comment.body, secret).map(({ start, end, quote, hidden: { key } }) =>
    finding({ start, end }, indicator, `"${quote}" is hidden (${key})`),
  );
}

/** What a number lets anyone work out: the rest of a printed total, or a hidden number nobody here knows. */
function impliedBy(comment: ReadComment, token: NumberToken, indicator: IndicatorFacts): Finding | null {
  if (token.kind !== "count") return null;
  if (printedNumbers(indicator).has(token.value) || isOfTitle(token.value, indicator)) return null;
  const hidden = indicator.figures.filter(({ isHidden }) => isHidden);
  const totals = indicator.figures.filter(({ isHidden, value }) => !isHidden && value !== null);
  const rest = hidden.find((figure) => totals.some((total) => isRest(token, figure, total)));
  if (rest !== undefined)
    return finding(token, indicator, `"${token.text}" and a printed total give the hidden figure of ${rest.label}`);
  // An imported card says only that something is hidden: any number that could be it is held back.
  const unknown = hidden.find(({ value, numerator }) => value === null && numerator === null);
  if (unknown === undefined || !couldBe(comment, token, totals)) return null;
  return finding(token, indicator, `"${token.text}" may be the hidden figure of ${unknown.label}`);
}

/** The hidden figures a comment on this period speaks of: the latest, the one before, and those of periods it names. */
function hiddenFigures(comment: ReadComment, indicator: IndicatorFacts): readonly FactFigure[] {
  const latest = latestFigure(indicator, comment.facts);
  const place = latest === null ? -1 : indicator.figures.indexOf(latest);
  const near = indicator.figures.slice(Math.max(0, place - 1), place + 1);
  const named = figuresNamed(comment, indicator, { start: 0, end: comment.body.length });
  return [...new Set([...near, ...named])].filter(({ isHidden }) => isHidden);
}

function numbersOf(
  { value, numerator, denominator, label }: FactFigure,
  { unit }: IndicatorFacts,
): readonly HiddenNumber[] {
  const left = numerator === null || denominator === null ? null : denominator - numerator;
  const counts = [numerator, denominator, left, unit === "count" ? value : null];
  const known = [...new Set(counts)].flatMap((count) => (count === null || count === 0 ? [] : [count]));
  const share = unit === "percentage" && value !== null ? [{ key: label, value, isPercentage: true }] : [];
  return [...known.map((count) => ({ key: label, value: count })), ...share];
}

function printedNumbers({ figures }: IndicatorFacts): ReadonlySet<number> {
  const shown = figures.filter(({ isHidden }) => !isHidden);
  return new Set(
    shown.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]).filter((one) => one !== null),
  );
}

/** Numbers the title names ("5 times or more") are public. */
function isOfTitle(value: number, { title, definition }: IndicatorFacts): boolean {
  return new RegExp(`(?<![\\d.,])${value}(?![\\d]|[.,]\\d)`).test(`${title} ${definition}`);
}

/** Whether a sentence of these words is about this measure, on a comment that covers many. */
function isAbout({ facts }: ReadComment, { title }: IndicatorFacts, said: ReadonlySet<string>): boolean {
  if (facts.subject.length > 0 && facts.subject.length <= FEW) return true;
  const words = [...meaningfulWords(title)];
  return words.filter((word) => said.has(word)).length >= Math.max(1, words.length / 2);
}

/** Only a total that holds the hidden period gives it away: the year's of a quarter, never another month's. */
function isRest({ value }: NumberToken, hidden: FactFigure, total: FactFigure): boolean {
  const whole = total.numerator ?? total.value;
  const part = hidden.numerator ?? hidden.value;
  const holds = total.start <= hidden.start && total.end >= hidden.end;
  return holds && value > 0 && whole !== null && part !== null && part > 0 && whole - part === value;
}

/** A few times the threshold at most, and no more than the printed total; of people, or of nothing named. */
function couldBe({ facts, body }: ReadComment, { value, end }: NumberToken, totals: readonly FactFigure[]): boolean {
  const printed = totals.map((figure) => figure.value ?? 0).filter((total) => total > 0);
  const most = Math.min(facts.disclosureThreshold * 2, ...printed);
  const after = body.slice(end);
  const isOfThings = /^\s+(?!was\b|is\b|has\b)[a-z]+s\b/i.test(after) && !isOfPeople(after);
  return value > 0 && Number.isInteger(value) && value <= most && !isOfThings;
}

function finding({ start, end }: Span, { reference, title }: IndicatorFacts, how: string): Finding {
  return {
    start,
    end,
    code: "undoes-suppression",
    kind: "suppressed",
    message: `Would undo a suppression of ${reference} (${title}): ${how}.`,
    remedy: "Take the number out of what is published.",
  };
}

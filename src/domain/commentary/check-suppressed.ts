/** Finds numbers that would undo a suppression: the hidden number itself, what is left of a printed total without it, or its share. */
import { type HiddenNumber, hiddenNumbersIn } from "../disclosure/hidden-in-text.ts";
import { type FactFigure, type IndicatorFacts, subjectOf } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { isOfPeople } from "./people-words.ts";
import { type CheckResult, measuresAt, overlaps, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";

/** Every number is tried against every hidden figure of the measures it may be about. */
export function checkSuppressed(comment: ReadComment): CheckResult {
  const told = hiddenTold(comment);
  const findings = comment.numbers.flatMap((token) => {
    if (token.kind === "duration" || token.kind === "points" || token.kind === "range") return [];
    for (const indicator of measuresAt(comment, token.start)) {
      const how = tellsHidden(comment, token, indicator);
      if (how !== null) return [finding(token, indicator, how)];
    }
    return [];
  });
  const others = told.filter((one) => !findings.some((finding) => overlaps(finding, one)));
  return { findings: [...findings, ...others], read: [] };
}

/** Hidden numbers in any window of the measures concerned, in figures or in words. */
function hiddenTold(comment: ReadComment): readonly Finding[] {
  return subjectOf(comment.facts).flatMap((indicator) => {
    const printed = indicator.figures.filter(({ isHidden, state }) => !isHidden && state === "value");
    const isSecret = ({ value }: HiddenNumber) =>
      !isPartOfTitle({ value }, indicator) && !isPrinted({ value, places: 6, kind: "count" }, printed);
    return hiddenNumbersIn(comment.body, indicator.hidden.filter(isSecret)).map(({ start, end, quote, hidden }) =>
      finding({ start, end, text: quote }, indicator, `it is a hidden number (${hidden.key})`),
    );
  });
}

/** @returns how the number gives the hidden one away, or `null` */
function tellsHidden(comment: ReadComment, token: NumberToken, indicator: IndicatorFacts): string | null {
  const hidden = indicator.figures.filter(({ isHidden, state }) => isHidden || state === "suppressed");
  const printed = indicator.figures.filter(({ isHidden, state }) => !isHidden && state === "value");
  if (hidden.length === 0 || isPrinted(token, printed) || isPartOfTitle(token, indicator)) return null;
  const same = hidden.find((figure) => numbersOf(figure).includes(token.value));
  if (same !== undefined) return `it is the hidden figure of ${same.label}`;
  const rest = hidden.find((figure) => printed.some((total) => isRest(token, figure, total)));
  if (rest !== undefined) return `with a printed figure it gives the hidden one of ${rest.label}`;
  const unknown = hidden.find((figure) => numbersOf(figure).length === 0);
  // An imported card says only that something is hidden: any number that could be it is held back.
  const couldBe = unknown !== undefined && token.kind === "count" && isSmallAgainst(token, printed, comment);
  return couldBe ? `it may be the hidden figure of ${unknown.label}` : null;
}

/** Numbers the title names ("5 times or more") are public. */
function isPartOfTitle({ value }: Pick<NumberToken, "value">, { title, definition }: IndicatorFacts): boolean {
  return new RegExp(`(?<![\\d.,])${value}(?![\\d]|[.,]\\d)`).test(`${title} ${definition}`);
}

function numbersOf({ value, numerator }: FactFigure): readonly number[] {
  return [value, numerator].filter((one) => one !== null);
}

function isPrinted(
  { value, places, kind }: Pick<NumberToken, "value" | "places" | "kind">,
  printed: readonly FactFigure[],
): boolean {
  const near = 0.5 * 10 ** -places;
  return printed.some((figure) =>
    [figure.value, ...(kind === "count" ? [figure.numerator, figure.denominator] : [])].some(
      (one) => one !== null && Math.abs(one - value) <= near,
    ),
  );
}

function isRest({ value, kind }: NumberToken, hidden: FactFigure, total: FactFigure): boolean {
  if (kind !== "count" || value === 0) return false;
  const whole = total.numerator ?? total.value;
  const part = hidden.numerator ?? hidden.value;
  return whole !== null && part !== null && part > 0 && whole - part === value;
}

/** A few times the threshold at most, and no more than the printed total; of people, or of nothing named. */
function isSmallAgainst(
  { value, end }: NumberToken,
  printed: readonly FactFigure[],
  { facts, body }: ReadComment,
): boolean {
  const most = Math.min(
    facts.disclosureThreshold * 2,
    ...printed.map((figure) => figure.value ?? 0).filter((total) => total > 0),
  );
  const isOfThings = /^\s+(?!was\b|is\b|has\b)[a-z]+s\b/i.test(body.slice(end)) && !isOfPeople(body.slice(end));
  return value > 0 && Number.isInteger(value) && value <= most && !isOfThings;
}

function finding(
  { start, end, text }: Pick<NumberToken, "start" | "end" | "text">,
  { reference, title }: IndicatorFacts,
  how: string,
): Finding {
  return {
    start,
    end,
    code: "undoes-suppression",
    kind: "suppressed",
    message: `"${text}" would undo a suppression of ${reference} (${title}): ${how}.`,
    remedy: "Take the number out of what is published.",
  };
}

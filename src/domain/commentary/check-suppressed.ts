/** Finds numbers that would undo a suppression: the hidden number itself, what is left of a printed total without it, or its share. */
import type { FactFigure, IndicatorFacts } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { type CheckResult, measuresAt, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";

/** Every number is tried against every hidden figure of the measures it may be about. */
export function checkSuppressed(comment: ReadComment): CheckResult {
  const findings = comment.numbers.flatMap((token) => {
    if (token.kind === "duration" || token.kind === "points" || token.kind === "range") return [];
    for (const indicator of measuresAt(comment, token.start)) {
      const how = tellsHidden(comment, token, indicator);
      if (how !== null) return [finding(token, indicator, how)];
    }
    return [];
  });
  return { findings, read: [] };
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
function isPartOfTitle({ value }: NumberToken, { title, definition }: IndicatorFacts): boolean {
  return new RegExp(`(?<![\\d.,])${value}(?![\\d]|[.,]\\d)`).test(`${title} ${definition}`);
}

function numbersOf({ value, numerator }: FactFigure): readonly number[] {
  return [value, numerator].filter((one) => one !== null);
}

function isPrinted({ value, places, kind }: NumberToken, printed: readonly FactFigure[]): boolean {
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

/** Up to the largest figure printed, or a few times the threshold where none is. */
function isSmallAgainst({ value }: NumberToken, printed: readonly FactFigure[], { facts }: ReadComment): boolean {
  const largest = Math.max(facts.disclosureThreshold * 2, ...printed.map((figure) => figure.value ?? 0));
  return value > 0 && Number.isInteger(value) && value <= Math.min(largest, facts.disclosureThreshold * 4);
}

function finding({ start, end, text }: NumberToken, { reference, title }: IndicatorFacts, how: string): Finding {
  return {
    start,
    end,
    code: "undoes-suppression",
    kind: "suppressed",
    message: `"${text}" would undo a suppression of ${reference} (${title}): ${how}.`,
    remedy: "Take the number out of what is published.",
  };
}

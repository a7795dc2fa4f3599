/** What a target comes to for one figure: the stretch of values that meets it, or why there is none. */
import type { Polarity, Unit } from "../measure.ts";
import type { WindowId } from "../period.ts";
import { compare, type Fraction, fractionOf, minus, plus, times, toNumber } from "./fraction.ts";
import type { Target, TargetSide } from "./target.ts";

/** Values that meet a target; an end of `null` is open, `isIn` says whether the end itself meets it. */
export type Level = {
  readonly low: End | null;
  readonly high: End | null;
  /** What the target leaves unsaid and how it was read. */
  readonly warning?: string;
};
export type End = { readonly at: Fraction; readonly isIn: boolean };

/** Why a target judges nothing: a code, and words to follow "Not rated: ". */
export type NoLevel = { readonly because: string; readonly words: string };

export type LevelContext = {
  readonly polarity: Polarity;
  readonly unit: Unit;
  readonly window: WindowId;
  /** The period judged: how many months a year to date has run. */
  readonly period: string;
  readonly baseline?: number | null;
  /** The same measure a year earlier. */
  readonly previousYear?: Fraction | null;
  /** The value the direction of travel compares with, for "Increase" and "Decrease". */
  readonly compared?: Fraction | null;
  readonly comparators?: Readonly<Partial<Record<"region" | "england" | "neighbours", number | null>>>;
};

const COMPARATOR_WORDS = { region: "the region", england: "England", neighbours: "statistical neighbours" } as const;

export const isLevel = (level: Level | NoLevel): level is Level => "low" in level;

/** The values that meet a target; every target either has a level or says why not. */
export function levelOf(target: Target, context: LevelContext): Level | NoLevel {
  if (isOtherQuantity(target, context.unit))
    return noLevel("unit-mismatch", "the target is a percentage and the measure is not one");
  switch (target.kind) {
    case "level":
      return oneEnd(fractionOf(target.value), target.side, context.polarity);
    case "range":
      return rangeOf(target, context.polarity);
    case "activity": {
      const side = context.polarity === "low-is-good" ? "at-most" : "at-least";
      const months = monthsOf(context);
      if (months === null)
        return noLevel("window", `the target is per ${target.per} and this period is not of whole months`);
      const scaled = times(fractionOf(target.value), { top: BigInt(months), bottom: BigInt(MONTHS_PER[target.per]) });
      return oneEnd(scaled, side, context.polarity);
    }
    case "duration": {
      const scaled = durationIn(context.unit, target);
      if (scaled === null)
        return noLevel("unit-mismatch", `a target in ${target.unit.replace("-", " ")} does not fit this measure`);
      return oneEnd(scaled, target.side, context.polarity);
    }
    case "change":
      return beyond(context.compared, target.wanted === "increase" ? "above" : "below", {
        because: "no-earlier-value",
        words: `the target is ${target.wanted === "increase" ? "an increase" : "a decrease"} and there is no earlier value`,
      });
    case "relative":
      return relativeLevel(target, context);
    case "comparator":
      return beyond(exactOrNull(context.comparators?.[target.of]), target.side, {
        because: "no-comparator",
        words: `the figure for ${COMPARATOR_WORDS[target.of]} that the target refers to is not known`,
      });
    case "monitor":
      return noLevel("monitor", "monitored, without a target");
    case "new":
      return noLevel("new-target", "the target is new and not yet set");
    case "none":
      return noLevel("no-target", "no target is set");
  }
}

/** Whether a value lies in the stretch that meets the target. */
export function meetsLevel(value: Fraction, { low, high }: Level): boolean {
  const order = (end: End) => compare(value, end.at);
  const isHighEnough = low === null || order(low) > 0 || (low.isIn && order(low) === 0);
  const isLowEnough = high === null || order(high) < 0 || (high.isIn && order(high) === 0);
  return isHighEnough && isLowEnough;
}

/** The end a value that misses the target is nearest to, and on which side of it the value lies. */
export function missedEnd(value: Fraction, { low, high }: Level): { readonly end: End; readonly side: "low" | "high" } {
  const missesLow = low !== null && (compare(value, low.at) < 0 || high === null);
  if (missesLow) return { end: low, side: "low" };
  if (high !== null && compare(value, high.at) >= 0) return { end: high, side: "high" };
  if (low !== null) return { end: low, side: "low" };
  throw new RangeError("A target without an end cannot be missed.");
}

/** The one number a target comes to, for drawing and for assurance: of a range its end that bad values reach first; none of "Increase". */
export function levelNumber(target: Target, context: LevelContext): number | null {
  const level = levelOf(target, context);
  // What moves with every period is no level that a process could be held to.
  if (!isLevel(level) || target.kind === "change") return null;
  const ends = context.polarity === "low-is-good" ? [level.high, level.low] : [level.low, level.high];
  const end = ends.find((one) => one !== null);
  return end === undefined || end === null ? null : toNumber(end.at);
}

const MONTHS_PER = { month: 1, quarter: 3, year: 12 } as const;

/** A percentage cannot judge a count (requirements 110); nought of anything is nought. */
function isOtherQuantity(target: Target, unit: Unit): boolean {
  if (unit === "percentage") return false;
  if (target.kind === "level") return target.isPercent && target.value !== 0;
  return target.kind === "range" && target.isPercent;
}

/** Whole months the period covers; `null` for terms, whose lengths differ, and fortnights. */
function monthsOf({ window, period }: Pick<LevelContext, "window" | "period">): number | null {
  if (window === "year-to-date") return ((Number(period.slice(5, 7)) + 8) % 12) + 1;
  const months: Readonly<Partial<Record<WindowId, number>>> = {
    "in-month": 1,
    quarter: 3,
    "rolling-3-months": 3,
    "rolling-12-months": 12,
    "financial-year": 12,
    "academic-year": 12,
    "calendar-year": 12,
  };
  return months[window] ?? null;
}

function oneEnd(at: Fraction, side: TargetSide, polarity: Polarity): Level | NoLevel {
  const resolved = side === "by-polarity" ? sideOf(polarity) : side;
  if (resolved === null)
    return noLevel(
      "no-polarity",
      "the target is a number alone and the measure does not say whether high or low is good",
    );
  const end = { at, isIn: resolved === "at-least" || resolved === "at-most" };
  return resolved === "at-least" || resolved === "above" ? { low: end, high: null } : { low: null, high: end };
}

function sideOf(polarity: Polarity): "at-least" | "at-most" | null {
  if (polarity === "neutral") return null;
  return polarity === "high-is-good" ? "at-least" : "at-most";
}

function rangeOf(range: Extract<Target, { kind: "range" }>, polarity: Polarity): Level {
  const low = { at: fractionOf(range.low), isIn: true };
  const high = { at: fractionOf(range.high), isIn: true };
  if (polarity === "neutral") return { low, high };
  if (range.beyondGoodEnd === "meets") return polarity === "high-is-good" ? { low, high: null } : { low: null, high };
  if (range.beyondGoodEnd === "misses") return { low, high };
  const warning = `The target does not say whether ${polarity === "high-is-good" ? "above" : "below"} its range is good; outside is taken to miss it.`;
  return { low, high, warning };
}

function beyond(at: Fraction | null | undefined, side: "above" | "below", none: NoLevel): Level | NoLevel {
  if (at === null || at === undefined) return none;
  const end = { at, isIn: false };
  return side === "above" ? { low: end, high: null } : { low: null, high: end };
}

function relativeLevel(target: Extract<Target, { kind: "relative" }>, context: LevelContext): Level | NoLevel {
  const from = target.from === "baseline" ? exactOrNull(context.baseline) : context.previousYear;
  if (from === null || from === undefined)
    return target.from === "baseline"
      ? noLevel("no-baseline", "the baseline the target counts from is not recorded")
      : noLevel("no-earlier-value", "the target counts from the year before, which has no value");
  const share = times(from, times(fractionOf(target.percent), { top: 1n, bottom: 100n }));
  const isMore = target.wanted === "increase";
  return oneEnd(isMore ? plus(from, share) : minus(from, share), isMore ? "at-least" : "at-most", context.polarity);
}

const WEEK_IN = { "working-days": 5n, days: 7n } as const;

/** A duration in the unit the measure counts in; `null` where there is no exact way (months in days). */
function durationIn(unit: Unit, { value, unit: given }: Extract<Target, { kind: "duration" }>): Fraction | null {
  const measured = unit === "maximum-working-days" ? "working-days" : "days";
  if (given === measured) return fractionOf(value);
  if (given === "weeks") return times(fractionOf(value), { top: WEEK_IN[measured], bottom: 1n });
  return null;
}

function exactOrNull(number: number | null | undefined): Fraction | null {
  return number === null || number === undefined ? null : fractionOf(number);
}

function noLevel(because: string, words: string): NoLevel {
  return { because, words };
}

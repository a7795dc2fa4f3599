/** Rule kinds A and B: a value against the level of its target, with a tolerance relative or absolute. */

import { withThousands } from "../rounding.ts";
import { absolute, compare, type Fraction, fractionOf, minus, over, times, ZERO } from "./fraction.ts";
import { type Level, meetsLevel, missedEnd } from "./level.ts";
import { roundedFraction, writtenDistance, writtenLevel } from "./level-words.ts";
import type { FigureToRate, Verdict } from "./rate.ts";
import type { RatingRule } from "./rating.ts";

type ToleranceRule = Extract<RatingRule, { kind: "relative-tolerance" | "absolute-tolerance" }>;
type Input = FigureToRate & { readonly rule: ToleranceRule };

/** Green where the level is met, amber within the tolerance of it, red beyond. */
export function rateByTarget(value: Fraction, level: Level, input: Input): Verdict {
  const shown = shownValue(value, level, input);
  if (meetsLevel(value, level))
    return { word: "green", because: "on-target", words: `${shown} is ${metWords(level, input)}` };

  const { end, side } = missedEnd(value, level);
  const away = absolute(minus(value, end.at));
  const { allowed, distance, limit } = tolerated(away, end.at, input);
  const isAmber = allowed.top >= 0n && compare(away, allowed) <= 0;
  const target = targetWords(level, input);
  const where =
    away.top === 0n
      ? `at ${target}, which it must be ${side === "low" ? "above" : "below"}`
      : `${distance} ${side === "low" ? "below" : "above"} ${target}`;
  const verdict = isAmber ? `within ${limit}` : `more than ${limit}`;
  const isNoRoom = allowed.top === 0n && !isAmber;
  return {
    word: isAmber ? "amber" : "red",
    because: isAmber ? "within-tolerance" : "beyond-tolerance",
    words: `${shown} is ${where}; ${isNoRoom ? "there is no tolerance" : verdict}`,
  };
}

type Tolerated = { readonly allowed: Fraction; readonly distance: string; readonly limit: string };

/** How far off is still amber, and how the distance and that limit are written. */
function tolerated(away: Fraction, target: Fraction, { rule, measure }: Input): Tolerated {
  const size = absolute(target);
  const share = over(away, size);
  if (rule.kind === "relative-tolerance" && share !== null) {
    const tolerance = fractionOf(rule.tolerance);
    const percent = times(share, fractionOf(100));
    return {
      allowed: times(size, times(tolerance, { top: 1n, bottom: 100n })),
      distance: `${writtenDistance(percent, tolerance, 1)}%`,
      limit: `${rule.tolerance}%`,
    };
  }
  // A share of nought is nought: a target of 0 has a tolerance of its own (requirements 125).
  const tolerance = rule.kind === "relative-tolerance" ? rule.zeroTolerance : rule.tolerance;
  const points = (number: string) => {
    if (measure.unit !== "percentage") return number;
    return `${number} percentage point${number === "1" ? "" : "s"}`;
  };
  return {
    allowed: fractionOf(tolerance),
    distance: points(writtenDistance(away, fractionOf(tolerance), measure.decimals)),
    limit: points(String(tolerance)),
  };
}

/** The value as printed; with more places where printing it would seem to change the answer. */
function shownValue(value: Fraction, level: Level, { current, measure }: Input): string {
  const met = meetsLevel(value, level);
  const seemsMet = (decimals: number) => meetsLevel(fractionOf(Number(roundedFraction(value, decimals))), level);
  if (seemsMet(measure.decimals) === met) return current.shown;
  const places = [1, 2, 3, 4, 5, 6]
    .map((more) => measure.decimals + more)
    .find((decimals) => seemsMet(decimals) === met);
  if (places === undefined) return current.shown;
  return `${current.shown} (${roundedFraction(value, places)}${measure.unit === "percentage" ? "%" : ""} before rounding)`;
}

/** An earlier value in the measure's own places. */
function asPrinted(at: Fraction, { unit, decimals }: FigureToRate["measure"]): string {
  return `${withThousands(roundedFraction(at, decimals))}${unit === "percentage" ? "%" : ""}`;
}

function metWords(level: Level, input: Input): string {
  const target = targetWords(level, input);
  if (level.low !== null && level.high !== null) return `within ${target}`;
  const end = level.low ?? level.high;
  const side = level.low === null ? "below" : "above";
  return `${end?.isIn ? "at or " : ""}${side} ${target}`;
}

/** "the target of 90%", "the target of 18 (6 per month)", "the earlier value of 75.0%". */
function targetWords({ low, high }: Level, { target: { target }, measure }: Input): string {
  const write = (at: Fraction) => writtenLevel(at, measure);
  const end = write((low ?? high)?.at ?? ZERO);
  switch (target.kind) {
    case "range":
      return `the target of ${writtenLevel(fractionOf(target.low), measure)} to ${writtenLevel(fractionOf(target.high), measure)}`;
    case "activity":
      return end === String(target.value)
        ? `the target of ${end}`
        : `the target of ${end} (${target.value} per ${target.per})`;
    case "duration":
      return `the target of ${target.value} ${target.value === 1 ? target.unit.replace("-", " ").replace(/s$/, "") : target.unit.replace("-", " ")}`;
    case "change":
      return `the earlier value of ${asPrinted((low ?? high)?.at ?? ZERO, measure)}`;
    case "relative":
      return `the target of ${end} (${target.percent}% ${target.wanted === "increase" ? "above" : "below"} ${target.from === "baseline" ? "the baseline" : "the year before"})`;
    case "comparator":
      return `${{ region: "the regional figure", england: "the figure for England", neighbours: "the statistical neighbours' figure" }[target.of]} of ${end}`;
    default:
      return `the target of ${end}`;
  }
}

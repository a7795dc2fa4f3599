/** What a chart of statistical process control says in words: its notes, and one sentence on the latest value. */
import { roundedDecimal, withThousands } from "../rounding.ts";
import type { ProcessControlOptions } from "./process-control.ts";
import { FULL_BASELINE, type Limits } from "./process-limits.ts";
import type { ProcessPoint } from "./signal.ts";

/** How the limits were made and what to bear in mind. */
export function notesOf(
  drawn: readonly { readonly limits: Limits; readonly baseline: number }[],
  points: readonly ProcessPoint[],
  { method, steps = [], bounds, baseline }: ProcessControlOptions,
): readonly string[] {
  const fewest = Math.min(...drawn.map((part) => part.baseline));
  const leftOut = drawn.reduce((sum, { limits }) => sum + limits.rangesLeftOut, 0);
  const isClipped =
    drawn.some(({ limits }) => bounds?.low !== undefined && limits.lower < bounds.low) ||
    drawn.some(({ limits }) => bounds?.high !== undefined && limits.upper > bounds.high);
  const known = new Set(points.map(({ period }) => period));
  return [
    method === "spreadsheet"
      ? "Limits use every moving range."
      : "Limits leave out moving ranges of 3.267 times their mean or more, once.",
    ...(leftOut > 0 ? [`${leftOut} moving ${leftOut === 1 ? "range was" : "ranges were"} left out.`] : []),
    ...(fewest < FULL_BASELINE
      ? [`The limits are trial limits: they rest on ${fewest} points, fewer than ${FULL_BASELINE}.`]
      : []),
    ...(baseline === undefined ? [] : [`The mean and limits come from the first ${fewest} points.`]),
    ...steps
      .filter(({ from }) => known.has(from))
      .map(({ from, reason }) => `Mean and limits taken anew from ${from}: ${reason}`),
    ...(isClipped ? ["Limits are drawn no further than the scale goes."] : []),
  ];
}

const LEADS: Readonly<Record<ProcessPoint["meaning"], string>> = {
  "common-cause": "Nothing unusual",
  improvement: "Improvement",
  concern: "Concern",
  "neutral-high": "Unusually high",
  "neutral-low": "Unusually low",
};

/** "Concern: the latest 7 values are all below the mean of 84.2%." */
export function sentenceOf(
  points: readonly ProcessPoint[],
  options: ProcessControlOptions & { readonly runLength: number },
  inLastPart: number,
): string {
  const latest = points.at(-1);
  if (latest === undefined) return "";
  const shown = (value: number) => writtenLevel(value, options.unit);
  const lead = LEADS[latest.meaning];
  if (latest.rule === null)
    return `${lead}: the latest value is within its usual range, ${shown(latest.lower)} to ${shown(latest.upper)}.`;
  const isHigh = latest.value > latest.mean;
  const side = isHigh ? "above" : "below";
  const run = lengthOfRun(points.slice(-inLastPart), latest.rule);
  switch (latest.rule) {
    case "outside-limits":
      return `${lead}: the latest value is ${side} the ${isHigh ? "upper" : "lower"} limit of ${shown(isHigh ? latest.upper : latest.lower)}.`;
    case "trend":
      return `${lead}: the latest ${run} values each ${(points.at(-2)?.value ?? 0) < latest.value ? "rose" : "fell"}.`;
    case "two-of-three":
      return `${lead}: two of the latest three values are far ${side} the mean of ${shown(latest.mean)}.`;
    case "shift":
      return `${lead}: the latest ${run} values are all ${side} the mean of ${shown(latest.mean)}.`;
  }
}

/** How many of the latest points make the pattern the last one belongs to. */
function lengthOfRun(
  points: readonly ProcessPoint[],
  rule: "outside-limits" | "trend" | "two-of-three" | "shift",
): number {
  const values = points.map(({ value }) => value);
  const last = points.at(-1);
  if (last === undefined) return 0;
  let length = 1;
  for (let place = values.length - 2; place >= 0; place -= 1) {
    const [value = 0, next = 0] = [values[place], values[place + 1]];
    const [beforeLast = 0] = [values.at(-2)];
    const keeps =
      rule === "trend"
        ? Math.sign(next - value) === Math.sign(last.value - beforeLast)
        : Math.sign(value - last.mean) === Math.sign(last.value - last.mean);
    if (!keeps) break;
    length += 1;
  }
  return length;
}

function writtenLevel(value: number, unit: ProcessControlOptions["unit"]): string {
  // A mean or limit of a count is no count: one decimal more than the measure prints.
  const decimals = unit === undefined || unit.isCount ? 1 : unit.decimals;
  return `${withThousands(roundedDecimal(value, decimals))}${unit?.isPercentage ? "%" : ""}`;
}

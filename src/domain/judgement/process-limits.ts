/** Mean and limits of an XmR chart: 2.66 mean moving ranges either side of the mean (rules 1). */
import type { ProcessControl } from "./signal.ts";

export type Limits = {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the outer third begins, on either side: the near limits. */
  readonly nearLower: number;
  readonly nearUpper: number;
  readonly rangesLeftOut: number;
};

/** Limits that rest on fewer points are trial limits. */
export const FULL_BASELINE = 12;
/** 3 ÷ 1.128, as the NHS charts write it. */
const LIMIT = 2.66;
const NEAR = (LIMIT * 2) / 3;
/** Upper limit of a moving range, in mean moving ranges. */
const SCREEN = 3.267;

/** Limits of the points of a baseline, two at least. "screened" leaves out, once, ranges of 3.267 mean ranges or more. */
export function limitsOf(values: readonly number[], method: ProcessControl["method"]): Limits {
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)));
  const everyRange = meanOf(ranges);
  // When every range is 0 none is out of the ordinary.
  const kept = method === "screened" && everyRange > 0 ? ranges.filter((range) => range < SCREEN * everyRange) : ranges;
  const range = meanOf(kept);
  return {
    mean,
    lower: mean - LIMIT * range,
    upper: mean + LIMIT * range,
    nearLower: mean - NEAR * range,
    nearUpper: mean + NEAR * range,
    rangesLeftOut: ranges.length - kept.length,
  };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

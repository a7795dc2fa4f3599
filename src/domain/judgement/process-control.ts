/** Statistical process control of a series (XmR): mean, limits, the four rules and assurance, as rules 1 has them. */
import type { Polarity } from "../measure.ts";
import type { WindowId } from "../period.ts";
import { unsuitable } from "./process-control-fit.ts";
import { notesOf, sentenceOf } from "./process-control-words.ts";
import { FULL_BASELINE, type Limits, limitsOf } from "./process-limits.ts";
import { patternsIn } from "./process-patterns.ts";
import type { Assurance, NoProcessControl, ProcessControl, ProcessPoint } from "./signal.ts";

/** One value of the series; only values that may be points (no estimate in doubt, no gap filled in). */
export type SeriesValue = {
  readonly period: string;
  readonly value: number;
  /** Counted in another way from here on. */
  readonly isBreak?: boolean;
  /** How many it is of: the count itself, or what a proportion divides by. */
  readonly size?: number;
};

export type ProcessControlOptions = {
  readonly polarity: Polarity;
  readonly window: WindowId;
  /** The level the target comes to, in the measure's unit. */
  readonly target?: number | null;
  readonly method?: ProcessControl["method"];
  /** How many points make a shift or a trend; 7 unless said. */
  readonly runLength?: number;
  /** How many first points (of each step) the mean and limits are taken from; all of them unless said. */
  readonly baseline?: number;
  /** Recorded changes: from that period on the mean and limits are taken anew. */
  readonly steps?: readonly { readonly from: string; readonly reason: string }[];
  /** Ends of the scale a value cannot pass: 0 and 100 of a percentage. */
  readonly bounds?: { readonly low?: number; readonly high?: number };
  readonly unit?: { readonly decimals: number; readonly isPercentage: boolean; readonly isCount: boolean };
};

const DEFAULT_RUN = 7;

/** The chart's facts, or why there is no such chart. */
export function processControl(
  series: readonly SeriesValue[],
  options: ProcessControlOptions,
): ProcessControl | NoProcessControl {
  const runLength = options.runLength ?? DEFAULT_RUN;
  const method = options.method ?? "spreadsheet";
  const parts = splitAtSteps(series, options.steps ?? []);
  const refused = unsuitable(series, parts, options);
  if (refused !== null) return refused;

  const drawn = parts.map((part) => {
    const baseline = part.slice(0, options.baseline ?? part.length);
    const limits = limitsOf(
      baseline.map(({ value }) => value),
      method,
    );
    return { part, limits, baseline: baseline.length };
  });
  const points = drawn.flatMap(({ part, limits }) => pointsOf(part, limits, { ...options, runLength }));
  const last = drawn.at(-1);
  const latest = points.at(-1);
  if (last === undefined || latest === undefined) throw new RangeError("A series without a point has no chart.");
  const { target, polarity } = options;
  return {
    points,
    latest: latest.meaning,
    assurance: target === undefined || target === null ? null : assuranceOf(last.limits, target, polarity),
    method,
    runLength,
    isTrial: drawn.some(({ baseline }) => baseline < FULL_BASELINE),
    notes: notesOf(drawn, points, { ...options, method }),
    sentence: sentenceOf(points, { ...options, runLength }, last.part.length),
  };
}

/** Whether the target would always, sometimes or never be met by a process that stays as it is; `null` without a polarity. */
export function assuranceOf(
  limits: Pick<Limits, "lower" | "upper">,
  target: number,
  polarity: Polarity,
): Assurance | null {
  if (polarity === "neutral") return null;
  if (target > limits.upper) return polarity === "high-is-good" ? "consistently-failing" : "consistently-passing";
  if (target < limits.lower) return polarity === "high-is-good" ? "consistently-passing" : "consistently-failing";
  return "hit-and-miss";
}

function splitAtSteps(
  series: readonly SeriesValue[],
  steps: readonly { readonly from: string }[],
): readonly (readonly SeriesValue[])[] {
  const starts = new Set(steps.map(({ from }) => from));
  const parts: SeriesValue[][] = [];
  for (const point of series) {
    const part = parts.at(-1);
    if (part === undefined || starts.has(point.period)) parts.push([point]);
    else part.push(point);
  }
  return parts;
}

function pointsOf(
  part: readonly SeriesValue[],
  limits: Limits,
  { polarity, runLength, bounds }: ProcessControlOptions & { readonly runLength: number },
): readonly ProcessPoint[] {
  const patterns = patternsIn(
    part.map(({ value }) => value),
    limits,
    runLength,
  );
  return part.map(({ period, value }, place): ProcessPoint => {
    const pattern = patterns[place] ?? null;
    return {
      period,
      value,
      mean: limits.mean,
      lower: bounds?.low === undefined ? limits.lower : Math.max(bounds.low, limits.lower),
      upper: bounds?.high === undefined ? limits.upper : Math.min(bounds.high, limits.upper),
      rule: pattern?.rule ?? null,
      meaning: pattern === null ? "common-cause" : meaningOf(pattern.side, polarity),
    };
  });
}

function meaningOf(side: "high" | "low", polarity: Polarity): ProcessPoint["meaning"] {
  if (polarity === "neutral") return side === "high" ? "neutral-high" : "neutral-low";
  return (side === "high") === (polarity === "high-is-good") ? "improvement" : "concern";
}

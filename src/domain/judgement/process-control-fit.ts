/** When a chart of statistical process control would mislead, and why (rules 1, "not suitable"). */
import type { ProcessControlOptions, SeriesValue } from "./process-control.ts";
import type { NoProcessControl } from "./signal.ts";

/** Fewer points than this tell nothing of how a process usually behaves. */
const FEWEST_POINTS = 8;
/** Counts that are mostly below this, and proportions of so few, move in steps too coarse for limits. */
const SMALL_COUNT = 5;

/** Why there is no chart; `null` when there may be one. `parts` are the series cut at its recorded steps. */
export function unsuitable(
  series: readonly SeriesValue[],
  parts: readonly (readonly SeriesValue[])[],
  { window }: ProcessControlOptions,
): NoProcessControl | null {
  if (window === "rolling-12-months" || window === "rolling-3-months" || window === "year-to-date")
    return refusal(
      "overlapping-windows",
      "neighbouring periods share most of their months, which makes runs out of nothing",
    );
  if (parts.some((part) => part.slice(1).some(({ isBreak }) => isBreak)))
    return refusal(
      "series-break",
      "part of the series was counted in another way; record a step change where the break is",
    );
  const latest = parts.at(-1)?.length ?? 0;
  if (latest < FEWEST_POINTS || parts.some((part) => part.length < 2))
    return refusal(
      "too-few-points",
      `it takes ${FEWEST_POINTS} values and there ${latest === 1 ? "is" : "are"} ${latest === 0 ? "none" : latest}${parts.length > 1 ? " since the last recorded change" : ""}`,
    );
  const sizes = series.flatMap(({ size }) => size ?? []);
  if (sizes.length > series.length / 2 && medianOf(sizes) < SMALL_COUNT)
    return refusal("small-counts", `half the values or more are of fewer than ${SMALL_COUNT}`);
  return null;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function refusal(reason: string, words: string): NoProcessControl {
  return { reason, sentence: `No chart of usual variation: ${words}.` };
}

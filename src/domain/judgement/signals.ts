/** What a series tells beside its rating: statistical process control, streaks and restatement drift. */
import { QUALITY_FACTS } from "../value-state.ts";
import { driftOf, type PublishedFigure } from "./drift.ts";
import { levelNumber } from "./level.ts";
import { levelContext } from "./level-context.ts";
import { processControl, type SeriesValue } from "./process-control.ts";
import { breaksOf, type SeriesContext, startsOf } from "./series-context.ts";
import type { ProcessControl, Signals } from "./signal.ts";
import { streaksOf } from "./streak.ts";

export type SignalsInput = SeriesContext & {
  readonly published: readonly PublishedFigure[];
  readonly method?: ProcessControl["method"];
  readonly runLength?: number;
};

/** Everything a series signals. */
export function signalsOf(input: SignalsInput): Signals {
  const { measure, window, method, runLength, history } = input;
  const series = pointsOf(input);
  const hasOver100 = series.some(({ value }) => value > 100);
  const isPercentage = measure.unit === "percentage";
  return {
    processControl: withLeftOut(
      processControl(series, {
        polarity: measure.polarity,
        window,
        target: levelNumber(input.target.target, levelContext(input)),
        ...(method === undefined ? {} : { method }),
        ...(runLength === undefined ? {} : { runLength }),
        steps: startsOf("step-change", {
          ...input,
          history: history.filter(({ period }) => series.some((point) => point.period === period)),
        }),
        bounds: isPercentage && !hasOver100 ? { low: 0, high: 100 } : { low: 0 },
        unit: { decimals: measure.decimals, isPercentage, isCount: measure.unit === "count" },
      }),
      history.length - series.length,
    ),
    streaks: streaksOf(input),
    drift: driftOf(input, input.published),
  };
}

function withLeftOut(chart: Signals["processControl"], leftOut: number): Signals["processControl"] {
  if (!("points" in chart) || leftOut === 0) return chart;
  const note = `${leftOut} ${leftOut === 1 ? "period has" : "periods have"} no figure sure enough to be a point.`;
  return { ...chart, notes: [...chart.notes, note] };
}

/** Values sure enough to be points; a break at a period that is no point stands at the next that is. */
function pointsOf(input: SignalsInput): readonly SeriesValue[] {
  const breaks = breaksOf(input);
  const points: SeriesValue[] = [];
  const { unit } = input.measure;
  let isBreak = false;
  for (const { period, value, denominator, status, qualities = [] } of input.history) {
    isBreak ||= breaks.has(period);
    const isPoint =
      status === "value" && value !== null && !qualities.some((quality) => QUALITY_FACTS[quality].barsSignals);
    if (!isPoint) continue;
    // What an average divides by is no sign of how coarse its steps are.
    const size = unit === "count" ? value : unit === "percentage" ? denominator : null;
    points.push({ period, value, isBreak, ...(size === null ? {} : { size }) });
    isBreak = false;
  }
  return points;
}

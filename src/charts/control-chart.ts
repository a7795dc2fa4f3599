/** A control chart: a run chart with the mean and limits of its process, its target and comparators, and each point of a pattern marked. */
import { scaleLinear } from "d3-scale";
import type { ProcessPoint } from "../domain/judgement/signal.ts";
import { valueAxis, words } from "./axes.ts";
import { type Level, levelLines, stepLine } from "./level-line.ts";
import { DARK_BLUE } from "./palette.ts";
import { type ChartOptions, chartFrame, chartGround, lastFigure } from "./run-chart.ts";
import { describeSeries, drawnPoints, linePath, type SeriesPoint } from "./series.ts";
import { meaningMark } from "./special-cause-mark.ts";
import { element, picture } from "./svg.ts";

/** A point of the series with what its process says of it; `process` is `null` where limits do not reach. */
export type ControlPoint = SeriesPoint & { readonly process: ProcessPoint | null };

export type ControlOptions = ChartOptions & {
  /** Lines at one height: the target, neighbours, England. */
  readonly levels: readonly Level[];
  /** What the signals say, spoken after the series. */
  readonly sentence: string;
};

/** Draws the chart. Limits of a percentage are drawn within 0 and 100; where the mean changes, lines break and the step is written. */
export function controlChart(points: readonly ControlPoint[], options: ControlOptions): string {
  const { id, title, unit, levels, sentence, width = 760, height = 320 } = options;
  const within = (value: number) => (unit === "percentage" ? Math.min(100, Math.max(0, value)) : value);
  const drawn = drawnPoints(points);
  const process = points.map((point) => point.process);
  const heights = [
    ...drawn.map(({ value }) => value),
    ...process.flatMap((point) => (point === null ? [] : [within(point.lower), within(point.upper)])),
    ...levels.map(({ value }) => value),
  ];
  const { domain, ticks } = valueAxis(heights, unit);
  const frame = chartFrame(ticks, { width, height, unit });
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [frame.left + 8, frame.right - 8]);
  const y = scaleLinear(domain, [frame.bottom, frame.top]);
  const path = linePath(points, { x, y });
  const line = (of: "mean" | "upper" | "lower") =>
    stepLine(
      process.map((point) => (point === null ? null : within(point[of]))),
      { x, y, dashes: of === "mean" ? undefined : "6 4" },
    );
  return picture(
    { id, width, height },
    { title, description: `${describeSeries(points)} ${sentence}`.trim() },
    chartGround(points, { ticks, domain, frame, x, y, unit }),
    line("mean"),
    line("upper"),
    line("lower"),
    levelLines(levels, { y, frame }),
    ...steps(process).map((index) => words("Step", { x: x(index), y: frame.bottom - 6, anchor: "middle" })),
    path === null ? "" : element("path", { d: path, fill: "none", stroke: DARK_BLUE, "stroke-width": 2 }),
    ...drawn.map((point) =>
      meaningMark(process[point.index]?.meaning ?? "common-cause", { x: x(point.index), y: y(point.value) }),
    ),
    lastFigure(drawn.at(-1), { x, y, frame }),
  );
}

/** Where limits are worked out anew. */
function steps(process: readonly (ProcessPoint | null)[]): readonly number[] {
  return process.flatMap((point, index) => {
    const before = process[index - 1];
    return point && before && point.mean !== before.mean ? [index] : [];
  });
}

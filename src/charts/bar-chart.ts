/** A bar chart: one bar a group, longest names kept whole, each bar's figure written at its end. Bars start at nought, always. */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { words } from "./axes.ts";
import { AXIS, DARK_BLUE, INK } from "./palette.ts";
import type { ChartOptions } from "./run-chart.ts";
import type { SeriesPoint } from "./series.ts";
import { element, picture } from "./svg.ts";

const BAR = 22;
const GAP = 12;
const FIGURE_WIDTH = 72;
/** Under this width names stand above their bars. */
const NARROW = 500;

/** Draws groups in the order given; a group without a figure keeps its row and prints its shorthand. */
export function barChart(bars: readonly SeriesPoint[], options: Omit<ChartOptions, "height" | "unit">): string {
  const { id, title, width = 760 } = options;
  const stacked = width < NARROW;
  const longest = max(bars, (bar) => bar.label.length) ?? 0;
  const left = stacked ? 1 : Math.min(width * 0.45, longest * 7.4 + 16);
  const row = BAR + GAP + (stacked ? 20 : 0);
  const length = scaleLinear([0, max(bars, (bar) => bar.value ?? 0) || 1], [0, width - left - FIGURE_WIDTH]);
  const height = bars.length * row + GAP;

  const drawBar = (bar: SeriesPoint, index: number) => {
    const top = GAP / 2 + index * row + (stacked ? 20 : 0);
    const end = left + length(Math.max(0, bar.value ?? 0));
    const name = stacked ? { x: 0, y: top - 6 } : { x: left - 10, y: top + BAR / 2 + 5, anchor: "end" as const };
    return (
      words(bar.label, { ...name, fill: INK }) +
      (bar.value === null
        ? ""
        : element("rect", { x: left, y: top, width: end - left, height: BAR, fill: DARK_BLUE })) +
      words(bar.shown, { x: end + 8, y: top + BAR / 2 + 5, fill: INK, bold: true })
    );
  };
  return picture(
    { id, width, height },
    { title, description: describeBars(bars) },
    ...bars.map(drawBar),
    stacked ? "" : element("line", { x1: left, x2: left, y1: 0, y2: height, stroke: AXIS }),
  );
}

function describeBars(bars: readonly SeriesPoint[]): string {
  return bars.length === 0 ? "No figures." : `${bars.map((bar) => `${bar.label}: ${bar.shown}`).join("; ")}.`;
}

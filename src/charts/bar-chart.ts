/** A bar chart: one bar a group, names kept whole, each bar's figure written at its end, the whole's figure a line across. Bars start at nought, always. */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { words } from "./axes.ts";
import { AXIS, DARK_BLUE, INK } from "./palette.ts";
import { pointMark } from "./point-mark.ts";
import type { ChartOptions } from "./run-chart.ts";
import type { SeriesPoint } from "./series.ts";
import { element, picture } from "./svg.ts";
import { textWidth } from "./text-width.ts";

const BAR = 22;
const GAP = 12;
/** Under this width names stand above their bars. */
const NARROW = 500;

export type BarOptions = Omit<ChartOptions, "height" | "unit"> & {
  /** A line across every bar: the figure of all groups together. */
  readonly whole?: { readonly name: string; readonly value: number } | null;
};

/** Draws groups in the order given; a group without a figure keeps its row and prints its shorthand. */
export function barChart(bars: readonly SeriesPoint[], options: BarOptions): string {
  const { id, title, width = 760, whole = null } = options;
  const stacked = width < NARROW;
  const longest = max(bars, (bar) => textWidth(bar.label)) ?? 0;
  const left = stacked ? 1 : Math.min(width * 0.45, longest + 14);
  const figure = (max(bars, (bar) => textWidth(bar.shown, true)) ?? 0) + 16;
  const row = BAR + GAP + (stacked ? 20 : 0);
  const top = whole === null ? 0 : 24;
  const most = Math.max(max(bars, (bar) => bar.value ?? 0) ?? 0, whole?.value ?? 0) || 1;
  const length = scaleLinear([0, most], [0, width - left - figure]);
  const height = top + bars.length * row + GAP;

  const drawBar = (bar: SeriesPoint, index: number) => {
    const start = top + GAP / 2 + index * row + (stacked ? 20 : 0);
    const end = left + length(Math.max(0, bar.value ?? 0));
    const name = stacked ? { x: 0, y: start - 6 } : { x: left - 10, y: start + BAR / 2 + 5, anchor: "end" as const };
    const rectangle =
      bar.value === null ? "" : element("rect", { x: left, y: start, width: end - left, height: BAR, fill: DARK_BLUE });
    return (
      words(bar.label, { ...name, fill: INK }) +
      pointMark(rectangle, { x: end, y: start + BAR / 2, reads: `${bar.label}: ${bar.shown}.` }) +
      figureOf(bar, { end, middle: start + BAR / 2, whole: whole === null ? null : left + length(whole.value) })
    );
  };
  return picture(
    { id, width, height },
    { title, description: describeBars(bars, whole) },
    stacked ? "" : element("line", { x1: left, x2: left, y1: top, y2: height, stroke: AXIS }),
    ...bars.map(drawBar),
    whole === null ? "" : wholeLine(whole.name, { x: left + length(whole.value), top, bottom: height, width }),
  );
}

/** The figure after the bar; on white, so that the line across does not strike it through. */
function figureOf(
  { shown }: SeriesPoint,
  { end, middle, whole }: { readonly end: number; readonly middle: number; readonly whole: number | null },
): string {
  const from = end + 8;
  const room = textWidth(shown, true);
  const isCrossed = whole !== null && whole > from - 4 && whole < from + room + 4;
  const x = isCrossed ? whole + 8 : from;
  return words(shown, { x, y: middle + 5, fill: INK, bold: true });
}

/** Two colours, so that the line is seen on a bar as well as beside it. */
function wholeLine(
  name: string,
  {
    x,
    top,
    bottom,
    width,
  }: { readonly x: number; readonly top: number; readonly bottom: number; readonly width: number },
): string {
  const half = textWidth(name) / 2;
  const middle = Math.min(Math.max(x, half), width - half);
  const line = (stroke: string, size: number) =>
    element("line", { x1: x, x2: x, y1: top - 4, y2: bottom, stroke, "stroke-width": size, "stroke-dasharray": "6 3" });
  return line("#ffffff", 4) + line(INK, 2) + words(name, { x: middle, y: top - 9, anchor: "middle", fill: INK });
}

function describeBars(bars: readonly SeriesPoint[], whole: BarOptions["whole"]): string {
  if (bars.length === 0) return "No figures.";
  const across = whole ? ` The line across: ${whole.name}.` : "";
  return `${bars.map((bar) => `${bar.label}: ${bar.shown}`).join("; ")}.${across}`;
}

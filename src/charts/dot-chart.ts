/** A dot chart: authorities in order, each a dot on one scale, ours told by shape and weight; averages are lines across. */
import { scaleLinear } from "d3-scale";
import { type AxisUnit, axisLabel, valueAxis, words } from "./axes.ts";
import { type Level, levelDashes } from "./level-line.ts";
import { DARK_BLUE, GRID, INK, ORANGE } from "./palette.ts";
import { placeLabels } from "./place-labels.ts";
import { pointMark } from "./point-mark.ts";
import type { ChartOptions } from "./run-chart.ts";
import type { SeriesPoint } from "./series.ts";
import { element, picture, tenth } from "./svg.ts";
import { textWidth } from "./text-width.ts";

export type Dot = SeriesPoint & { readonly isOurs: boolean };

const ROW = 28;
/** Under this width names stand above their dots. */
const NARROW = 500;
const EDGE = 14;

/** Draws rows in the order given; one without a figure keeps its row and prints its shorthand. */
export function dotChart(
  dots: readonly Dot[],
  { id, title, unit, levels, width = 760 }: Omit<ChartOptions, "height"> & { readonly levels: readonly Level[] },
): string {
  const stacked = width < NARROW;
  const row = ROW + (stacked ? 18 : 0);
  const longest = Math.max(0, ...dots.map(({ label, isOurs }) => textWidth(label, isOurs)));
  const left = stacked ? EDGE : Math.min(width * 0.42, longest + 24);
  const right = width - Math.max(40, ...dots.map(({ shown }) => textWidth(shown, true))) - EDGE;
  const named = levels.map((level) => ({ ...level, size: textWidth(level.name) }));
  const tops = stackedTops(named, { left: stacked ? 0 : left - 40, right: width });
  const top = 24 * tops.rows + 6;
  const values = [...dots.flatMap(({ value }) => value ?? []), ...levels.map(({ value }) => value)];
  const { domain, ticks } = valueAxis(values, unit);
  const x = scaleLinear(domain, [left, right]);
  const bottom = top + dots.length * row;
  return picture(
    { id, width, height: bottom + 30 },
    { title, description: describeDots(dots, levels) },
    ...axis(ticks, { x, top, bottom, unit }),
    ...named.map((level, place) =>
      levelAcross(level, { x: x(level.value), bottom, at: tops.of(x)[place] ?? { x: 0, y: 0 } }),
    ),
    // Names after all lines, on white, so that no other line strikes one through.
    ...named.map(({ name }, place) =>
      words(name, { ...(tops.of(x)[place] ?? { x: 0, y: 0 }), anchor: "middle", fill: INK, halo: true }),
    ),
    ...dots.map((dot, index) =>
      dotRow(dot, { y: top + (index + 0.5) * row + (stacked ? 8 : 0), x, left, right, stacked }),
    ),
  );
}

type Named = Level & { readonly size: number };

/** Names of the lines across stand each in a row of its own above the dots, so that however close they are none overlaps. */
function stackedTops(levels: readonly Named[], { left, right }: { readonly left: number; readonly right: number }) {
  return {
    rows: levels.length,
    of: (x: (value: number) => number) =>
      levels.map(({ value, size }, place) => {
        const [middle = null] = placeLabels([{ at: x(value), size }], { from: left, to: right, gap: 0 });
        return { x: middle ?? x(value), y: 24 * place + 16 };
      }),
  };
}

function levelAcross(
  { kind }: Pick<Named, "kind">,
  {
    x,
    bottom,
    at,
  }: { readonly x: number; readonly bottom: number; readonly at: { readonly x: number; readonly y: number } },
): string {
  return element("line", {
    x1: x,
    x2: x,
    y1: at.y + 5,
    y2: bottom,
    stroke: INK,
    "stroke-width": 1.5,
    "stroke-dasharray": levelDashes(kind),
  });
}

function axis(
  ticks: readonly number[],
  {
    x,
    top,
    bottom,
    unit,
  }: { x: (value: number) => number; readonly top: number; readonly bottom: number; readonly unit: AxisUnit },
): readonly string[] {
  // Names of every second tick where they would touch.
  const labels = ticks.map((tick) => axisLabel(tick, unit));
  const widest = Math.max(...labels.map((label) => textWidth(label)));
  const [first = 0, second = 1] = ticks;
  const step = Math.max(1, Math.ceil((widest + 8) / Math.max(1, Math.abs(x(second) - x(first)))));
  return ticks.map(
    (tick, place) =>
      element("line", { x1: x(tick), x2: x(tick), y1: top, y2: bottom, stroke: GRID }) +
      (place % step === 0 ? words(labels[place] ?? "", { x: x(tick), y: bottom + 20, anchor: "middle" }) : ""),
  );
}

function dotRow(
  { label, value, shown, isOurs }: Dot,
  {
    x,
    y,
    left,
    right,
    stacked,
  }: { x: (value: number) => number; y: number; left: number; right: number; stacked: boolean },
): string {
  const name = stacked ? { x: 0, y: y - 14 } : { x: left - 16, y: y + 5, anchor: "end" as const };
  const at = value === null ? left : x(value);
  const size = 8;
  const mark =
    value === null
      ? ""
      : isOurs
        ? element("path", {
            d: `M${tenth(at)},${tenth(y - size)}L${tenth(at + size)},${tenth(y)}L${tenth(at)},${tenth(y + size)}L${tenth(at - size)},${tenth(y)}Z`,
            fill: ORANGE,
            stroke: INK,
            "stroke-width": 1.5,
          })
        : element("circle", { cx: at, cy: y, r: 5.5, fill: DARK_BLUE });
  return (
    words(label, { ...name, fill: INK, bold: isOurs }) +
    element("line", { x1: left, x2: right, y1: y, y2: y, stroke: GRID }) +
    pointMark(mark, { x: at, y, reads: `${label}${isOurs ? ", this authority" : ""}: ${shown}.` }) +
    words(shown, { x: right + EDGE, y: y + 5, fill: INK, bold: isOurs })
  );
}

function describeDots(dots: readonly Dot[], levels: readonly Level[]): string {
  const rows = dots
    .map(({ label, shown, isOurs }) => `${label}${isOurs ? " (this authority)" : ""}: ${shown}`)
    .join("; ");
  const across = levels.length === 0 ? "" : ` Lines across: ${levels.map(({ name }) => name).join("; ")}.`;
  return dots.length === 0 ? "No figures." : `${rows}.${across}`;
}

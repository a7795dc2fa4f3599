/** Two series of one measure on one axis, as it is and as it would be: a solid line with circles, a dashed one with squares, and a mark where they part. */
import { scaleLinear } from "d3-scale";
import { valueAxis, words } from "./axes.ts";
import { AXIS, DARK_BLUE, INK, ORANGE } from "./palette.ts";
import { type ChartOptions, chartFrame, chartGround, type Frame } from "./run-chart.ts";
import { type DrawnPoint, describeSeries, drawnPoints, linePath, type SeriesPoint } from "./series.ts";
import { element, picture } from "./svg.ts";

export type ComparedSeries = { readonly name: string; readonly points: readonly SeriesPoint[] };

/** Draws both; where they are the same the second lies on the first. A gap stays a gap. */
export function comparisonChart(before: ComparedSeries, after: ComparedSeries, options: ChartOptions): string {
  const { id, title, unit, width = 760, height = 320 } = options;
  const [was, is] = [drawnPoints(before.points), drawnPoints(after.points)];
  const { domain, ticks } = valueAxis(
    [...was, ...is].map(({ value }) => value),
    unit,
  );
  const frame = { ...chartFrame(ticks, { width, height, unit }), top: 52 };
  const x = scaleLinear([0, Math.max(1, after.points.length - 1)], [frame.left + 8, frame.right - 8]);
  const y = scaleLinear(domain, [frame.bottom, frame.top]);
  const parted = partedAt(before.points, after.points);
  const many = `${parted.length} of ${after.points.length} periods differ`;
  const description = `${before.name}: ${describeSeries(before.points)} ${after.name}: ${describeSeries(after.points)} ${many}.`;
  const path = (points: readonly SeriesPoint[], stroke: string, dashes: string | undefined) => {
    const d = linePath(points, { x, y });
    return d === null
      ? ""
      : element("path", { d, fill: "none", stroke, "stroke-width": 2, "stroke-dasharray": dashes });
  };
  return picture(
    { id, width, height },
    { title, description },
    chartGround(after.points, { ticks, domain, frame, x, y, unit }),
    key(before.name, after.name, frame),
    ...parted.map((index) =>
      element("line", {
        x1: x(index),
        x2: x(index),
        y1: frame.bottom,
        y2: frame.bottom - 10,
        stroke: INK,
        "stroke-width": 3,
      }),
    ),
    path(before.points, DARK_BLUE, undefined),
    path(after.points, ORANGE, "7 4"),
    ...was.map((point) => circle(point, x, y)),
    ...is.map((point) => square(x(point.index), y(point.value))),
  );
}

/** The places where the two print something else. */
function partedAt(before: readonly SeriesPoint[], after: readonly SeriesPoint[]): readonly number[] {
  return after.flatMap(({ shown }, index) => (before[index]?.shown === shown ? [] : [index]));
}

function circle(point: DrawnPoint, x: (index: number) => number, y: (value: number) => number): string {
  return element("circle", { cx: x(point.index), cy: y(point.value), r: 3.5, fill: DARK_BLUE });
}

function square(x: number, y: number): string {
  return element("rect", {
    x: x - 4,
    y: y - 4,
    width: 8,
    height: 8,
    fill: "#ffffff",
    stroke: ORANGE,
    "stroke-width": 2,
  });
}

/** Which line is which, above the picture, with the line's own look beside each name. */
function key(before: string, after: string, { left }: Frame): string {
  const second = left + 60 + before.length * 8;
  return [
    element("line", { x1: left, x2: left + 24, y1: 32, y2: 32, stroke: DARK_BLUE, "stroke-width": 2 }),
    element("circle", { cx: left + 12, cy: 32, r: 3.5, fill: DARK_BLUE }),
    words(before, { x: left + 30, y: 37, fill: AXIS }),
    element("line", {
      x1: second,
      x2: second + 24,
      y1: 32,
      y2: 32,
      stroke: ORANGE,
      "stroke-width": 2,
      "stroke-dasharray": "7 4",
    }),
    square(second + 12, 32),
    words(after, { x: second + 30, y: 37, fill: AXIS }),
  ].join("");
}

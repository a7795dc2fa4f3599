/** A run chart: one measure through time as a line with points, an axis in its unit, and its last figure written beside its point. */
import { scaleLinear } from "d3-scale";
import { type AxisUnit, axisLabel, gridline, namedPeriods, valueAxis, words } from "./axes.ts";
import { AXIS, DARK_BLUE, INK, ORANGE } from "./palette.ts";
import { pointMark } from "./point-mark.ts";
import { type DrawnPoint, describeSeries, drawnPoints, linePath, type SeriesPoint } from "./series.ts";
import { element, picture } from "./svg.ts";
import { textWidth } from "./text-width.ts";

export type ChartOptions = {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly unit: AxisUnit;
  readonly width?: number;
  readonly height?: number;
};

export type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

type Ground = {
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
  readonly frame: Frame;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly unit: AxisUnit;
};

/** More names than this under the axis are more than anybody reads. */
const MOST_NAMES = 8;
const NAME_GAP = 14;

/** Draws a series as a run chart; gaps stay gaps. With no figures at all it says so. */
export function runChart(points: readonly SeriesPoint[], options: ChartOptions): string {
  const { id, title, unit, width = 760, height = 320 } = options;
  const drawn = drawnPoints(points);
  const description = describeSeries(points);
  const { domain, ticks } = valueAxis(
    drawn.map((point) => point.value),
    unit,
  );
  const frame = chartFrame(ticks, { width, height, unit });
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [frame.left + 8, frame.right - 8]);
  const y = scaleLinear(domain, [frame.bottom, frame.top]);

  const path = linePath(points, { x, y });
  return picture(
    { id, width, height },
    { title, description },
    chartGround(points, { ticks, domain, frame, x, y, unit }),
    path === null ? "" : element("path", { d: path, fill: "none", stroke: DARK_BLUE, "stroke-width": 2 }),
    ...drawn.map((point) =>
      pointMark(dot(x(point.index), y(point.value), point === drawn.at(-1)), {
        x: x(point.index),
        y: y(point.value),
        reads: `${point.label}: ${point.shown}.`,
      }),
    ),
    lastFigure(drawn.at(-1), { x, y, frame }),
  );
}

/** Where the lines are drawn: room at the left for the axis's longest number. */
export function chartFrame(
  ticks: readonly number[],
  { width, height, unit }: { readonly width: number; readonly height: number; readonly unit: AxisUnit },
): Frame {
  const widest = Math.max(...ticks.map((tick) => axisLabel(tick, unit).length));
  return { left: 20 + widest * 8, right: width - 12, top: 28, bottom: height - 36 };
}

/** What lies under a chart through time: gridlines, whether the axis is cut, and the names of periods. */
export function chartGround(points: readonly SeriesPoint[], ground: Ground): string {
  const { ticks, domain, frame, x, y, unit } = ground;
  return [
    ...ticks.map((tick) => gridline(tick, { y: y(tick), left: frame.left, right: frame.right, unit })),
    startsAbove(domain[0], frame),
    ...periodNames(points, x, frame),
  ].join("");
}

/** A cut axis makes small movements look large, so the picture itself says that it is cut. */
function startsAbove(start: number, frame: Frame): string {
  return start > 0 ? words("Axis does not start at 0", { x: frame.left, y: 14 }) : "";
}

/** As many names as stand apart, evenly spaced, the last always among them; where there is room for few, the first and the last. */
function periodNames(points: readonly SeriesPoint[], x: (index: number) => number, frame: Frame): readonly string[] {
  if (points.length === 0) return [];
  const even = Array.from({ length: MOST_NAMES - 1 }, (_, fewer) => namedPeriods(points.length, MOST_NAMES - fewer));
  const last = points.length - 1;
  const choices = [...even.filter((places) => places.length > 1), [0, last], [last]];
  const names = choices.map((places) => namesAt(points, places, { x, frame })).find(standApart) ?? [];
  return names.map(
    ({ text, place, anchor }) =>
      element("line", { x1: place, x2: place, y1: frame.bottom, y2: frame.bottom + 6, stroke: AXIS }) +
      words(text, { x: place, y: frame.bottom + 24, anchor }),
  );
}

type PeriodName = {
  readonly text: string;
  readonly place: number;
  readonly anchor: "start" | "middle" | "end";
  readonly left: number;
  readonly right: number;
};

/** The names at both ends are turned inwards so that they are not cut off. */
function namesAt(
  points: readonly SeriesPoint[],
  places: readonly number[],
  { x, frame }: { x: (index: number) => number; readonly frame: Frame },
): readonly PeriodName[] {
  return places.map((index): PeriodName => {
    const { short, label = "" } = points[index] ?? {};
    const text = short ?? label;
    const [place, width] = [x(index), textWidth(text)];
    if (place + width / 2 > frame.right + 8) return { text, place, anchor: "end", left: place - width, right: place };
    if (place - width / 2 < 0 || index === 0)
      return { text, place, anchor: "start", left: place, right: place + width };
    return { text, place, anchor: "middle", left: place - width / 2, right: place + width / 2 };
  });
}

function standApart(names: readonly PeriodName[]): boolean {
  return names.every(({ left }, place) => left >= (names[place - 1]?.right ?? -Infinity) + NAME_GAP);
}

/** Filled circles; the last is larger and orange with a dark rim, so that it stands out in greyscale too. */
function dot(x: number, y: number, isLast: boolean): string {
  return isLast
    ? element("circle", { cx: x, cy: y, r: 6, fill: ORANGE, stroke: INK, "stroke-width": 1.5 })
    : element("circle", { cx: x, cy: y, r: 3.5, fill: DARK_BLUE });
}

/** The last figure written beside its point; a series without figures says so instead. */
export function lastFigure(
  last: DrawnPoint | undefined,
  { x, y, frame }: { x: (index: number) => number; y: (value: number) => number; frame: Frame },
): string {
  if (last === undefined)
    return words("No figures in these periods", {
      x: (frame.left + frame.right) / 2,
      y: (frame.top + frame.bottom) / 2,
      anchor: "middle",
    });
  const anchor = x(last.index) > frame.right - 60 ? "end" : "middle";
  return words(last.shown, {
    x: anchor === "end" ? frame.right : x(last.index),
    y: Math.max(y(last.value) - 12, 14),
    anchor,
    fill: INK,
    bold: true,
    halo: true,
  });
}

/** A series to be drawn: periods in order, each with a figure or a gap. */

import { line } from "d3-shape";
import { tenth } from "./svg.ts";

export type SeriesPoint = {
  /** The period in words: "March 2026". */
  readonly label: string;
  /** A shorter name for under the axis, where the whole would only repeat itself: "March 2026" of "12 months to March 2026". */
  readonly short?: string;
  /** `null` where there is no figure: drawn as a gap, never as nought. */
  readonly value: number | null;
  /** The figure as printed. */
  readonly shown: string;
};

export type DrawnPoint = SeriesPoint & { readonly value: number; readonly index: number };

/** The points that have figures, with their places in the series. */
export function drawnPoints(points: readonly SeriesPoint[]): readonly DrawnPoint[] {
  return points.flatMap((point, index) => (point.value === null ? [] : [{ ...point, value: point.value, index }]));
}

/** The path of a series' line, broken where there is no figure; `null` when there are none at all. */
export function linePath(
  points: readonly SeriesPoint[],
  { x, y }: { x: (index: number) => number; y: (value: number) => number },
): string | null {
  const draw = line<SeriesPoint>(
    (_, index) => tenth(x(index)),
    (point) => tenth(y(point.value ?? 0)),
  );
  return draw.defined((point) => point.value !== null)([...points]);
}

/** The series in a sentence: how it starts, ends, and how far it ranged. */
export function describeSeries(points: readonly SeriesPoint[]): string {
  const drawn = drawnPoints(points);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return "No figures.";
  if (drawn.length === 1) return `One figure: ${last.shown} in ${last.label}.`;

  const lowest = drawn.reduce((low, point) => (point.value < low.value ? point : low));
  const highest = drawn.reduce((high, point) => (point.value > high.value ? point : high));
  const gaps = points.length - drawn.length;
  const missing = gaps === 0 ? "" : ` ${gaps} of ${points.length} periods have no figure.`;
  return (
    `From ${first.shown} in ${first.label} to ${last.shown} in ${last.label}; ` +
    `lowest ${lowest.shown} in ${lowest.label}, highest ${highest.shown} in ${highest.label}.${missing}`
  );
}

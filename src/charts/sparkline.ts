/** A sparkline: the shape of a series in the height of a line of text, its last figure marked. */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { DARK_BLUE, ORANGE } from "./palette.ts";
import { drawnPoints, linePath, type SeriesPoint } from "./series.ts";
import { element, picture } from "./svg.ts";

const WIDTH = 104;
const HEIGHT = 28;
/** Room for the last point's dot. */
const EDGE = 4;

/**
 * Draws a series as a sparkline. Its scale is its own: compare shapes, not heights.
 *
 * @param id unique in the page
 */
export function sparkline(points: readonly SeriesPoint[], { id, title }: { id: string; title: string }): string {
  const drawn = drawnPoints(points);
  const [low = 0, high = 0] = extent(drawn, (point) => point.value);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [EDGE, WIDTH - EDGE]);
  // A flat series lies in the middle, not on the floor: it is not a lowest value.
  const y = low === high ? () => HEIGHT / 2 : scaleLinear([low, high], [HEIGHT - EDGE, EDGE]);

  const path = linePath(points, { x, y });
  const last = drawn.at(-1);
  return picture(
    { id, width: WIDTH, height: HEIGHT },
    { title },
    path === null ? "" : element("path", { d: path, fill: "none", stroke: DARK_BLUE, "stroke-width": 2 }),
    ...drawn
      .filter(({ index }) => standsAlone(points, index))
      .map((point) => dot(x(point.index), y(point.value), DARK_BLUE)),
    last === undefined ? "" : dot(x(last.index), y(last.value), ORANGE),
  );
}

/** A figure between two gaps has no line to be seen by, so it is drawn as a point. */
function standsAlone(points: readonly SeriesPoint[], index: number): boolean {
  return (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
}

function dot(x: number, y: number, fill: string): string {
  return element("circle", { cx: x, cy: y, r: 3, fill });
}

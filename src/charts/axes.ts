/** Scales and axes shared by the larger charts: where the axis starts, how its values are written, and which periods are named. */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { withThousands } from "../domain/rounding.ts";
import { AXIS, GRID } from "./palette.ts";
import { element, escapeSvg, FONT } from "./svg.ts";

export const FONT_SIZE = 14;

/** How the numbers on an axis are written. */
export type AxisUnit = "percentage" | "number";

/**
 * The span of a value axis. It starts at nought unless that would flatten the series, which the chart must then say.
 *
 * @returns the ends of the axis and its five or so ticks
 */
export function valueAxis(
  values: readonly number[],
  unit: AxisUnit,
): { readonly domain: readonly [number, number]; readonly ticks: readonly number[] } {
  const [low = 0, high = 0] = extent(values);
  const cut = low === high ? 0 : low - (high - low) * 0.2;
  const floor = low < 0 ? low : low < high * 0.5 ? 0 : Math.max(0, cut);
  const [from = 0, to = 1] = scaleLinear()
    .domain([floor, high === floor ? floor + 1 : high])
    .nice(5)
    .domain();
  const domain = [from, unit === "percentage" && high <= 100 ? Math.min(100, to) : to] as const;
  if (values.length === 0) return { domain, ticks: [0] };
  const ticks = scaleLinear(domain, [0, 1]).ticks(5);
  return { domain, ticks };
}

/** "1,200" or "45%". */
export function axisLabel(value: number, unit: AxisUnit): string {
  const number = withThousands(String(Number(value.toPrecision(12))));
  return unit === "percentage" ? `${number}%` : number;
}

/** The places of the periods that are named under the axis: evenly spaced, the last always among them. */
export function namedPeriods(count: number, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % step === 0);
}

/** A light horizontal gridline with its value at the left. */
export function gridline(
  value: number,
  { y, left, right, unit }: { y: number; left: number; right: number; unit: AxisUnit },
): string {
  return (
    element("line", { x1: left, x2: right, y1: y, y2: y, stroke: value === 0 ? AXIS : GRID }) +
    words(axisLabel(value, unit), { x: left - 8, y: y + 5, anchor: "end", fill: AXIS })
  );
}

/** A line of text; `y` is its baseline. */
export function words(
  text: string,
  place: { x: number; y: number; anchor?: "start" | "middle" | "end"; fill?: string; bold?: boolean; halo?: boolean },
): string {
  return element(
    "text",
    {
      x: place.x,
      y: place.y,
      "text-anchor": place.anchor === "start" ? undefined : place.anchor,
      fill: place.fill ?? AXIS,
      "font-family": FONT,
      "font-size": FONT_SIZE,
      "font-weight": place.bold ? "bold" : undefined,
      // Lines behind the words are kept off them.
      ...(place.halo ? { stroke: "#ffffff", "stroke-width": 4, "paint-order": "stroke" } : {}),
    },
    escapeSvg(text),
  );
}

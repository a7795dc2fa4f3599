/** Level lines of a chart: targets and comparators at one height, and means and limits that may step. */
import { words } from "./axes.ts";
import { AXIS, INK } from "./palette.ts";
import { element, tenth } from "./svg.ts";

/** A line at one height with its name written on it: "Target 85%". */
export type Level = { readonly name: string; readonly value: number; readonly kind: "target" | "comparator" };

/** Room a letter of a name needs. */
const LETTER = 7.5;

/** Level lines with names one beside the other, so that lines close together do not write over each other; a name without room is left out. */
export function levelLines(
  levels: readonly Level[],
  {
    y,
    frame,
  }: { readonly y: (value: number) => number; readonly frame: { readonly left: number; readonly right: number } },
): string {
  let start = frame.left + 12;
  return levels
    .map((level) => {
      const end = start + level.name.length * LETTER;
      const at = end <= frame.right ? start : null;
      if (at !== null) start = end + 8;
      return levelLine(level, { y: y(level.value), frame, at });
    })
    .join("");
}

/** A horizontal line; a target is solid and dark, a comparator dotted. */
function levelLine(
  { name, kind }: Level,
  {
    y,
    frame,
    at,
  }: {
    readonly y: number;
    readonly frame: { readonly left: number; readonly right: number };
    readonly at: number | null;
  },
): string {
  const stroke = kind === "target" ? INK : AXIS;
  const dashes = kind === "target" ? undefined : "2 4";
  return (
    element("line", {
      x1: frame.left,
      x2: frame.right,
      y1: y,
      y2: y,
      stroke,
      "stroke-width": 2,
      "stroke-dasharray": dashes,
    }) + (at === null ? "" : words(name, { x: at, y: Math.max(y - 5, 14), fill: stroke }))
  );
}

/** A line through heights that stay level for a stretch; it breaks where the height changes or there is none. */
export function stepLine(
  heights: readonly (number | null)[],
  {
    x,
    y,
    dashes,
  }: { x: (index: number) => number; y: (value: number) => number; readonly dashes?: string | undefined },
): string {
  const path = heights
    .map((value, index) => {
      if (value === null) return "";
      const verb = index > 0 && heights[index - 1] === value ? "L" : "M";
      return `${verb}${tenth(x(index))},${tenth(y(value))}`;
    })
    .join("");
  return path === ""
    ? ""
    : element("path", { d: path, fill: "none", stroke: AXIS, "stroke-width": 1.5, "stroke-dasharray": dashes });
}

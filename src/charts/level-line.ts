/** Level lines of a chart: targets and comparators at one height, and means and limits that may step; each named where it ends. */
import { FONT_SIZE, words } from "./axes.ts";
import { AXIS, INK } from "./palette.ts";
import { placeLabels } from "./place-labels.ts";
import { element, tenth } from "./svg.ts";
import { inTwoLines, textWidth } from "./text-width.ts";

export const LEVEL_KINDS = ["target", "neighbours", "region", "england"] as const;

/** A line at one height with its name: "Target 85%". Kinds are told apart by their dashes, so that they print. */
export type Level = { readonly name: string; readonly value: number; readonly kind: (typeof LEVEL_KINDS)[number] };

/** Words at the right of a chart that name what ends there. */
export type EndLabel = { readonly text: string; readonly y: number; readonly isBold?: boolean | undefined };

type Sides = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const DASHES: Readonly<Record<Level["kind"], string | undefined>> = {
  target: undefined,
  neighbours: "2 4",
  region: "8 3 2 3",
  england: "12 4",
};
/** From the end of the lines to the words, for a line that leads from one to the other. */
const LEADER = 14;
const LINE_HEIGHT = FONT_SIZE + 2;

/** A horizontal line in the dashes of its kind, a target darker than the rest. */
export function levelLine(
  { kind, value }: Level,
  { left, right }: Pick<Sides, "left" | "right">,
  y: (value: number) => number,
): string {
  return levelStroke(kind, { x1: left, x2: right, y: y(value) });
}

/** The same line without a chart: for a key. */
export function levelStroke(kind: Level["kind"], { x1, x2, y }: { x1: number; x2: number; y: number }): string {
  const stroke = kind === "target" ? INK : AXIS;
  return element("line", { x1, x2, y1: y, y2: y, stroke, "stroke-width": 2, "stroke-dasharray": DASHES[kind] });
}

/** Room the widest of some labels needs at the right of a chart, in two lines where one would be too wide. */
export function labelRoom(texts: readonly string[], widest: number): number {
  const widths = texts.flatMap((text) => inTwoLines(text, widest).map((line) => textWidth(line, true)));
  return widths.length === 0 ? 0 : LEADER + Math.max(...widths) + 4;
}

/** The dashes of a kind of line, the same in every chart. */
export function levelDashes(kind: Level["kind"]): string | undefined {
  return DASHES[kind];
}

/** Names beside the ends of their lines, moved apart where lines lie close; the last given go first when there is no room. */
export function endLabels(
  labels: readonly EndLabel[],
  { sides, widest }: { readonly sides: Sides; readonly widest: number },
): string {
  const written = labels.map((label) => ({ ...label, lines: inTwoLines(label.text, widest) }));
  const places = placeLabels(
    written.map(({ y, lines }) => ({ at: y, size: lines.length * LINE_HEIGHT })),
    { from: sides.top - 10, to: sides.bottom + 10, gap: 2 },
  );
  return written
    .map(({ y, lines, isBold }, index) => {
      const middle = places[index] ?? null;
      if (middle === null) return "";
      const first = middle - (lines.length * LINE_HEIGHT) / 2 + FONT_SIZE - 2;
      const leader = element("path", {
        d: `M${tenth(sides.right + 2)},${tenth(y)}L${tenth(sides.right + LEADER - 3)},${tenth(middle)}`,
        fill: "none",
        stroke: AXIS,
      });
      const text = lines.map((line, place) =>
        words(line, { x: sides.right + LEADER, y: first + place * LINE_HEIGHT, fill: INK, bold: isBold === true }),
      );
      return leader + text.join("");
    })
    .join("");
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

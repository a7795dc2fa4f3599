/** What people noted about a series, drawn where it begins: a break, a step or an event, numbered for the key beside the chart. */
import { FONT_SIZE } from "./axes.ts";
import { AXIS, INK } from "./palette.ts";
import { placeLabels } from "./place-labels.ts";
import { element, escapeSvg, FONT } from "./svg.ts";

export type ChartNote = {
  /** The place in the series of the first period of the new state. */
  readonly index: number;
  readonly kind: "series-break" | "step-change" | "annotation";
  /** The key's sentence: "Series break: recorded in the new system from here." */
  readonly sentence: string;
};

const RADIUS = 10;
const DASHES = { "series-break": undefined, "step-change": "6 3", annotation: "1 3" } as const;

/** Vertical lines with numbered discs above them; a break is a double line, a step dashed, an event dotted. */
export function noteMarks(
  notes: readonly ChartNote[],
  {
    x,
    left,
    right,
    top,
    bottom,
  }: { x: (index: number) => number; left: number; right: number; top: number; bottom: number },
): string {
  // What changes the series begins between two points; an event stands at its point.
  const places = notes.map(({ index, kind }) =>
    kind === "annotation" || index === 0 ? x(index) : (x(index) + x(index - 1)) / 2,
  );
  const discs = placeLabels(
    places.map((at) => ({ at, size: RADIUS * 2 })),
    { from: left, to: right, gap: 2 },
  );
  return notes
    .map(({ kind }, place) => {
      const at = places[place] ?? 0;
      const disc = discs[place] ?? null;
      const lines = (kind === "series-break" ? [-2, 2] : [0]).map((off) =>
        element("line", {
          x1: at + off,
          x2: at + off,
          y1: top,
          y2: bottom,
          stroke: AXIS,
          "stroke-dasharray": DASHES[kind],
        }),
      );
      return lines.join("") + (disc === null ? "" : numberedDisc(place + 1, { x: disc, y: top - RADIUS - 2 }));
    })
    .join("");
}

function numberedDisc(number: number, { x, y }: { readonly x: number; readonly y: number }): string {
  return (
    element("circle", { cx: x, cy: y, r: RADIUS, fill: "#ffffff", stroke: INK }) +
    element(
      "text",
      { x, y: y + 4, "text-anchor": "middle", fill: INK, "font-family": FONT, "font-size": FONT_SIZE - 2 },
      escapeSvg(String(number)),
    )
  );
}

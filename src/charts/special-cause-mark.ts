/** The mark of a control chart's point: told apart by shape and letter first, by colour last (rules 1 and 2). */
import type { ProcessPoint } from "../domain/judgement/signal.ts";
import { FONT_SIZE } from "./axes.ts";
import { DARK_BLUE, INK } from "./palette.ts";
import { element, FONT, tenth } from "./svg.ts";

type Meaning = ProcessPoint["meaning"];
type Place = { readonly x: number; readonly y: number };

/** Darker than the colours the health service's own tools use, which are below 3:1 on white. */
const MARKS: Readonly<Record<Exclude<Meaning, "common-cause">, { letter: string; fill: string; shape: string }>> = {
  improvement: { letter: "I", fill: "#1d70b8", shape: "-9,8 9,8 0,-10" },
  concern: { letter: "C", fill: "#b04a12", shape: "-8,-8 8,-8 8,8 -8,8" },
  "neutral-high": { letter: "H", fill: "#490092", shape: "0,-11 11,0 0,11 -11,0" },
  "neutral-low": { letter: "L", fill: "#490092", shape: "0,-11 11,0 0,11 -11,0" },
};

/** A small circle for common cause; otherwise a triangle, square or diamond that bears its letter. */
export function meaningMark(meaning: Meaning, { x, y }: Place): string {
  if (meaning === "common-cause") return element("circle", { cx: x, cy: y, r: 3.5, fill: DARK_BLUE });
  const { letter, fill, shape } = MARKS[meaning];
  const points = shape
    .split(" ")
    .map((pair) => {
      const [dx = 0, dy = 0] = pair.split(",").map(Number);
      return `${tenth(x + dx)},${tenth(y + dy)}`;
    })
    .join(" ");
  return (
    element("polygon", { points, fill, stroke: INK }) +
    element(
      "text",
      {
        x,
        y: y + 5,
        "text-anchor": "middle",
        fill: "#ffffff",
        "font-family": FONT,
        "font-size": FONT_SIZE - 3,
        "font-weight": "bold",
      },
      letter,
    )
  );
}

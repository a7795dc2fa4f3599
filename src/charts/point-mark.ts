/** A point of a chart with the sentence that reads it: for the script that lets a keyboard go from point to point. */
import { element, tenth } from "./svg.ts";

/** Wraps what is drawn of one point (nothing, for a gap) with where it is and how it is read aloud. */
export function pointMark(
  drawn: string,
  { x, y, reads }: { readonly x: number; readonly y: number; readonly reads: string },
): string {
  return element("g", { "data-at": `${tenth(x)} ${tenth(y)}`, "data-reads": reads }, drawn);
}

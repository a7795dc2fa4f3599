/** Bands as stretches of whole steps of their rounding, which makes "75-84" and "85-93" meet; and how a stretch is written back. */
import { roundedDecimal } from "../rounding.ts";
import type { LevelCell } from "./band-cell.ts";
import type { Bands } from "./bands.ts";

/** Half-open, in steps: at 0 places 75-84 is from 75 to 85, at 1 place from 750 to 841. `null` is the end of the scale. */
export type Stretch = { readonly lower: number | null; readonly upper: number | null };

/** A number in steps of the rounding, half up as values are rounded. */
export const inSteps = (value: number, places: number): number =>
  Math.round(Number(roundedDecimal(value, places)) * 10 ** places);

/** A number of steps as the number it stands for, free of binary dust. */
export const fromSteps = (steps: number, places: number): number => Number((steps / 10 ** places).toFixed(places));

/** A cell's stretch. A number alone is a threshold: that good or better. */
export function stretchOf(cell: LevelCell["cell"], polarity: Bands["polarity"], places: number): Stretch {
  if (cell.kind === "range") return { lower: inSteps(cell.low, places), upper: inSteps(cell.high, places) + 1 };
  const at = inSteps(cell.value, places);
  const side = cell.side === "by-polarity" ? (polarity === "high-is-good" ? "at-least" : "at-most") : cell.side;
  if (side === "at-least") return { lower: at, upper: null };
  if (side === "above") return { lower: at + 1, upper: null };
  return { lower: null, upper: side === "below" ? at : at + 1 };
}

/** "75-84", "85+", "below 15": as a cell is written. */
export function writtenStretch({ lower, upper }: Stretch, places: number): string {
  const write = (steps: number) => fromSteps(steps, places).toFixed(places);
  if (lower === null) return upper === null ? "" : `below ${write(upper)}`;
  if (upper === null) return `${write(lower)}+`;
  return upper - 1 === lower ? `${write(lower)}-${write(lower)}` : `${write(lower)}-${write(upper - 1)}`;
}

/** Turns a stretch round, so that better is always higher: values from 5 to 9 become -9 to -5. Twice is as before. */
export function turned({ lower, upper }: Stretch): Stretch {
  return { lower: upper === null ? null : 1 - upper, upper: lower === null ? null : 1 - lower };
}

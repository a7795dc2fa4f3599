/** One published figure of one area, with what its symbol means. */
import type { ValueState } from "../value-state.ts";
import type { Covered } from "./indicator.ts";

export const AREA_LEVELS = ["authority", "region", "england"] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export type Observation = {
  readonly level: AreaLevel;
  /** Three-digit code of an authority, else the area's name. */
  readonly area: string;
  readonly areaName: string;
  readonly region: string | null;
  readonly covered: Covered;
  /** Digits as printed, without thousands separators; `null` when a symbol stands in their place. */
  readonly digits: string | null;
  readonly state: ValueState;
  readonly publication: string;
  readonly edition: string;
  readonly publishedOn: string | null;
};

/** Symbols of official statistics, and what each says of the value. */
const STATES: Readonly<Record<string, ValueState>> = {
  c: "suppressed",
  s: "suppressed",
  z: "no-cohort",
  ".": "no-cohort",
};

/** Symbols that say the value rounds to nought without being nought: as printed, it is nought. */
const ROUNDS_TO_NOUGHT: ReadonlySet<string> = new Set(["low", "k", "~"]);

/** Reads a printed cell: its digits, or the state its symbol says. "-" is missing or suppressed and says no more. */
export function readPrinted(printed: string): Pick<Observation, "digits" | "state"> {
  const cell = printed.trim().replaceAll(",", "").replace(/%$/, "");
  if (/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(cell)) return { digits: cell, state: "value" };
  if (ROUNDS_TO_NOUGHT.has(cell.toLowerCase())) return { digits: "0", state: "value" };
  return { digits: null, state: STATES[cell.toLowerCase()] ?? "not-available" };
}

/** Folds an area's name so that "London (Outer)" is "Outer London" and "and The" is "and the". */
export function foldArea(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .sort()
    .join(" ");
}

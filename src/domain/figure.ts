/** A figure: one measure's exact result for one authority, window, period and group, with how it is shown. */

import type { FigureStatus, Measure, Unit } from "./measure.ts";
import type { WindowId } from "./period.ts";
import { roundedDecimal, roundedQuotient, withThousands } from "./rounding.ts";
import { STATE_FACTS, type ValueQuality } from "./value-state.ts";

export type Figure = {
  readonly authority: string;
  readonly measure: string;
  readonly window: WindowId;
  readonly period: string;
  /** What it is broken down by, and the group of that breakdown; both `null` for the whole authority. */
  readonly by: string | null;
  readonly breakdown: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Exact as far as a double holds it; in the measure's unit (71.428… for a percentage). */
  readonly value: number | null;
  /** As printed: "71.4%", "1,036", "[z]". */
  readonly shown: string;
  readonly status: FigureStatus;
  /** What else is to be said of the value; absent for a plain one. */
  readonly qualities?: readonly ValueQuality[];
  readonly note?: string;
};

/** What stands in place of a value (rules 4: shorthand in square brackets). */
export const SHORTHAND: Readonly<Record<Exclude<FigureStatus, "value">, string>> = {
  suppressed: STATE_FACTS.suppressed.shorthand,
  "no-cohort": STATE_FACTS["no-cohort"].shorthand,
  "not-meaningful": STATE_FACTS["not-meaningful"].shorthand,
  "not-run": STATE_FACTS["not-run"].shorthand,
  "not-yet-collected": STATE_FACTS["not-yet-collected"].shorthand,
  "not-available": STATE_FACTS["not-available"].shorthand,
  new: STATE_FACTS.new.shorthand,
  "not-released": STATE_FACTS["not-released"].shorthand,
  "no-comparator": STATE_FACTS["no-comparator"].shorthand,
};

/** How many times the quotient is multiplied to be in the unit. */
export function multiplierOf(unit: Unit): number {
  if (unit === "percentage") return 100;
  if (unit === "rate-per-10000") return 10_000;
  return unit === "rate-per-100000" ? 100_000 : 1;
}

/** Numbers of a figure before it is placed: the value is numerator × multiplier ÷ denominator where it is a quotient. */
export type FigureNumbers = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly status: FigureStatus;
  readonly text?: string;
};

/** A quotient as numbers; no denominator is "no cohort". */
export function quotient(numerator: number, denominator: number, unit: Unit): FigureNumbers {
  if (denominator === 0) return { numerator, denominator, value: null, status: "no-cohort" };
  return { numerator, denominator, value: (numerator * multiplierOf(unit)) / denominator, status: "value" };
}

/** Writes a figure as printed, rounded half up on exact decimals. */
export function shownFigure(
  numbers: FigureNumbers,
  { unit, decimals }: Pick<Measure, "unit" | "decimals">,
  isQuotient: boolean,
): string {
  if (numbers.status !== "value") return SHORTHAND[numbers.status];
  if (numbers.text !== undefined) return numbers.text;
  const { numerator, denominator, value } = numbers;
  if (value === null) return SHORTHAND["not-available"];
  const isWhole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  const rounded =
    isQuotient && isWhole && numerator !== null && denominator !== null
      ? roundedQuotient(numerator, denominator, { multiplier: multiplierOf(unit), decimals })
      : roundedDecimal(value, decimals);
  return `${withThousands(rounded ?? "")}${unit === "percentage" ? "%" : ""}`;
}

/** A published indicator: what others publish under which names, in which unit, and what stretch of time each published figure is of. */
import { type IsoDate, isoDate, monthOf } from "../dates.ts";
import type { Unit } from "../measure.ts";
import { monthLabel, type WindowId, yearPair } from "../period.ts";

/** What a published figure is of; a year is April to March unless it says otherwise. */
export const COVERS = [
  "year",
  "31-march",
  "calendar-year",
  "academic-year",
  "year-to-september",
  "30-september",
  "december-to-february",
] as const;
export type Covers = (typeof COVERS)[number];

/** One place an indicator is published in. Names are of all editions, as editions name the same thing differently. */
export type PublishedSource = {
  /** As loaded: "Explore Education Statistics". */
  readonly publication: string;
  readonly columns: readonly string[];
  /** Filters of the row, by column; values fold case. */
  readonly where: Readonly<Record<string, string>>;
  /** Where only counts are published: the sum of these over that, in the indicator's unit. */
  readonly quotient?: { readonly sum: readonly string[]; readonly over: readonly string[] };
};

export type PublishedIndicator = {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** Decimal places of a figure worked out from counts. */
  readonly decimals: number;
  readonly covers: Covers;
  /** The publication's own name and who publishes it. */
  readonly publication: string;
  readonly publisher: string;
  /** Levels of place whose published figure is not of the same kind, and why. */
  readonly except: Readonly<Partial<Record<"authority" | "region" | "england", string>>>;
  /** First is believed when editions are equally new. */
  readonly sources: readonly PublishedSource[];
};

/** The stretch of time a published figure is of: its last day, and its own words ("2024-25", "31 March 2025"). */
export type Covered = { readonly end: IsoDate; readonly label: string };

/** Reads a period as published (2025, 202425, 2024/25); `null` when it is no year. */
export function coveredBy(covers: Covers, printed: string): Covered | null {
  const digits = printed.replace(/\D/g, "");
  if (digits.length !== 4 && digits.length !== 6) return null;
  const year = Number(digits.slice(0, 4)) + (digits.length === 6 ? 1 : 0);
  switch (covers) {
    case "year":
      return { end: isoDate(year, 3, 31), label: yearPair(year - 1) };
    case "31-march":
      return { end: isoDate(year, 3, 31), label: `31 March ${year}` };
    case "calendar-year":
      return { end: isoDate(year, 12, 31), label: String(year) };
    case "academic-year":
      return { end: isoDate(year, 8, 31), label: `academic year ${yearPair(year - 1)}` };
    case "year-to-september":
      return { end: isoDate(year, 9, 30), label: `year to 30 September ${year}` };
    case "30-september":
      return { end: isoDate(year, 9, 30), label: `30 September ${year}` };
    case "december-to-february": {
      const { end } = monthOf(isoDate(year, 2, 1));
      return { end, label: `December ${year - 1} to ${monthLabel(end)}` };
    }
  }
}

const IS_A_DAY: readonly Covers[] = ["31-march", "30-september"];

/** Windows that are as long as what is published. */
const SAME_LENGTH: Readonly<Record<Covers, readonly WindowId[]>> = {
  year: ["financial-year", "rolling-12-months"],
  "31-march": [],
  "calendar-year": ["calendar-year", "rolling-12-months"],
  "academic-year": ["academic-year"],
  "year-to-september": ["rolling-12-months"],
  "30-september": [],
  "december-to-february": ["rolling-3-months"],
};

/** Whether a figure of a window is of a stretch as long as what is published; a figure read on a day is as long as any. */
export function isSameStretch(covers: Covers, window: WindowId, isSnapshot: boolean): boolean {
  return isSnapshot || SAME_LENGTH[covers].includes(window);
}

const SPANS: Partial<Readonly<Record<WindowId, string>>> = {
  "in-month": "one month",
  quarter: "a quarter",
  "year-to-date": "part of a year",
  "rolling-3-months": "three months",
  "rolling-12-months": "twelve months",
  "financial-year": "a financial year",
  "academic-year": "an academic year",
  "calendar-year": "a calendar year",
  term: "a term",
  fortnight: "a fortnight",
};

/**
 * Says what a published figure is of, and that ours is of another stretch where it is: one published figure often stands beside
 * figures of several windows (requirements 148).
 */
export function timeBasisNote(covers: Covers, { label }: Covered, window: WindowId, isSnapshot: boolean): string {
  if (IS_A_DAY.includes(covers)) return `Published as at ${label}.`;
  const published = `Published for ${label}${covers === "year" ? " (year)" : ""}.`;
  if (isSameStretch(covers, window, isSnapshot)) return published;
  return `${published} The figure beside it is of ${SPANS[window] ?? window}.`;
}

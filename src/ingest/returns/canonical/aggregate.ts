/** Readings of typed-in figures: periods to days, values that may be words, and the states a figure can be in instead of a value. */
import { parsePeriodSpan } from "../../../domain/period.ts";
import { readNumber } from "../../mapping/read-number.ts";
import type { Reader, Reading } from "../../mapping/reading.ts";

/** Spellings of the states a figure may be in when it is not a plain one. */
export const AGGREGATE_STATES: Readonly<Record<string, string>> = {
  not_yet_collected: "not_yet_collected",
  "not collected yet": "not_yet_collected",
  not_reported: "not_reported",
  "not available": "not_reported",
  "n/a": "not_reported",
  not_applicable: "not_applicable",
  incomplete: "incomplete",
  unreliable: "unreliable",
  estimated: "estimated",
  provisional: "provisional",
  revised: "revised",
  series_break: "series_break",
  suppressed: "suppressed",
  not_available: "not_available",
  no_cohort: "no_cohort",
  not_meaningful: "not_meaningful",
  not_run: "not_run",
  new: "new",
  not_released: "not_released",
  no_comparator: "no_comparator",
};

/** A value that is words is no fault: the words are kept as the figure's text or state. */
export function readAggregateValue(text: string): Reading {
  const reading = readNumber(text);
  return reading.value === null ? { value: null } : reading;
}

/** The first (or last) day of a period as a person writes it: 2025-06, 2025-26-Q1, 2025-26, 2025. */
export function readPeriodDay(end: "start" | "end"): Reader {
  return (text) => {
    try {
      return { value: parsePeriodSpan(text, "in-month")[end] };
    } catch {
      return { value: null, issue: "PERIOD_UNREADABLE", valueClass: "not a period" };
    }
  };
}

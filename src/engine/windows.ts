/** How reporting periods lie on the index of months or fortnights that scans count by. */

import { daysBetween, type IsoDate } from "../domain/dates.ts";
import type { ReportingPeriod, WindowId } from "../domain/period.ts";
import type { Grain, Span } from "./scan-sql.ts";

/** Every window but the fortnight is made of whole months. */
export function grainOf(window: WindowId): Grain {
  return window === "fortnight" ? "fortnight" : "month";
}

/** The index of the month (year × 12 + month − 1) or fortnight (from 1 January 2018) a day is in. */
export function indexOf(grain: Grain, day: IsoDate): number {
  if (grain === "month") return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(daysBetween("2018-01-01", day) / 14);
}

/** First and last index of a period. */
export function spanOf(period: ReportingPeriod): Span {
  const grain = grainOf(period.window);
  return { grain, from: indexOf(grain, period.start), to: indexOf(grain, period.end) };
}

/** The span that holds every period given; all must be of one grain. */
export function spanOfAll(grain: Grain, periods: readonly ReportingPeriod[]): Span {
  const spans = periods.map(spanOf);
  return { grain, from: Math.min(...spans.map((span) => span.from)), to: Math.max(...spans.map((span) => span.to)) };
}

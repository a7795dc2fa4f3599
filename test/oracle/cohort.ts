/** Which rows belong to a cohort in a period, and the day each is read at. */
import { addDays, addMonths, type IsoDate, monthOf } from "../../src/domain/dates.ts";
import type { Cohort } from "../../src/domain/measure.ts";
import type { ReportingPeriod } from "../../src/domain/period.ts";
import { isMet, type Place } from "./expression.ts";
import { type Row, textOf, type World } from "./world.ts";

/** A cohort's row: `on` is the day it is read at (its own date in a flow, the last day otherwise). */
export type Member = { readonly row: Row; readonly on: IsoDate; readonly place: Place };

/** The cohort's rows in a period, in the order of the table. */
export function membersOf(cohort: Cohort, world: World, period: ReportingPeriod): readonly Member[] {
  const { start, end } = lagged(period, cohort.lag);
  const members: Member[] = [];
  for (const row of world.rows(cohort.table)) {
    const on = dayIn(cohort, row, start, end);
    if (on === null) continue;
    const asAt = cohort.timing.kind === "flow" ? null : end;
    const place: Place = { world, cohort: row, related: null, asAt };
    if (isMet(cohort.where, place)) members.push({ row, on, place });
  }
  return members;
}

/** The day a row is read at when its dates put it in the period, else `null`. */
function dayIn({ timing }: Cohort, row: Row, start: IsoDate, end: IsoDate): IsoDate | null {
  if (timing.kind === "snapshot") {
    const from = textOf(row, timing.start);
    const to = textOf(row, timing.end);
    return from !== null && from <= end && (to === null || to > end) ? end : null;
  }
  const date = textOf(row, timing.date);
  if (date === null || date > end) return null;
  if (timing.kind === "flow") return date >= start ? date : null;
  const before = timing.days === undefined ? addMonths(end, -(timing.months ?? 0)) : addDays(end, -timing.days);
  return date > before ? end : null;
}

/** The months a number of months before the period; a measure in arrears has no meaning in fortnights. */
function lagged({ start, end }: ReportingPeriod, lag: number): { readonly start: IsoDate; readonly end: IsoDate } {
  if (lag === 0) return { start, end };
  return { start: addMonths(start, -lag), end: monthOf(addMonths(monthOf(end).start, -lag)).end };
}

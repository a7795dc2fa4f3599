/** One indicator's series and what surrounds it: what rating, direction of travel and signals are all made from. */
import type { ComparatorValue } from "../comparator.ts";
import { addDays } from "../dates.ts";
import type { Figure } from "../figure.ts";
import type { Measure } from "../measure.ts";
import { parsePeriod, parsePeriodSpan, periodContaining, type ReportingPeriod, type WindowId } from "../period.ts";
import type { Bands } from "./bands.ts";
import type { SeriesNote } from "./series-note.ts";
import type { TargetInForce } from "./target.ts";

export type SeriesContext = {
  readonly measure: Pick<Measure, "id" | "unit" | "decimals" | "polarity" | "change">;
  readonly window: WindowId;
  /** What the scorecard's columns are: figures of shorter or overlapping windows stand only at the ends of those. */
  readonly every?: WindowId;
  /** Figures of that window, oldest first, up to the period judged. */
  readonly history: readonly Figure[];
  /** The figure judged; `null` where the window has no period that ends with the card's. */
  readonly current: Figure | null;
  readonly target: TargetInForce;
  readonly bands: Bands | null;
  readonly comparators: readonly ComparatorValue[];
  readonly baseline: number | null;
  readonly notes: readonly SeriesNote[];
};

/** The days and name of the period a figure is of. */
export function periodOf({ period, window }: Pick<Figure, "period" | "window">): ReportingPeriod {
  return parsePeriod(period, window);
}

/** Counts of a year to date only grow, and begin anew each April: their ups and downs say nothing. */
export function isRunningTotal({ window, measure }: Pick<SeriesContext, "window" | "measure">): boolean {
  return window === "year-to-date" && (measure.unit === "count" || measure.unit === "sum");
}

/** The period of the same window that a scorecard with such columns shows before this one. */
export function periodBefore({ window, start, end }: ReportingPeriod, every: WindowId = window): ReportingPeriod {
  const overlaps = window === "year-to-date" || window.startsWith("rolling");
  const lastDay = addDays(overlaps ? `${end.slice(0, 7)}-01` : start, -1);
  const lastOfColumn = every === window ? lastDay : addDays(periodContaining(every, end).start, -1);
  return periodContaining(window, lastOfColumn < lastDay ? lastOfColumn : lastDay);
}

/** Whether a figure's period is the next one shown after another's: two months with a month between them are not neighbours. */
export function follows(later: Figure, earlier: Figure, every?: WindowId): boolean {
  return periodBefore(periodOf(later), every).id === earlier.period;
}

/** Figures at which something recorded begins, with the reason: the first whose period has not ended before it. */
export function startsOf(
  kind: SeriesNote["kind"],
  { history, notes, measure, window }: Pick<SeriesContext, "history" | "notes" | "measure" | "window">,
): readonly { readonly from: string; readonly reason: string }[] {
  const noted = notes.filter(
    (note) => note.kind === kind && note.measure === measure.id && (note.window === null || note.window === window),
  );
  return noted.flatMap(({ fromPeriod, reason }) => {
    const { start } = parsePeriodSpan(fromPeriod, window);
    const first = history.find((figure) => periodOf(figure).end >= start);
    return first === undefined ? [] : [{ from: first.period, reason }];
  });
}

/** Periods the series was counted anew from: noted by a person, or said of the figure itself. */
export function breaksOf(
  context: Pick<SeriesContext, "history" | "notes" | "measure" | "window">,
): ReadonlySet<string> {
  const said = context.history.filter(({ qualities }) => qualities?.includes("series-break"));
  return new Set([...said.map(({ period }) => period), ...startsOf("series-break", context).map(({ from }) => from)]);
}

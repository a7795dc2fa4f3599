/** Which earlier value the latest is compared with, chosen apart from the rule; or why there is none (requirements 139, 140). */
import { addDays, addMonths } from "../dates.ts";
import type { Figure } from "../figure.ts";
import { periodContaining, type ReportingPeriod, type WindowId } from "../period.ts";
import { STATE_FACTS } from "../value-state.ts";
import type { ComparisonBasis } from "./direction.ts";
import { exactValue, type Fraction, fractionOf } from "./fraction.ts";
import { periodWords } from "./period-words.ts";
import { breaksOf, isRunningTotal, periodBefore, periodOf, type SeriesContext } from "./series-context.ts";

export type ComparedFigure = {
  readonly kind: "compared";
  readonly value: Fraction;
  /** Period id, or "baseline". */
  readonly with: string;
  /** "January 2025", "quarter 2 of 2015-16", "the baseline". */
  readonly since: string;
  /** Periods between that have no figure, in words. */
  readonly without: readonly string[];
};
export type NothingToCompare = { readonly kind: "blocked"; readonly blockedBy: string; readonly words: string };

type Context = Pick<SeriesContext, "every" | "history" | "notes" | "measure" | "window" | "current" | "baseline">;

/** The value a comparison is with. A period without a figure is stepped over and named; what is hidden or redefined blocks. */
export function comparedFigure(context: Context, basis: ComparisonBasis): ComparedFigure | NothingToCompare {
  const { current, measure } = context;
  if (current === null) return blocked("no-value", "there is no figure for this period");
  if (basis === "baseline") return theBaseline(context);
  const isWholeYear = current.period.endsWith("-03");
  if (isRunningTotal(context) && (basis === "previous-period" || (basis === "year-end" && !isWholeYear)))
    return blocked(
      "running-total",
      "a count of the year to date only grows; compare it with the same period last year",
    );
  const wanted = wantedPeriod(periodOf(current), basis, context.every);
  const earlier = context.history.filter(
    (figure) => periodOf(figure).end <= wanted.end && figure.period !== current.period,
  );
  const found =
    basis === "previous-period"
      ? earlier.findLast((figure) => !isGap(figure))
      : earlier.findLast(({ period }) => period === wanted.id);
  if (found === undefined || isGap(found))
    return blocked("no-earlier-value", `there is no figure for ${nameOf(wanted, basis)}`);
  if (found.status !== "value" || found.value === null) return unusable(found);
  const broken = brokenBetween(found, current, context);
  if (broken !== null) return blocked("series-break", `the measure was counted in another way before ${broken}`);
  return {
    kind: "compared",
    value: exactValue(found.value, found, measure.unit),
    with: found.period,
    since: periodWords(periodOf(found)),
    without: gapsBetween(periodOf(found), wanted, context.every),
  };
}

function theBaseline({ baseline }: Context): ComparedFigure | NothingToCompare {
  if (baseline === null) return blocked("no-baseline", "no baseline is recorded");
  return { kind: "compared", value: fractionOf(baseline), with: "baseline", since: "the baseline", without: [] };
}

function wantedPeriod(
  period: ReportingPeriod,
  basis: Exclude<ComparisonBasis, "baseline">,
  every?: WindowId,
): ReportingPeriod {
  const { window, start, end } = period;
  if (basis === "same-period-last-year")
    return periodContaining(
      window,
      window === "fortnight" ? addDays(start, -364) : addMonths(addDays(start, overlap(period)), -12),
    );
  if (basis === "previous-period") return periodBefore(period, every);
  // The end of a year is compared with the end of the year before it.
  const yearStart = periodContaining(yearOf(window), end).start;
  return periodContaining(window, addDays(yearStart, -1));
}

/** Days from a period's start to a day that lies in it alone: the last month of windows that overlap. */
function overlap({ window, start, end }: ReportingPeriod): number {
  if (window !== "year-to-date" && !window.startsWith("rolling")) return 0;
  const lastMonth = `${end.slice(0, 7)}-01`;
  return Math.round((Date.parse(lastMonth) - Date.parse(start)) / 86_400_000);
}

function yearOf(window: ReportingPeriod["window"]): "academic-year" | "calendar-year" | "financial-year" {
  if (window === "academic-year" || window === "term") return "academic-year";
  return window === "calendar-year" ? "calendar-year" : "financial-year";
}

/** Nothing was reported, as against something that may not or cannot be. */
function isGap({ status }: Figure): boolean {
  return status !== "value" && STATE_FACTS[status].isGap;
}

function unusable({ status, period, window, shown }: Figure): NothingToCompare {
  const name = periodWords(periodOf({ period, window }));
  if (status === "value") return blocked("text-value", `the figure for ${name}, "${shown}", is not a number`);
  return blocked(status, `the figure for ${name} is: ${STATE_FACTS[status].label.toLowerCase()}`);
}

function brokenBetween(found: Figure, current: Figure, context: Context): string | null {
  const breaks = breaksOf(context);
  const [after, until] = [periodOf(found).end, periodOf(current).end];
  const broken = context.history.find((figure) => {
    const { end } = periodOf(figure);
    return end > after && end <= until && breaks.has(figure.period);
  });
  return broken === undefined ? null : periodWords(periodOf(broken));
}

const MOST_NAMED = 3;

/** The periods after one and up to another, in words. */
function gapsBetween(found: ReportingPeriod, wanted: ReportingPeriod, every?: WindowId): readonly string[] {
  const names: string[] = [];
  let period = wanted;
  while (period.end > found.end) {
    names.unshift(periodWords(period));
    period = periodBefore(period, every);
  }
  return names.length <= MOST_NAMED ? names : [`the ${names.length} periods between`];
}

function nameOf(period: ReportingPeriod, basis: ComparisonBasis): string {
  return basis === "previous-period" ? "any earlier period" : periodWords(period);
}

function blocked(blockedBy: string, words: string): NothingToCompare {
  return { kind: "blocked", blockedBy, words };
}

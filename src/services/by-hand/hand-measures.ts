/** Measures collected by hand, and the periods their figures are of. */
import type { IsoDate } from "../../domain/dates.ts";
import { addDays } from "../../domain/dates.ts";
import type { Cadence, Measure } from "../../domain/measure.ts";
import { parsePeriod, periodContaining, type ReportingPeriod, type WindowId } from "../../domain/period.ts";
import type { Catalogue } from "../../measures/catalogue.ts";

export type HandMeasure = Measure & { readonly shape: Extract<Measure["shape"], { readonly kind: "by-hand" }> };

const WINDOW_OF: Readonly<Record<Cadence, WindowId>> = {
  month: "in-month",
  quarter: "quarter",
  term: "term",
  "financial-year": "financial-year",
  "academic-year": "academic-year",
};

/** Days after a period's end by which its figure is due, where nobody has said otherwise. */
export const DUE_DAYS: Readonly<Record<Cadence, number>> = {
  month: 10,
  quarter: 15,
  term: 20,
  "financial-year": 30,
  "academic-year": 30,
};

/** Every measure collected by hand, by area and title. */
export function handMeasures({ measures }: Pick<Catalogue, "measures">): readonly HandMeasure[] {
  return [...measures.values()]
    .filter((measure): measure is HandMeasure => measure.shape.kind === "by-hand")
    .toSorted((a, b) => (a.area === b.area ? compare(a.title, b.title) : compare(a.area, b.area)));
}

/** The last period of the measure's cadence that has ended. */
export function lastEnded({ shape }: Pick<HandMeasure, "shape">, today: IsoDate): ReportingPeriod {
  const now = periodContaining(WINDOW_OF[shape.cadence], today);
  return now.end < today ? now : periodContaining(now.window, addDays(now.start, -1));
}

/** The period of the measure's cadence that ends in a month (YYYY-MM); `null` when none does. */
export function periodEndingIn({ shape }: Pick<HandMeasure, "shape">, month: string): ReportingPeriod | null {
  const period = periodContaining(WINDOW_OF[shape.cadence], `${month}-01`);
  return period.end.slice(0, 7) === month ? period : null;
}

/** Reads a period as somebody wrote it, in the measure's cadence. @throws AppError PERIOD_INVALID */
export function periodWritten({ shape }: Pick<HandMeasure, "shape">, text: string): ReportingPeriod {
  return parsePeriod(text, WINDOW_OF[shape.cadence]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

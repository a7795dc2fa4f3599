/** Periods as they stand inside a sentence: "since January 2025", "for the 12 months to June 2025". */
import { monthLabel, type ReportingPeriod } from "../period.ts";

/** A period's name after "since" or "for". */
export function periodWords({ window, id, end, label }: ReportingPeriod): string {
  switch (window) {
    case "quarter":
      return `quarter ${id.slice(-1)} of ${id.slice(0, 7)}`;
    case "year-to-date":
      return `the year to ${monthLabel(end)}`;
    case "rolling-3-months":
      return `the 3 months to ${monthLabel(end)}`;
    case "rolling-12-months":
      return `the 12 months to ${monthLabel(end)}`;
    case "financial-year":
      return id;
    case "academic-year":
      return `academic year ${id}`;
    case "term":
      return `the ${id.slice(8)} term of ${id.slice(0, 7)}`;
    case "fortnight":
      return `the fortnight from ${Number(id.slice(8))} ${monthLabel(id)}`;
    default:
      return label;
  }
}

/** What one period of a window is called when several are counted. */
export function periodNoun(window: ReportingPeriod["window"]): string {
  if (window === "in-month") return "month";
  if (window === "quarter" || window === "term" || window === "fortnight") return window;
  return window.endsWith("-year") ? "year" : "period";
}

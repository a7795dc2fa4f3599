/** Periods as headers and descriptions of columns name them. */
import { dayInWords, monthLabel, periodContaining, type ReportingPeriod } from "../../../domain/period.ts";

/** Short enough for a narrow column: "Q3 2025-26", "Mar 2026", "2025-26". */
export function shortPeriod({ window, id, end, label }: ReportingPeriod): string {
  if (window === "quarter") return `${id.slice(-2)} ${id.slice(0, 7)}`;
  if (window === "in-month") return `${monthLabel(end).slice(0, 3)} ${end.slice(0, 4)}`;
  return window === "financial-year" ? id : label;
}

/** "Quarter 3 2025-26 (1 October 2025 to 31 December 2025)". */
export function periodInFull({ label, start, end }: ReportingPeriod): string {
  return `${label} (${dayInWords(start)} to ${dayInWords(end)})`;
}

/** The year up to a day: "2025-26" where the day ends it, else "April to December 2025". */
export function yearSoFar(end: string): string {
  const year = periodContaining("financial-year", end);
  if (year.end === end) return year.id;
  const [first, last] = [monthLabel(year.start), monthLabel(end)];
  const isOneYear = first.slice(-4) === last.slice(-4);
  return first === last ? first : `${isOneYear ? first.slice(0, -5) : first} to ${last}`;
}

/** A period's name short enough for a column's head. */
import type { ReportingPeriod } from "../../domain/period.ts";

/** "Mar 2026", "Q4 2025-26"; other windows keep their label. */
export function shortPeriod({ window, id, label }: ReportingPeriod): string {
  if (window === "quarter") return `${id.slice(8)} ${id.slice(0, 7)}`;
  return label.replace(/^([A-Z][a-z]{2})[a-z]* (\d{4})$/, "$1 $2");
}

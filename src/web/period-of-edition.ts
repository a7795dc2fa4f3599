/** The period of an edition as people say it: "March 2026", "Quarter 4 2025-26", "2025-26". */
import { monthLabel } from "../domain/period.ts";

/** @param id 2026-03, 2025-26-Q4 or 2025-26; a scorecard's periods are months, quarters or financial years */
export function periodOfEdition(id: string): string {
  const quarter = /^(\d{4}-\d{2})-Q(\d)$/.exec(id);
  if (quarter !== null) return `Quarter ${quarter[2]} ${quarter[1]}`;
  // The year to March 2013 ends in 13: no year since could be taken for a month.
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(id) ? monthLabel(id) : id;
}

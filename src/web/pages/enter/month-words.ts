/** Months as pages of figures by hand name them, and those a grid may be opened at. */
import { addMonths, type IsoDate } from "../../../domain/dates.ts";
import { monthLabel } from "../../../domain/period.ts";

/** How far back a grid may be opened from a list. */
const CHOICES = 25;

/** "March 2026" of 2026-03. */
export function monthWords(month: string): string {
  return monthLabel(`${month}-01`);
}

/** Months up to the present one, newest first, as YYYY-MM. */
export function monthChoices(today: IsoDate): readonly string[] {
  return Array.from({ length: CHOICES }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7));
}

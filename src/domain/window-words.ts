/** What each window is called where people read it. */
import type { WindowId } from "./period.ts";

export const WINDOW_WORDS: Readonly<Record<WindowId, string>> = {
  "in-month": "Month",
  quarter: "Quarter",
  "year-to-date": "Year to date",
  "rolling-3-months": "Last 3 months",
  "rolling-12-months": "Last 12 months",
  "financial-year": "Financial year",
  "academic-year": "Academic year",
  "calendar-year": "Calendar year",
  term: "Term",
  fortnight: "Fortnight",
};

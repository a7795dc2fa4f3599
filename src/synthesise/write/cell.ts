/** How values are written in a cell; `null` is always an empty one. */
import { type Day, isoText, ukText } from "../calendar.ts";

/** A date as YYYY-MM-DD. */
export function iso(day: Day | null): string {
  return day === null ? "" : isoText(day);
}

/** A date as dd/mm/yyyy. */
export function uk(day: Day | null): string {
  return day === null ? "" : ukText(day);
}

/** Y or N. */
export function yesNo(value: boolean | null): string {
  return value === null ? "" : value ? "Y" : "N";
}

/** 1 or 0. */
export function oneNought(value: boolean | null): string {
  return value === null ? "" : value ? "1" : "0";
}

/** Text or a number as it stands. */
export function plain(value: string | number | null): string {
  return value === null ? "" : String(value);
}

/** Text that may hold commas, quotes or line ends, as one CSV cell. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** JSON as one CSV cell. */
export function json(value: unknown): string {
  return quoted(JSON.stringify(value));
}

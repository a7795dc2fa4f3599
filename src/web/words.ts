/** The words pages use for windows, units, polarity, returns' severities and dates. */
import type { IsoDate } from "../domain/dates.ts";
import type { Severity } from "../domain/issue.ts";
import { monthLabel } from "../domain/period.ts";

export { POLARITY_WORDS } from "../domain/polarity-words.ts";
export { UNIT_WORDS } from "../domain/unit-words.ts";
export { WINDOW_WORDS } from "../domain/window-words.ts";

/** Severities as one issue has them and as their heading says. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly one: string; readonly means: string }>> = {
  error: { one: "Not kept", means: "the row, or the file, could not be kept" },
  warning: { one: "To check", means: "kept, but something in it was not understood or looks wrong" },
  info: { one: "To know", means: "kept; worth knowing" },
};

/** "31 March 2026". */
export function longDate(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${monthLabel(date)}`;
}

/** "Mar 2026": for the head of a narrow column. */
export function shortMonth(month: string): string {
  const [name = "", year = ""] = monthLabel(month).split(" ");
  return `${name.slice(0, 3)} ${year}`;
}

/** "21 November 2026 at 06:10", as clocks in England show it. */
export function longInstant(instant: string): string {
  return INSTANT.format(new Date(instant));
}

/** "1 measure", "2 measures", with thousands separated. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

const INSTANT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" });

/** A period in words by its id alone: months and quarters; years and terms read as their ids do. No year of ours can be taken for a month: 2001-02 to 2011-12 are long past. */
export function periodNamed(id: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(id)) return monthLabel(`${id}-01`);
  return /^\d{4}-\d{2}-Q[1-4]$/.test(id) ? `Quarter ${id.slice(-1)} ${id.slice(0, 7)}` : id;
}

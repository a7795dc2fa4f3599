/** What stands in column A above every table, by the Analysis Function's rules. */
import type { Report } from "../../../domain/report/document.ts";
import type { Numbering } from "../../../domain/report/numbering.ts";

export type Place = {
  readonly report: Report;
  readonly numbering: Numbering;
  /** Names of the sheets that tables stand on, by the tables' ids. */
  readonly sheetOf: ReadonlyMap<string, string>;
};

/** Lines above a table: its title, the marking, how many tables, where notes are, then what the sheet adds. */
export function aboveTable(report: Report, title: string, more: readonly string[] = []): readonly string[] {
  return [title, ...(report.marking === "" ? [] : [report.marking]), "This sheet contains one table.", ...more];
}

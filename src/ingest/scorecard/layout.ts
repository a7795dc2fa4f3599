/** Where a scorecard's heading row is, and what each of its columns holds. */
import type { ReportingPeriod } from "../../domain/period.ts";
import { type ColumnRole, regionOfHeading, roleOfHeading } from "./column-heading.ts";
import type { ImportFinding } from "./finding.ts";
import { type ImportOptions, mappedRole } from "./import-options.ts";
import { mendSplitHeadings } from "./mend-headings.ts";
import { readPeriodHeading } from "./period-heading.ts";
import { settlePeriods } from "./settle-periods.ts";
import type { SourceTable, TableRow } from "./source-table.ts";

export type Column = {
  /** Place in the row, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly role: ColumnRole;
  /** Of a period column. */
  readonly period?: ReportingPeriod;
  /** Of a region's average: which. */
  readonly region?: string;
};

export type Layout = {
  /** Row the headings stand in. */
  readonly row: number;
  readonly columns: readonly Column[];
  readonly findings: readonly ImportFinding[];
};

/** Rows looked through for headings. */
const TOP = 40;

/** The heading row is the first that names a measure or reference column and at least one more. `null` when there is none. */
export function findHeadingRow(table: SourceTable, options: ImportOptions): TableRow | null {
  return table.rows.slice(0, TOP).find(({ cells }) => isHeadingRow(cells, options)) ?? null;
}

/** Whether a row is headings: three roles or more known, a measure or a reference with its comment among them. */
export function isHeadingRow(cells: readonly string[], options: ImportOptions): boolean {
  const roles = cells.filter((cell) => cell !== "").map((cell) => headingRole(cell, options));
  const known = new Set(roles.filter((role) => role !== "unknown"));
  const isCard = known.has("measure") && known.size >= 2;
  const isNarrative = known.has("reference") && known.has("comment");
  return (isCard || isNarrative) && known.size * 2 >= roles.length - roles.filter((role) => role === "period").length;
}

/** Reads headings into columns, mending those that are split or damaged. */
export function readLayout(table: SourceTable, heading: TableRow, options: ImportOptions): Layout {
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const written = Array.from({ length: width }, (_, index) => heading.cells[index] ?? "");
  const { headings, findings } = mendSplitHeadings(written, heading.row, table);
  const columns = headings.flatMap((text, index): Column[] => {
    if (text === null) return [];
    const role = headingRole(text, options);
    return [{ index, heading: text, role, ...(role === "region" ? { region: regionOfHeading(text) } : {}) }];
  });
  const settled = settlePeriods(columns, { table, row: heading.row, options });
  return { row: heading.row, columns: settled.columns, findings: [...findings, ...settled.findings] };
}

function headingRole(heading: string, options: ImportOptions): ColumnRole {
  const mapped = options.columns?.[heading];
  if (mapped !== undefined) return mappedRole(heading, options) ?? "period";
  const role = roleOfHeading(heading);
  return role === "unknown" && readPeriodHeading(heading) !== null ? "period" : role;
}

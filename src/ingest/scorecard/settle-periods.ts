/** Gives every period column its period: years that headings leave out or damage come from their neighbours, the map or the file's name. */
import { monthOf } from "../../domain/dates.ts";
import { parsePeriod, periodContaining, type ReportingPeriod } from "../../domain/period.ts";
import { finding, type ImportFinding } from "./finding.ts";
import type { ImportOptions } from "./import-options.ts";
import type { Column } from "./layout.ts";
import { type PeriodHeading, readPeriodHeading, yearPairIn } from "./period-heading.ts";
import type { SourceTable } from "./source-table.ts";

type Settling = { readonly table: SourceTable; readonly row: number; readonly options: ImportOptions };
type Settled = { readonly columns: readonly Column[]; readonly findings: readonly ImportFinding[] };
type Read = { readonly column: Column; readonly heading: PeriodHeading };
type YearFrom = { readonly year: number; readonly from: string };

/** Columns whose period cannot be told become unknown, with a finding. */
export function settlePeriods(columns: readonly Column[], settling: Settling): Settled {
  const findings: ImportFinding[] = [];
  const read = columns.flatMap((column): Read[] => {
    const heading = column.role === "period" ? readPeriodHeading(column.heading) : null;
    return heading === null ? [] : [{ column, heading }];
  });
  const settled = columns.map((column): Column => {
    if (column.role !== "period") return reportUnknown(column, settling, findings);
    const mapped = mappedPeriod(column.heading, settling.options);
    if (mapped !== null) return { ...column, period: mapped };
    const own = read.find((one) => one.column.index === column.index);
    const year = own === undefined ? null : yearOf(own, read, settling);
    if (own === undefined || year === null) return reportYearless(column, settling.row, findings);
    const period = periodOf(own.heading, year.year);
    reportReading(own, period, year, settling.row, findings);
    return { ...column, period };
  });
  return { columns: settled, findings };
}

function mappedPeriod(heading: string, { columns }: ImportOptions): ReportingPeriod | null {
  const written = columns?.[heading];
  if (written === undefined) return null;
  if (/-Q[1-4]$/i.test(written)) return parsePeriod(written, "quarter");
  return yearPairIn(written) === null ? parsePeriod(written, "in-month") : parsePeriod(written, "financial-year");
}

/** A heading's own year; else the next year heading to its right, the nearest of its kind with a year, the map's, the file name's. */
function yearOf(own: Read, all: readonly Read[], { table, row, options }: Settling): YearFrom | null {
  const said = saidYear(own.heading);
  if (said !== null) return { year: said, from: "" };
  const after = all.find((one) => one.column.index > own.column.index && one.heading.kind === "year");
  const afterYear = after === undefined ? null : saidYear(after.heading);
  const sameKind = all.filter((one) => one.heading.kind === own.heading.kind && saidYear(one.heading) !== null);
  const near = sameKind.reduce<Read | undefined>((best, one) => nearer(own, best, one), undefined);
  const nearYear = near === undefined ? null : saidYear(near.heading);
  if (nearYear !== null && near !== undefined) return { year: nearYear, from: `the heading "${near.column.heading}"` };
  if (afterYear !== null && after !== undefined)
    return { year: afterYear, from: `the heading "${after.column.heading}"` };
  if (options.year !== undefined) return { year: options.year, from: "the map" };
  const above = table.rows.filter((one) => one.row < row).flatMap(({ cells }) => cells.map(yearPairIn));
  const titled = above.find((year) => year !== null) ?? null;
  if (titled !== null) return { year: titled, from: "what stands above the headings" };
  const named = yearPairIn(table.file) ?? (table.sheet === undefined ? null : yearPairIn(table.sheet));
  return named === null ? null : { year: named, from: "the file's name" };
}

function nearer(own: Read, best: Read | undefined, one: Read): Read {
  if (best === undefined) return one;
  const gap = (read: Read): number => Math.abs(read.column.index - own.column.index);
  return gap(one) < gap(best) ? one : best;
}

/** The financial year a heading says itself. */
function saidYear(heading: PeriodHeading): number | null {
  if (heading.kind !== "month") return heading.year;
  if (heading.calendarYear === null) return null;
  return heading.month >= 4 ? heading.calendarYear : heading.calendarYear - 1;
}

function periodOf(heading: PeriodHeading, year: number): ReportingPeriod {
  if (heading.kind === "year") return periodContaining("financial-year", `${year}-04-01`);
  if (heading.kind === "quarter") return parsePeriod(`${pair(year)}-Q${heading.quarter}`, "quarter");
  const calendarYear = heading.month >= 4 ? year : year + 1;
  const first = `${calendarYear}-${String(heading.month).padStart(2, "0")}-01`;
  return periodContaining("in-month", monthOf(first).end);
}

function pair(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}

function reportReading(
  own: Read,
  period: ReportingPeriod,
  year: YearFrom,
  row: number,
  findings: ImportFinding[],
): void {
  const place = { row, column: own.column.heading, quote: own.column.heading };
  if (own.heading.kind === "quarter" && own.heading.damage !== null)
    findings.push(
      finding(
        "HEADING_DAMAGED",
        place,
        `"${own.column.heading}" names no year: "${own.heading.damage}" is no year and looks filled down from the cell beside it.`,
        `Read as ${period.label}, after ${year.from}; name it in a map if that is wrong.`,
      ),
    );
  else if (year.from !== "")
    findings.push(
      finding(
        "HEADING_YEAR_ASSUMED",
        place,
        `"${own.column.heading}" gives no year.`,
        `Read as ${period.label}, after ${year.from}; name it in a map if that is wrong.`,
      ),
    );
}

function reportYearless(column: Column, row: number, findings: ImportFinding[]): Column {
  findings.push(
    finding(
      "HEADING_UNKNOWN",
      { row, column: column.heading, quote: column.heading },
      `"${column.heading}" gives no year and nothing else in the file does.`,
      "Say the year in a map: year: 2015-16.",
    ),
  );
  return { ...column, role: "unknown" };
}

function reportUnknown(column: Column, { table, row }: Settling, findings: ImportFinding[]): Column {
  const isUsed = table.rows.some((one) => one.row !== row && (one.cells[column.index] ?? "") !== "");
  if (column.role === "unknown" && isUsed)
    findings.push(
      finding(
        "HEADING_UNKNOWN",
        { row, column: column.heading === "" ? `column ${column.index + 1}` : column.heading, quote: column.heading },
        column.heading === ""
          ? `Column ${column.index + 1} has cells and no heading.`
          : `"${column.heading}" is no heading that is known.`,
        "Say in a map what the column holds.",
      ),
    );
  return column;
}

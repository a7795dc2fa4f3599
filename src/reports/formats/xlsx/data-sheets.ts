/** The data behind a report as sheets: the same rows as its CSV files, numbers exact; an import reads them back. */
import type { Report, ReportData } from "../../../domain/report/document.ts";
import { aboveTable } from "./above-table.ts";
import { type DescribedSheet, NOTHING, type SheetCell, textTable } from "./sheet.ts";

/** A sheet for each table of data. */
export function dataSheets(report: Report): readonly DescribedSheet[] {
  return report.data.map((data) => {
    const headers = data.columns.map(({ name }) => headerOf(name));
    const rows = data.rows.map((row) => data.columns.map(({ name, type }) => dataCell(row, name, type === "number")));
    return {
      name: `Data ${data.name}`,
      above: aboveTable(report, `Data: ${data.title}`, ["Numbers are exact; how they are printed stands beside them."]),
      table: textTable(`data_${data.name}`, headers, rows),
      described: data.columns.map(({ words }, index) => ({ header: headers[index] ?? "", words })),
    };
  });
}

/** "rating_reason" reads "Rating reason". */
function headerOf(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Row = ReportData["rows"][number];

/** Where there is no number its shorthand stands, as it does in the tables. */
function dataCell(row: Row, name: string, isNumber: boolean): SheetCell {
  const value = row[name] ?? null;
  if (typeof value === "number") return { value, format: null };
  if (typeof value === "string" && value !== "") return value;
  return isNumber && name === "value" && row.shorthand ? String(row.shorthand) : NOTHING;
}

/** Reports as an Excel workbook by the Analysis Function's rules: cover, contents, one table a sheet, words, notes and shorthand. */
import { Workbook } from "@cj-tech-master/excelts";
import { checkReport } from "../../domain/report/check-report.ts";
import type { NumberFormat, Report } from "../../domain/report/document.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";
import { type Sheet, sheetsOf } from "./xlsx/sheets.ts";

export const xlsxFormat: ReportFormat = {
  id: "xlsx",
  title: "Excel",
  render: async (report) => {
    checkReport(report);
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return [{ name: fileName(report, "xlsx"), type, bytes: await workbookOf(report) }];
  },
};

async function workbookOf(report: Report): Promise<Uint8Array> {
  const book = new Workbook();
  const made = new Date(`${report.madeOn}T00:00:00Z`);
  book.title = report.title;
  book.subject = report.subtitle;
  book.creator = report.author;
  book.keywords = report.keywords.join(", ");
  book.created = made;
  book.modified = made;
  const sheets = sheetsOf(report);
  addCover(book, report);
  addContents(book, sheets);
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addCover(book: Workbook, report: Report): void {
  const { title, subtitle, organisation, marking, period, madeOn, author } = report;
  const cover = book.addWorksheet("Cover");
  for (const line of [
    title,
    subtitle,
    organisation,
    marking,
    `Period: ${period.label}`,
    `Made on: ${madeOn}`,
    `By: ${author}`,
  ])
    if (line !== "") cover.addRow([line]);
  cover.getColumn(1).width = 100;
  cover.getRow(1).font = { bold: true, size: 14 };
}

function addContents(book: Workbook, sheets: readonly Sheet[]): void {
  const rows = sheets.map(({ name, above: [title = name] }) => [name, title]);
  addSheet(book, {
    name: "Contents",
    above: ["Contents", "This sheet holds one table: the sheets of this workbook."],
    table: "table_of_contents",
    columns: [
      { header: "Sheet", width: 35 },
      { header: "What it holds", width: 90 },
    ],
    rows,
  });
}

function addSheet(book: Workbook, { name, above, table, columns, rows }: Sheet): void {
  const sheet = book.addWorksheet(name);
  for (const line of above) sheet.addRow([line]);
  sheet.getRow(1).font = { bold: true, size: 14 };
  const from = above.length + 1;
  sheet.addTable({
    name: table,
    ref: `A${from}`,
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    // Excel drops a table whose filter buttons are all hidden, so they are left as they come.
    columns: columns.map(({ header }) => ({ name: header })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.value))),
  });
  columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  rows.forEach((row, index) => {
    row.forEach((cell, place) => {
      const written = sheet.getCell(from + 1 + index, place + 1);
      written.alignment = { wrapText: true, vertical: "top" };
      if (typeof cell !== "string") written.numFmt = numberFormat(cell.format);
    });
  });
}

/** "0.0"%"": the number stays a percentage as printed, not a fraction. */
function numberFormat({ decimals, sign }: NumberFormat): string {
  const digits = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return sign === "" ? digits : `${digits}"${sign}"`;
}

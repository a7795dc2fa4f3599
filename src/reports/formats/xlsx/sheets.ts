/** A report as sheets (rules of the Analysis Function): cover, contents, notes, its words, one table a sheet, what the columns hold, its data. */

import { dayInWords } from "../../../domain/period.ts";
import type { Report } from "../../../domain/report/document.ts";
import { numberReport } from "../../../domain/report/numbering.ts";
import { aboveTable, type Place } from "./above-table.ts";
import { dataSheets } from "./data-sheets.ts";
import { type DescribedSheet, type Sheet, type SheetCell, textTable, withOwnNames } from "./sheet.ts";
import { tableSheets } from "./table-sheets.ts";
import { textSheet } from "./text-sheet.ts";

/** Every sheet, in order, each with a name of its own. */
export function sheetsOf(report: Report): readonly Sheet[] {
  const place: Place = { report, numbering: numberReport(report) };
  const tables = [...tableSheets(place), ...dataSheets(report)];
  const sheets = withOwnNames([
    cover(report),
    contents(),
    ...notesSheet(report),
    ...shorthandSheet(report),
    ...textSheet(place),
    ...tables,
    ...(tables.length === 0 ? [] : [columnsSheet(tables)]),
  ]);
  // Names are settled only when all are known: the contents and the descriptions of columns name sheets.
  const named = new Map(tables.map((sheet, index) => [sheet, sheets[sheets.length - 1 - tables.length + index]?.name]));
  return sheets.map((sheet, index) => {
    if (index === 1) return { ...sheet, table: contentsTable(sheets.slice(2)) };
    const isColumns = tables.length > 0 && index === sheets.length - 1;
    return isColumns ? { ...sheet, table: columnsTable(tables, (one) => named.get(one) ?? one.name) } : sheet;
  });
}

function cover(report: Report): Sheet {
  const { title, subtitle, organisation, marking, period, madeOn, author, notes, shorthand } = report;
  const lines = [
    title,
    subtitle,
    organisation,
    marking,
    `Period: ${period.label}`,
    `Made on ${dayInWords(madeOn)}`,
    `By ${author}`,
    "Every sheet but this one contains one table. The sheet “Contents” lists them.",
    notes.length === 0 ? "" : "Notes are marked [note 1], [note 2] and so on; their words are on the sheet “Notes”.",
    shorthand.length === 0 ? "" : "What stands in square brackets is explained on the sheet “Shorthand”.",
  ];
  return { name: "Cover", above: lines.filter((line) => line !== ""), table: null };
}

function contents(): Sheet {
  return {
    name: "Contents",
    above: ["Contents", "This sheet contains one table: the sheets of this workbook."],
    table: textTable("contents", ["Sheet", "What it contains"], []),
  };
}

function contentsTable(sheets: readonly Sheet[]) {
  const rows = sheets.map(({ name, above: [title = name] }): readonly SheetCell[] => [
    { text: name, toSheet: name },
    title,
  ]);
  return textTable("contents", ["Sheet", "What it contains"], rows);
}

function notesSheet(report: Report): readonly Sheet[] {
  const rows = report.notes.map(({ text }, index) => [`note ${index + 1}`, text]);
  const table = textTable("notes", ["Note", "What it says"], rows);
  return rows.length === 0 ? [] : [{ name: "Notes", above: aboveTable(report, "Notes"), table }];
}

function shorthandSheet(report: Report): readonly Sheet[] {
  const rows = report.shorthand.map(({ shorthand, words }) => [shorthand, words]);
  const table = textTable("shorthand", ["Shorthand", "What it means"], rows);
  return rows.length === 0 ? [] : [{ name: "Shorthand", above: aboveTable(report, "Shorthand"), table }];
}

const COLUMNS = ["Sheet", "Column", "What it holds"] as const;

function columnsSheet(tables: readonly DescribedSheet[]): Sheet {
  const above = ["What the columns hold", "This sheet contains one table."];
  return { name: "Columns", above, table: columnsTable(tables, ({ name }) => name) };
}

function columnsTable(tables: readonly DescribedSheet[], nameOf: (sheet: DescribedSheet) => string) {
  const rows = tables.flatMap((sheet) =>
    sheet.described.map(({ header, words }) => [nameOf(sheet), header, words === "" ? header : words]),
  );
  return textTable("columns", COLUMNS, rows);
}

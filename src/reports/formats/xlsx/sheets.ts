/** A report as sheets (rules of the Analysis Function): cover, contents, notes, its words, one table a sheet, what the columns hold, its data. */

import { dayInWords } from "../../../domain/period.ts";
import type { Report } from "../../../domain/report/document.ts";
import { numberReport } from "../../../domain/report/numbering.ts";
import { aboveTable, type Place } from "./above-table.ts";
import { dataSheets } from "./data-sheets.ts";
import { type DescribedSheet, type Sheet, type SheetCell, sheetNames, textTable, withTableNames } from "./sheet.ts";
import { joinTables, tableSheet } from "./table-sheets.ts";
import { textSheet } from "./text-sheet.ts";

/** Every sheet, in order, each with a name of its own. */
export function sheetsOf(report: Report): readonly Sheet[] {
  const joined = joinTables(report);
  const data = dataSheets(report);
  const front = [
    "Cover",
    "Contents",
    ...(report.notes.length === 0 ? [] : ["Notes"]),
    ...(report.shorthand.length === 0 ? [] : ["Shorthand"]),
    "Text",
    "Columns",
  ];
  // The text says on which sheet a table stands, so names are settled first.
  const names = sheetNames([...front, ...joined.map(({ name }) => name), ...data.map(({ name }) => name)]).slice(
    front.length,
  );
  const sheetOf = new Map(joined.flatMap(({ parts }, index) => parts.map(({ id }) => [id, names[index] ?? ""])));
  const place: Place = { report, numbering: numberReport(report), sheetOf };
  const tables = [...joined.map((tables) => tableSheet(tables, place)), ...data].map((sheet, index) => ({
    ...sheet,
    name: names[index] ?? sheet.name,
  }));
  const inside = [
    ...notesSheet(report),
    ...shorthandSheet(report),
    ...textSheet(place),
    ...tables,
    ...(tables.length === 0 ? [] : [columnsSheet(tables)]),
  ];
  return withTableNames([cover(report), contents(inside), ...inside]);
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

function contents(sheets: readonly Sheet[]): Sheet {
  const rows = sheets.map(({ name, above: [title = name] }): readonly SheetCell[] => [
    { text: name, toSheet: name },
    title,
  ]);
  return {
    name: "Contents",
    above: ["Contents", "This sheet contains one table: the sheets of this workbook."],
    table: textTable("contents", ["Sheet", "What it contains"], rows),
  };
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

function columnsSheet(tables: readonly DescribedSheet[]): Sheet {
  const rows = tables.flatMap(({ name, described }) =>
    described.map(({ header, words }) => [name, header, words === "" ? header : words]),
  );
  return {
    name: "Columns",
    above: ["What the columns hold", "This sheet contains one table."],
    table: textTable("columns", ["Sheet", "Column", "What it holds"], rows),
  };
}

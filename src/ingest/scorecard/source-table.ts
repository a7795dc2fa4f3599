/** Opens a scorecard file as tables of text: tab, comma or semicolon separated text, or every visible sheet of a workbook. */
import { basename } from "node:path";
import { AppError } from "../../domain/errors.ts";
import { roundedDecimal } from "../../domain/rounding.ts";
import type { SourceFile } from "../contract.ts";
import { decodedText, decodeHead, detectEncoding } from "../encoding.ts";
import { csvRecords } from "../formats/csv-records.ts";
import { isZip, openWorkbook, workbookIssue } from "../formats/xlsx.ts";
import { type SheetCell, type SheetRow, serialDate } from "../formats/xlsx-sheet.ts";
import { LIMITS } from "../limits.ts";
import { findSourceFiles } from "../source-files.ts";

/** A row with something in it; `row` counts as a spreadsheet does, from 1. */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** The cells as they were written, line breaks and all, where that differs. */
  readonly written?: readonly string[];
};

export type SourceTable = {
  readonly file: string;
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  readonly sheet?: string;
  readonly rows: readonly TableRow[];
};

/** How a table is called in what is reported: the file, and the sheet of a workbook. */
export function tableName({ file, sheet }: SourceTable): string {
  return sheet === undefined ? file : `${file}, ${sheet}`;
}

/** Every table of a file. @throws AppError FILE_MISSING when it is not there or is no table */
export async function readSourceTables(path: string): Promise<readonly SourceTable[]> {
  const [file] = await findSourceFiles([path], () => undefined);
  if (file === undefined) throw new AppError("FILE_MISSING", `${path} holds no file.`, "Name one scorecard file.");
  const issue = await workbookIssue(file);
  if (issue !== undefined) throw new AppError("FILE_MISSING", issue.message, issue.remedy);
  return isZip(file) ? await sheetsOf(file) : [await textTable(file)];
}

async function textTable(file: SourceFile): Promise<SourceTable> {
  const delimiter = delimiterOf(decodeHead(file.head));
  const { encoding } = detectEncoding(file.head);
  const rows: TableRow[] = [];
  const options = { delimiter, cellCharacters: LIMITS.cellCharacters };
  for await (const { row, cells, fault } of csvRecords(decodedText(file.path, encoding), options)) {
    if (fault !== undefined)
      throw new AppError(
        "FILE_MISSING",
        `${file.name} row ${row} cannot be read: a quoted cell is never closed.`,
        "Save the file again from the program that made it.",
      );
    rows.push(tableRow(row, cells));
  }
  return { file: basename(file.name), sha256: file.sha256, rows };
}

/** The separator that stands most often in the first lines. */
function delimiterOf(head: string): string {
  const lines = head.split(/\r?\n/).slice(0, 10).join("\n");
  const counted = ["\t", ",", ";"].map((delimiter) => ({ delimiter, times: lines.split(delimiter).length }));
  const tabs = counted[0]?.times ?? 0;
  // Tabs hardly ever stand in prose, commas often do.
  if (tabs > 4) return "\t";
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).delimiter;
}

async function sheetsOf(file: SourceFile): Promise<readonly SourceTable[]> {
  const workbook = await openWorkbook(file.path);
  const tables: SourceTable[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) continue;
    const rows: TableRow[] = [];
    for await (const batch of sheet.rows())
      for (const sheetRow of batch) rows.push(rowOfSheet(sheetRow, workbook.is1904));
    if (rows.length > 0) tables.push({ file: basename(file.name), sha256: file.sha256, sheet: sheet.name, rows });
  }
  return tables;
}

function rowOfSheet({ row, cells }: SheetRow, is1904: boolean): TableRow {
  return tableRow(
    row,
    Array.from(cells, (cell) => (cell === undefined ? "" : cellText(cell, is1904))),
  );
}

function tableRow(row: number, written: readonly string[]): TableRow {
  const cells = written.map(cleanCell);
  return written.some((cell, index) => cell !== cells[index]) ? { row, cells, written } : { row, cells };
}

/** A number as the sheet prints it: 0.871428 in a format of 0.0% is 87.1%. */
function cellText({ text, kind, isDate, style }: SheetCell, is1904: boolean): string {
  if (kind !== "number" || text === "") return text;
  if (isDate) return serialDate(text, is1904);
  if (style === undefined) return text;
  const { places, isPercent } = style;
  return isPercent ? `${roundedDecimal(timesHundred(text), places)}%` : roundedDecimal(Number(text), places);
}

/** Moves the point, as 0.29 times 100 is not quite 29. */
function timesHundred(text: string): number {
  return Number(`${Number(text)}e2`);
}

/** One line of plain blanks; line breaks in a cell are blanks too. */
function cleanCell(text: string): string {
  return text.replace(/[\s\u00A0]+/g, " ").trim();
}

/** Stages the lists of workbooks, or of one CSV file a list, as tables named as the lists are. */
import type { ReadContext, SourceFile } from "../contract.ts";
import { decodedText } from "../encoding.ts";
import { issueOf } from "../issue-codes.ts";
import { LIMITS } from "../limits.ts";
import { isHeader, readCsvHeader } from "./csv-header.ts";
import { csvRecords } from "./csv-records.ts";
import { isZip, openWorkbook, type WorkbookSheet } from "./xlsx.ts";
import { type FoundList, findList, HEADER_ROWS, SHARE_OF_CSV, type SheetList } from "./xlsx-header.ts";
import { type ReadFlag, rowReader } from "./xlsx-rows.ts";
import type { SheetRow } from "./xlsx-sheet.ts";
import { WorkbookFault } from "./xlsx-zip.ts";

/** The lists a file holds: by sheet of a workbook, or the one of a CSV file; none when it cannot be read. */
export async function listsIn(file: SourceFile, lists: readonly SheetList[]): Promise<readonly FoundList[]> {
  if (!isZip(file)) {
    const found = csvList(file, lists);
    return found === undefined ? [] : [found.found];
  }
  try {
    const { sheets } = await openWorkbook(file.path);
    return (await foundSheets(sheets, lists)).flatMap(({ found }) => found ?? []);
  } catch (fault) {
    if (fault instanceof WorkbookFault) return [];
    throw fault;
  }
}

export type ListStaging = { readonly lists: readonly SheetList[]; readonly readFlag: ReadFlag };

/** Stages every list of the files and returns the tables that were found. */
export async function stageLists(
  files: readonly SourceFile[],
  { lists, readFlag }: ListStaging,
  context: ReadContext,
): Promise<ReadonlySet<string>> {
  const staged = new Set<string>();
  for (const [index, file] of files.entries()) {
    context.progress(index, files.length, file.name);
    try {
      const found = isZip(file)
        ? await stageWorkbook(file, { lists, readFlag }, context)
        : await stageCsvList(file, { lists, readFlag }, context);
      for (const table of found) staged.add(table);
    } catch (fault) {
      if (!(fault instanceof WorkbookFault)) throw fault;
      context.issue(issueOf(fault.code, { file: file.name }, fault.fill));
      // Rows before the fault are staged already: the load is refused whole.
      context.issue(issueOf("WORKBOOK_NOT_READ_WHOLE", { file: file.name }));
    }
  }
  return staged;
}

async function stageWorkbook(
  file: SourceFile,
  { lists, readFlag }: ListStaging,
  context: ReadContext,
): Promise<readonly string[]> {
  const { sheets, is1904 } = await openWorkbook(file.path);
  const all = await foundSheets(sheets, lists);
  const shown = new Set(all.filter(({ sheet }) => !sheet.isHidden).map(({ found }) => found?.list.table));
  const tables: string[] = [];
  for (const { sheet, found } of all) {
    const place = { file: file.name, sheet: sheet.name };
    if (found === undefined) {
      context.issue(issueOf("SHEET_NOT_USED", place));
      continue;
    }
    const { table } = found.list;
    if (sheet.isHidden)
      context.issue(issueOf(shown.has(table) ? "SHEET_HIDDEN_NOT_USED" : "SHEET_HIDDEN", place, { table }));
    if (sheet.isHidden && shown.has(table)) continue;
    if (found.headerRow > 1) context.issue(issueOf("HEADER_NOT_FIRST", { ...place, row: found.headerRow }));
    await stageRows(sheet.rows(), { found, place, is1904, readFlag }, context);
    tables.push(table);
  }
  for (const { table } of lists)
    if (!tables.includes(table)) context.issue(issueOf("LIST_MISSING", { file: file.name }, { table }));
  return tables;
}

type SheetFound = { readonly sheet: WorkbookSheet; readonly found: FoundList | undefined };

async function foundSheets(
  sheets: readonly WorkbookSheet[],
  lists: readonly SheetList[],
): Promise<readonly SheetFound[]> {
  const all: SheetFound[] = [];
  for (const sheet of sheets) all.push({ sheet, found: findList(lists, sheet.name, await sheet.top(HEADER_ROWS)) });
  return all;
}

type RowsOf = {
  readonly found: FoundList;
  readonly place: { readonly file: string; readonly sheet?: string };
  readonly is1904: boolean;
  readonly readFlag: ReadFlag;
};

async function stageRows(
  batches: AsyncIterable<readonly SheetRow[]>,
  { found, place, is1904, readFlag }: RowsOf,
  { staging, issue }: ReadContext,
): Promise<void> {
  // Only the columns the sheet has are staged, so that the others can be told as missing.
  const present = [...new Set(found.places.filter((each) => each !== undefined))].sort((a, b) => a - b);
  const columns = present.map((column) => found.list.columns[column]?.name ?? "");
  const writer = await staging.writer(found.list.table, columns);
  const reader = rowReader({ found, ...place, is1904, readFlag, issue });
  let rows = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      if (row.row < found.firstRow) continue;
      const values = reader.values(row);
      if (values === null) continue;
      writer.add(
        { ...place, row: row.row },
        present.map((column) => values[column] ?? null),
      );
      rows++;
    }
    await writer.full();
  }
  reader.finish();
  if (rows === 0) issue(issueOf("SHEET_WITHOUT_ROWS", place));
}

type CsvList = { readonly found: FoundList; readonly delimiter: string };

/** The list a CSV file's header fits; its columns must nearly all be there, for nothing else says what the file is. */
function csvList(file: SourceFile, lists: readonly SheetList[]): CsvList | undefined {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return undefined;
  const cells = header.names.map((text) => ({ text, kind: "text", isDate: false, isFormula: false }) as const);
  const found = findList(lists, "", [{ row: header.row, cells }], SHARE_OF_CSV);
  return found === undefined ? undefined : { found, delimiter: header.delimiter };
}

async function stageCsvList(
  file: SourceFile,
  { lists, readFlag }: ListStaging,
  context: ReadContext,
): Promise<readonly string[]> {
  const header = readCsvHeader(file);
  const list = csvList(file, lists);
  if (list === undefined || !isHeader(header)) return [];
  const { found, delimiter } = list;
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    const records = csvRecords(decodedText(file.path, isHeader(header) ? header.encoding : "utf-8"), {
      delimiter,
      cellCharacters: LIMITS.cellCharacters,
    });
    for await (const { row, cells, fault } of records) {
      if (fault !== undefined) {
        const code = fault === "unclosed-quote" ? "UNCLOSED_QUOTE" : "CELL_TOO_LONG";
        context.issue(issueOf(code, { file: file.name, row }, { limit: LIMITS.cellCharacters }));
        return;
      }
      yield [{ row, cells: cells.map((text) => ({ text, kind: "text", isDate: false, isFormula: false })) }];
    }
  }
  await stageRows(batches(), { found, place: { file: file.name }, is1904: false, readFlag }, context);
  return [found.list.table];
}

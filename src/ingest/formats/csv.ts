/** Stages a CSV file: by DuckDB's own reader where the file is regular, by our careful one, record by record, where it is not. */
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Issue } from "../../domain/issue.ts";
import { sqlText } from "../../warehouse/database.ts";
import type { CsvOptions, SourceFile } from "../contract.ts";
import { decodedText, type Encoding } from "../encoding.ts";
import { issueOf } from "../issue-codes.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { quoted } from "../sql-text.ts";
import type { StagingDatabase } from "../staging.ts";
import { isHeader, readCsvHeader } from "./csv-header.ts";
import { csvRecords } from "./csv-records.ts";
import { type CsvScan, scanCsv } from "./csv-scan.ts";

/** Blanks taken off both ends of a cell: space, tab and the no-break space spreadsheets leave. */
const BLANKS = " \t\u00A0";

/** What staging a CSV file needs besides the file. */
export type CsvStage = {
  readonly staging: StagingDatabase;
  readonly workDir: string;
  readonly issue: (issue: Issue) => void;
  readonly limits?: Limits;
};

/** Stages the rows under the header as table `table` and returns how many there were. */
export async function stageCsvFile(
  { staging, workDir, issue, limits = LIMITS }: CsvStage,
  table: string,
  file: SourceFile,
  options: CsvOptions,
): Promise<number> {
  const header = readCsvHeader(file, limits);
  if (!isHeader(header)) return 0;
  const plain = await plainUtf8(file, options.encoding, workDir, issue);
  const rows = header.row === 1 && isRegular(plain.scan) ? await fastRows(staging, table, file, plain, options) : null;
  if (rows !== null) return rows;
  return await carefulRows({ staging, workDir, issue, limits }, table, file, plain, options, header.row);
}

type PlainFile = { readonly path: string; readonly encoding: Encoding; readonly scan: CsvScan };

/** The file itself when it is UTF-8, else a UTF-8 copy in the work folder. */
async function plainUtf8(
  file: SourceFile,
  encoding: Encoding,
  workDir: string,
  issue: (issue: Issue) => void,
): Promise<PlainFile> {
  const scan = encoding === "utf-8" ? await scanCsv(file.path) : null;
  if (scan?.isUtf8) return { path: file.path, encoding: "utf-8", scan };
  const from = encoding === "utf-8" ? "windows-1252" : encoding;
  if (from === "windows-1252") issue(issueOf("TEXT_NOT_DECODED", { file: file.name }));
  const folder = join(workDir, "utf-8");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${file.sha256}.csv`);
  await pipeline(decodedText(file.path, from), createWriteStream(path));
  return { path, encoding: "utf-8", scan: await scanCsv(path) };
}

function isRegular(scan: CsvScan): boolean {
  return !(scan.hasNul || scan.hasOddQuotes || scan.hasBlankLine || scan.hasOddLineEnd);
}

/** Rows staged by DuckDB, numbered by place; `null` when it finds any row irregular, so that the careful reader can say which. */
async function fastRows(
  staging: StagingDatabase,
  table: string,
  file: SourceFile,
  { path, scan }: PlainFile,
  { delimiter, columns }: CsvOptions,
): Promise<number | null> {
  const types = columns.map((column) => `${sqlText(column)}: 'VARCHAR'`).join(", ");
  const blanks = scan.hasOddBlank ? `, ${sqlText(BLANKS)}` : "";
  const cells = columns.map((column) => `nullif(trim(${quoted(column)}${blanks}), '') as ${quoted(column)}`);
  const quote = scan.hasQuote ? `'"'` : "''";
  // Where quotes may hide line ends the file is read in one go: a reader that starts in the middle could mistake them.
  const select = `select ${cells.join(", ")} from read_csv(${sqlText(path)}, auto_detect = false, header = false, skip = 1,
    delim = ${sqlText(delimiter)}, quote = ${quote}, escape = ${quote}, comment = '', parallel = ${!scan.hasQuote},
    null_padding = false, ignore_errors = false, strict_mode = true, columns = {${types}})`;
  try {
    return await staging.addPlaced(table, columns, select, file.name, 2);
  } catch {
    return null;
  }
}

async function carefulRows(
  { staging, issue, limits = LIMITS }: CsvStage,
  table: string,
  file: SourceFile,
  { path, encoding }: PlainFile,
  { delimiter, columns }: CsvOptions,
  headerRow: number,
): Promise<number> {
  const writer = await staging.writer(table, columns);
  let rows = 0;
  for await (const { row, cells, fault } of csvRecords(decodedText(path, encoding), {
    delimiter,
    cellCharacters: limits.cellCharacters,
  })) {
    if (fault !== undefined) {
      const code = fault === "unclosed-quote" ? "UNCLOSED_QUOTE" : "CELL_TOO_LONG";
      issue(issueOf(code, { file: file.name, row }, { limit: limits.cellCharacters }));
      break;
    }
    if (row <= headerRow) continue;
    rows++;
    const kept = withoutNuls(cells, () => issue(issueOf("NUL_BYTES", { file: file.name, row })));
    if (kept.slice(columns.length).some((cell) => cell.trim() !== "")) {
      issue(issueOf("ROW_TOO_LONG", { file: file.name, row }));
      continue;
    }
    if (kept.length < columns.length) issue(issueOf("ROW_TOO_SHORT", { file: file.name, row }));
    writer.add({ file: file.name, row }, kept);
    if (rows % 10_000 === 0) await writer.full();
  }
  await writer.full();
  return rows;
}

function withoutNuls(cells: readonly string[], found: () => void): readonly string[] {
  if (!cells.some((cell) => cell.includes("\0"))) return cells;
  found();
  return cells.map((cell) => cell.replaceAll("\0", ""));
}

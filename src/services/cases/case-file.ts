/** A list of cases as a file to take away: marked with who took it, when and why, on every row, so that no cut of it is without. */
import { Workbook } from "@cj-tech-master/excelts";
import { csvText, plainText } from "../../domain/csv-text.ts";
import type { CaseColumn } from "./case-columns.ts";
import type { CaseRow } from "./cases-for-viewer.ts";

export const CASE_FILE_FORMATS = ["csv", "xlsx"] as const;
export type CaseFileFormat = (typeof CASE_FILE_FORMATS)[number];

export type CaseFileRequest = {
  readonly title: string;
  /** The figure and filters, a line each, for the cover sheet. */
  readonly about: readonly string[];
  readonly columns: readonly Pick<CaseColumn, "name" | "label">[];
  readonly rows: readonly CaseRow[];
  readonly mark: CopyMark;
};

/** What makes a copy one that can be traced. */
export type CopyMark = {
  /** Found again in the access log. */
  readonly number: string;
  readonly person: string;
  /** ISO moment. */
  readonly at: string;
  readonly purpose: string;
};

const MARKING = "Marking";

/** The sentence every row carries. */
export function markWords({ number, person, at, purpose }: CopyMark): string {
  return `OFFICIAL-SENSITIVE. Copy ${number} taken by ${person} at ${at.slice(0, 16).replace("T", " ")} UTC for: ${purpose}`;
}

/** The file's bytes. */
export async function caseFile(format: CaseFileFormat, request: CaseFileRequest): Promise<Uint8Array> {
  return format === "csv" ? csvFile(request) : excelFile(request);
}

/** With no rows there is still one that carries the mark. */
function csvFile({ columns, rows, mark }: CaseFileRequest): Uint8Array {
  const names = [...columns.map(({ label }) => label), MARKING];
  const marked = rows.map((row) => ({ ...labelled(row, columns), [MARKING]: markWords(mark) }));
  const lines = marked.length === 0 ? [{ [MARKING]: markWords(mark) }] : marked;
  return Buffer.from(`\uFEFF${csvText(lines, names, true)}`, "utf8");
}

/** Every text is written as text, so that nothing in a cell is ever run. */
async function excelFile({ title, about, columns, rows, mark }: CaseFileRequest): Promise<Uint8Array> {
  const book = new Workbook();
  book.title = title;
  book.created = new Date(mark.at);
  const cover = book.addWorksheet("About this copy");
  for (const line of [title, markWords(mark), ...about]) cover.addRow([line]);
  cover.getColumn(1).width = 110;
  const sheet = book.addWorksheet("Cases");
  sheet.addRow([...columns.map(({ label }) => label), MARKING]);
  for (const row of rows) sheet.addRow([...columns.map(({ name }) => excelCell(row[name])), markWords(mark)]);
  sheet.columns.forEach((column) => {
    column.width = 22;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function excelCell(value: unknown): string | number {
  return typeof value === "number" ? value : plainText(value);
}

function labelled(row: CaseRow, columns: CaseFileRequest["columns"]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map(({ name, label }) => [label, row[name]]));
}

/** The number of a copy: its day and eight letters nobody else has. */
export function copyNumber(at: Date, random: () => string): string {
  return `E-${at.toISOString().slice(0, 10).replaceAll("-", "")}-${random().replaceAll("-", "").slice(0, 8).toUpperCase()}`;
}

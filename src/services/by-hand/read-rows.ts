/** Reads figures from a spreadsheet: a CSV file, or rows copied and pasted, with a line of headings. */
import {
  ENTRY_FIELDS,
  type EnteredValues,
  type EntryField,
  readEntry,
  type TypedEntry,
} from "../../domain/entered-figure.ts";
import { AppError } from "../../domain/errors.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import { csvRecords } from "../../ingest/formats/csv-records.ts";
import { type HandMeasure, periodWritten } from "./hand-measures.ts";

export type RowIssue = { readonly row: number; readonly column: string; readonly message: string };
export type RowRead = {
  readonly row: number;
  readonly measure: HandMeasure;
  readonly period: ReportingPeriod;
  readonly values: EnteredValues | null;
};
export type RowsRead = { readonly rows: readonly RowRead[]; readonly issues: readonly RowIssue[] };

const MOST_ROWS = 5_000;

/** What people call the columns, folded. */
const HEADINGS: Readonly<Record<string, EntryField | "measure" | "period">> = {
  measure: "measure",
  measureid: "measure",
  indicator: "measure",
  title: "measure",
  period: "period",
  month: "period",
  numerator: "numerator",
  denominator: "denominator",
  value: "value",
  figure: "value",
  text: "value",
  words: "value",
  valueorwords: "value",
  figureorwords: "value",
  state: "state",
  note: "note",
  notes: "note",
};

/** Rows of measures the person may enter; a row that cannot be read becomes an issue that says where and why. */
export async function readRows(content: string, measures: readonly HandMeasure[]): Promise<RowsRead> {
  const text = content.replace(/^\uFEFF/, "");
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  const rows: RowRead[] = [];
  const issues: RowIssue[] = [];
  let headings: ReadonlyMap<EntryField | "measure" | "period", number> | null = null;
  const seen = new Set<string>();
  for await (const { row, cells, fault } of csvRecords([text], { delimiter, cellCharacters: 10_000 })) {
    if (fault !== undefined) {
      issues.push({ row, column: "", message: "A quote is opened and never closed, so the rest cannot be read." });
      break;
    }
    if (headings === null) {
      headings = headingsOf(cells);
      continue;
    }
    if (rows.length + issues.length >= MOST_ROWS) throw tooMany();
    const read = readRow(row, cells, headings, measures);
    if ("issues" in read) issues.push(...read.issues);
    else if (seen.has(`${read.measure.id} ${read.period.id}`))
      issues.push({ row, column: "measure", message: "The same measure and period stand in an earlier row." });
    else {
      seen.add(`${read.measure.id} ${read.period.id}`);
      rows.push(read);
    }
  }
  return { rows, issues };
}

/** @throws AppError FORM_INVALID when a row could not be told whose it is */
function headingsOf(cells: readonly string[]): ReadonlyMap<EntryField | "measure" | "period", number> {
  const found = new Map<EntryField | "measure" | "period", number>();
  for (const [index, cell] of cells.entries()) {
    const field = HEADINGS[cell.toLowerCase().replace(/[^a-z]/g, "")];
    if (field !== undefined && !found.has(field)) found.set(field, index);
  }
  if (found.has("measure") && found.has("period")) return found;
  throw new AppError(
    "FORM_INVALID",
    "The first line must name the columns measure and period.",
    "Begin with a line such as: measure, period, numerator, denominator, value, state, note.",
  );
}

function readRow(
  row: number,
  cells: readonly string[],
  headings: ReadonlyMap<EntryField | "measure" | "period", number>,
  measures: readonly HandMeasure[],
): RowRead | { readonly issues: readonly RowIssue[] } {
  const cell = (field: EntryField | "measure" | "period"): string => (cells[headings.get(field) ?? -1] ?? "").trim();
  const wrong = (column: string, message: string) => ({ issues: [{ row, column, message }] });
  const measure = measureNamed(cell("measure"), measures);
  if (measure === null)
    return wrong("measure", `"${cell("measure").slice(0, 80)}" is not the id or title of a measure you may enter.`);
  let period: ReportingPeriod;
  try {
    period = periodWritten(measure, cell("period"));
  } catch {
    return wrong("period", `"${cell("period").slice(0, 40)}" is not a period: write 2026-03, 2025-26-Q4 or 2025-26.`);
  }
  const typed = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, cell(field)])) as TypedEntry;
  const read = readEntry(typed, measure.unit);
  if ("faults" in read)
    return { issues: read.faults.map(({ field, message }) => ({ row, column: field, message: `${message}.` })) };
  return { row, measure, period, values: read.values };
}

function measureNamed(text: string, measures: readonly HandMeasure[]): HandMeasure | null {
  const fold = (word: string): string =>
    word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const wanted = fold(text);
  return measures.find(({ id, title }) => fold(id) === wanted || fold(title) === wanted) ?? null;
}

function tooMany(): AppError {
  return new AppError("FORM_INVALID", `More than ${MOST_ROWS} rows were given.`, "Give them in several goes.");
}

/** Finds the tables of data that Waymark's own reports hold (CSV files, or data sheets of a workbook) among what is to be imported. */
import {
  COMMENT_ROW_COLUMNS,
  FIGURE_ROW_COLUMNS,
  INDICATOR_ROW_COLUMNS,
} from "../../domain/report/indicator-row-columns.ts";
import type { SourceTable, TableRow } from "./source-table.ts";

/** A row of data by the names of its columns; blank where there is nothing. */
export type OwnRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };
export type OwnTable = {
  readonly table: SourceTable;
  readonly rows: readonly OwnRow[];
  readonly above: readonly TableRow[];
};

export type OwnTables = {
  readonly indicators: OwnTable;
  readonly figures: OwnTable | null;
  readonly comments: OwnTable | null;
};

/** Rows looked through for the header: a sheet has a title, notes and shorthand above it. */
const TOP = 40;
/** What the data sheets of a workbook write where there is nothing. */
const NOTHING = "None";

/** `null` when no table is the indicators of a report of ours. */
export function findOwnTables(tables: readonly SourceTable[]): OwnTables | null {
  const indicators = firstWith(tables, INDICATOR_ROW_COLUMNS);
  if (indicators === null) return null;
  return {
    indicators,
    figures: firstWith(tables, FIGURE_ROW_COLUMNS),
    comments: firstWith(tables, COMMENT_ROW_COLUMNS),
  };
}

/** The first table with every one of the columns. */
function firstWith(tables: readonly SourceTable[], columns: readonly { readonly name: string }[]): OwnTable | null {
  for (const table of tables) {
    const header = table.rows.slice(0, TOP).find((row) => hasColumns(row, columns));
    if (header === undefined) continue;
    const names = header.cells.map(columnName);
    const isSheet = table.sheet !== undefined;
    const rows = table.rows
      .filter(({ row }) => row > header.row)
      .map(({ row, cells, written }): OwnRow => {
        const texts = names.map((name, index) => [name, plainCell((written ?? cells)[index] ?? "", isSheet)]);
        return { row, cells: Object.fromEntries(texts) };
      })
      // A sheet's table has one row even where there is nothing to put into it.
      .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
    return { table, rows, above: table.rows.filter(({ row }) => row < header.row) };
  }
  return null;
}

function hasColumns({ cells }: TableRow, columns: readonly { readonly name: string }[]): boolean {
  const names = new Set(cells.map(columnName));
  return columns.every(({ name }) => names.has(name));
}

/** "Rating reason" and "rating_reason" are the same column. */
function columnName(heading: string): string {
  return heading.trim().toLowerCase().replaceAll(" ", "_");
}

/** CSV has an apostrophe before what a spreadsheet would run; a sheet has words where a cell would be empty. */
function plainCell(text: string, isSheet: boolean): string {
  const plain = text.replace(/\r\n?/g, "\n").trim();
  if (isSheet) return plain === NOTHING ? "" : plain;
  return plain.replace(/^'(?=[=+\-@\t\r])/, "");
}

/** A scorecard table cut where new headings with other columns begin, with each row told for what it is. */
import type { ImportOptions } from "./import-options.ts";
import { type Column, findHeadingRow, isHeadingRow, type Layout, readLayout } from "./layout.ts";
import type { SeenRow } from "./row-account.ts";
import { rowKind } from "./row-kind.ts";
import { type SourceTable, type TableRow, tableName } from "./source-table.ts";

/** Rows under one row of headings. */
export type Block = { readonly table: string; readonly layout: Layout; readonly rows: readonly SeenRow[] };

/** A table cut where new headings with other columns begin; each row told for what it is. */
export function readBlocks(table: SourceTable, options: ImportOptions): readonly Block[] {
  const heading = findHeadingRow(table, options);
  if (heading === null) return [];
  let headings = heading.cells;
  const name = tableName(table);
  const rows: SeenRow[] = [];
  const blocks = [{ table: name, layout: readLayout(table, heading, options), rows }];
  let current = rows;
  let columns = blocks[0]?.layout.columns ?? [];
  let section = "";
  for (const row of table.rows) {
    const isFirst = row.row === heading.row;
    const kind = isFirst ? "heading" : row.row < heading.row ? rowAbove(row) : rowKind(row, columns, headings);
    if (row.row > heading.row && !isSame(row.cells, headings) && isHeadingRow(row.cells, options)) {
      headings = row.cells;
      const layout = readLayout(table, row, options);
      columns = layout.columns;
      current = [{ table: name, row, kind: "heading", section, text: "" }];
      blocks.push({ table: name, layout, rows: current });
      continue;
    }
    if (kind === "section") section = row.cells.find((cell) => cell !== "") ?? section;
    // A section's cell merged over its rows is filled in the first only.
    const own = kind === "measure" ? cellOf(row, columns, "section") : "";
    if (own !== "") section = own;
    current.push({
      table: name,
      row,
      kind,
      section,
      text: row.cells.filter(Boolean).join(" "),
    });
  }
  return blocks;
}

function isSame(cells: readonly string[], headings: readonly string[]): boolean {
  return cells.join("\t").trimEnd() === headings.join("\t").trimEnd();
}

/** Above the headings stand a title and notes. */
function rowAbove({ cells }: TableRow): "title" | "footnote" {
  return cells.filter((cell) => cell !== "").length === 1 && cells.join("").length <= 80 ? "title" : "footnote";
}

/** A row's cell under the column of a role; "" when there is none. */
export function cellOf({ cells }: TableRow, columns: readonly Column[], role: Column["role"]): string {
  const column = columns.find((one) => one.role === role);
  return column === undefined ? "" : (cells[column.index] ?? "");
}

/** Measure rows, each with the text of the rows that run on from it added to the cells above. */
export function withContinuations(rows: readonly SeenRow[], columns: readonly Column[]): readonly SeenRow[] {
  const measures: SeenRow[] = [];
  for (const seen of rows) {
    const last = measures.at(-1);
    if (seen.kind === "measure") measures.push(seen);
    else if (seen.kind === "continuation" && last !== undefined) {
      const cells = columns.map(({ index }) =>
        [last.row.cells[index] ?? "", seen.row.cells[index] ?? ""].filter((cell) => cell !== "").join(" "),
      );
      const byIndex = [...last.row.cells];
      for (const [place, { index }] of columns.entries()) byIndex[index] = cells[place] ?? "";
      measures[measures.length - 1] = { ...last, row: { ...last.row, cells: byIndex } };
    }
  }
  return measures;
}

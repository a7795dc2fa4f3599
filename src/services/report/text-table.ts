/** Tables of words: a line a row, a dash where there is nothing to say. */
import type { ReportColumn, TableBlock } from "../../domain/report/document.ts";

/** Stands where a cell has nothing to say: an empty cell would be read as something forgotten. */
export const NOTHING = "–";

export type TextColumn = Pick<ReportColumn, "id" | "header" | "weight" | "words">;

export type TextTable = Pick<TableBlock, "id" | "caption" | "source"> & {
  readonly columns: readonly TextColumn[];
  /** Cells in the columns' order. */
  readonly rows: readonly (readonly string[])[];
};

/** A table whose cells are all words. */
export function textTable({ columns, rows, ...named }: TextTable): TableBlock {
  return {
    kind: "table",
    ...named,
    columns: columns.map((column) => ({ ...column, align: "start" })),
    rows: rows.map((cells) => ({
      cells: cells.map((words) => ({ kind: "text", text: [words.trim() === "" ? NOTHING : words] })),
    })),
  };
}

/** "1.5, 1.7 and 2.3". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

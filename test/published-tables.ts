/** A published scorecard's table as its file has it, read without any of the import's code: what printed reports are compared with. */
import { readdirSync, readFileSync } from "node:fs";

export const PUBLISHED = "../shared/published";

export type PublishedRow = { readonly line: number; readonly cells: readonly string[] };
export type PublishedTable = { readonly headings: readonly string[]; readonly rows: readonly PublishedRow[] };

/** The path of the file whose name ends so. */
export function publishedPath(end: string): string {
  const name = readdirSync(PUBLISHED).find((file) => file.endsWith(`-${end}`));
  if (name === undefined) throw new Error(`no file ends with ${end}`);
  return `${PUBLISHED}/${name}`;
}

/** Cells as they stand, quotation marks and all. */
export function publishedTable(end: string): PublishedTable {
  const [headings = [], ...rows] = readFileSync(publishedPath(end), "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
  return { headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

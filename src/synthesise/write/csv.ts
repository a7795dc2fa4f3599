/** CSV files of one folder. */
import { join } from "node:path";
import type { Layout } from "./layout.ts";
import { type TextFile, textFile } from "./text-file.ts";

export type CsvFolder = {
  /** Adds a row; cells must be safe to join by commas already. Opens the file with its header when it is the first. */
  add(layout: Layout, row: readonly string[]): void;
  /** Makes the file, with its header, even when no row comes. */
  declare(layout: Layout): void;
  /** Lets what has been filled go to disk; await it now and then, so that memory stays flat. */
  flush(): Promise<void>;
  /** Writes the rest, closes, and says how many rows each file has. */
  close(): Promise<Readonly<Record<string, number>>>;
};

/** Opens a folder for CSV files; it is made when it is not there. */
export function csvFolder(folder: string): CsvFolder {
  const sheets = new Map<string, { readonly file: TextFile; rows: number }>();
  const sheetOf = ({ file, columns }: Layout) => {
    let sheet = sheets.get(file);
    if (!sheet) {
      sheet = { file: textFile(join(folder, `${file}.csv`)), rows: 0 };
      sheet.file.add(`${columns.join(",")}\n`);
      sheets.set(file, sheet);
    }
    return sheet;
  };
  return {
    add(layout, row) {
      const sheet = sheetOf(layout);
      sheet.file.add(`${row.join(",")}\n`);
      sheet.rows++;
    },
    declare(layout) {
      sheetOf(layout);
    },
    async flush() {
      for (const { file } of sheets.values()) await file.flush();
    },
    async close() {
      for (const { file } of sheets.values()) await file.close();
      return Object.fromEntries([...sheets].map(([name, { rows }]) => [name, rows]));
    },
  };
}

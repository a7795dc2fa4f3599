/** CSV files of one folder, written in big pieces; nothing is held but the piece being filled. */
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Layout } from "./layout.ts";

const PIECE = 1 << 18;

type Sheet = { readonly path: string; text: string; handle: FileHandle | undefined; rows: number };

export type CsvFolder = {
  /** Adds a row; cells must be safe to join by commas already. Opens the file with its header when it is the first. */
  add(layout: Layout, row: readonly string[]): void;
  /** Makes the file, with its header, even when no row comes. */
  declare(layout: Layout): void;
  /** Writes what has been filled; await it now and then, so that memory stays flat. */
  flush(): Promise<void>;
  /** Writes the rest, closes, and says how many rows each file has. */
  close(): Promise<Readonly<Record<string, number>>>;
};

/** Opens a folder for CSV files; it is made when it is not there. */
export async function csvFolder(folder: string): Promise<CsvFolder> {
  await mkdir(folder, { recursive: true });
  const sheets = new Map<string, Sheet>();
  const sheetOf = (layout: Layout): Sheet => {
    let sheet = sheets.get(layout.file);
    if (!sheet) {
      sheet = {
        path: join(folder, `${layout.file}.csv`),
        text: `${layout.columns.join(",")}\n`,
        handle: undefined,
        rows: 0,
      };
      sheets.set(layout.file, sheet);
    }
    return sheet;
  };
  const write = async (sheet: Sheet): Promise<void> => {
    sheet.handle ??= await open(sheet.path, "w");
    const { text } = sheet;
    sheet.text = "";
    await sheet.handle.writeFile(text);
  };
  return {
    add(layout, row) {
      const sheet = sheetOf(layout);
      sheet.text += `${row.join(",")}\n`;
      sheet.rows++;
    },
    declare: (layout) => void sheetOf(layout),
    async flush() {
      for (const sheet of sheets.values()) if (sheet.text.length >= PIECE) await write(sheet);
    },
    async close() {
      for (const sheet of sheets.values()) {
        if (sheet.text || !sheet.handle) await write(sheet);
        await sheet.handle?.close();
      }
      return Object.fromEntries([...sheets].map(([file, { rows }]) => [file, rows]));
    },
  };
}

/** The Annex A workbook: eleven sheets, headers in the first row, dates as Excel dates. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import type { Authority } from "../authority.ts";
import { isoText } from "../calendar.ts";
import type { Life } from "../life/records.ts";
import type { Random } from "../prng.ts";
import { careRows } from "./annex-a-care.ts";
import { LISTS } from "./annex-a-lists.ts";
import { annexARows, type Cell } from "./annex-a-rows.ts";
import { uk } from "./cell.ts";
import type { Dirt } from "./dirt.ts";
import type { Layout } from "./layout.ts";

const DAY_MS = 86_400_000;
const DATED: ReadonlySet<string> = new Set(["birth", "date", "start", "end"]);
const UK_DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/;

export type AnnexABook = {
  add(life: Life, random: Random): void;
  /** Writes the workbook; says how many rows each list has. */
  write(path: string): Promise<Readonly<Record<string, number>>>;
};

/** Collects the rows of one authority: lists of six and twelve months, so small whatever the history. */
export function annexABook({ to }: Authority, dirt: Dirt): AnnexABook {
  const sheets: string[][][] = LISTS.map(() => []);
  return {
    add(life, random) {
      const rows = annexARows(life, to).with(7, careRows(life, to));
      for (const [place, layout] of LISTS.entries())
        for (const row of rows[place] ?? []) sheets[place]?.push(...dirt(layout, textRow(layout, row), random));
    },
    async write(path) {
      const book = new Workbook();
      const stamp = new Date(`${isoText(to)}T00:00:00Z`);
      book.created = stamp;
      book.modified = stamp;
      for (const [place, layout] of LISTS.entries()) {
        const sheet = book.addWorksheet(layout.file);
        sheet.addRow([...layout.columns]);
        for (const row of sheets[place] ?? []) sheet.addRow(row.map((text, column) => cellOf(layout, column, text)));
      }
      await mkdir(dirname(path), { recursive: true });
      // The ZIP's own times are fixed too, so that the same seed gives the same bytes.
      await writeFile(path, await book.xlsx.writeBuffer({ zip: { modTime: stamp, timestamps: "dos" } }));
      return Object.fromEntries(LISTS.map(({ file }, place) => [`annex-a ${file}`, sheets[place]?.length ?? 0]));
    },
  };
}

/** Rows pass the faults as text, as they would have been typed. */
function textRow({ roles }: Layout, row: readonly Cell[]): string[] {
  return row.map((cell, place) => {
    if (cell === null) return "";
    return typeof cell === "number" && DATED.has(roles[place] ?? "") ? uk(cell) : String(cell);
  });
}

/** A real date becomes an Excel date and a count a number; a spoilt one stays the text it is. */
function cellOf({ roles, columns }: Layout, column: number, text: string): string | number | Date | null {
  if (text === "") return null;
  const date = DATED.has(roles[column] ?? "") ? UK_DATE.exec(text) : null;
  if (date) {
    const day = Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1]));
    return day % DAY_MS === 0 && new Date(day).getUTCDate() === Number(date[1]) ? new Date(day) : text;
  }
  return /^(Age|Number|No\.)/.test(columns[column] ?? "") ? Number(text) : text;
}

/** Opens an Excel workbook (.xlsx, .xlsm) to stream its sheets, or says why it cannot be read. */
import type { Issue } from "../../domain/issue.ts";
import type { SourceFile } from "../contract.ts";
import { issueOf } from "../issue-codes.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { readWorkbookParts } from "./xlsx-parts.ts";
import { type SheetRow, sheetRows } from "./xlsx-sheet.ts";
import { openZip, WorkbookFault } from "./xlsx-zip.ts";

export type WorkbookSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** The rows with something in them, in batches. */
  rows(): AsyncGenerator<readonly SheetRow[]>;
  /** The first rows, as texts, for finding the header. */
  top(rows: number): Promise<readonly SheetRow[]>;
};

export type Workbook = { readonly sheets: readonly WorkbookSheet[]; readonly is1904: boolean };

/** Whether the file starts as every ZIP archive does. */
export function isZip({ head }: SourceFile): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);
}

/** Shared texts read for the first look at a sheet; headers are among the first, and the rest follow when one is not. */
const FIRST_TEXTS = 20_000;

/**
 * Opens a workbook.
 *
 * @throws WorkbookFault saying what is wrong with it
 */
export async function openWorkbook(path: string, limits: Limits = LIMITS): Promise<Workbook> {
  const zip = await openZip(path, limits);
  const parts = await readWorkbookParts(zip, limits.sharedBytes);
  let some: Promise<readonly string[]> | undefined;
  let all: Promise<readonly string[]> | undefined;
  return {
    is1904: parts.is1904,
    sheets: parts.sheets.map(({ name, isHidden, part }) => {
      const rowsWith = (sharedText: (place: number) => string) =>
        sheetRows(zip.read(part), {
          name: part.name,
          dateStyles: parts.dateStyles,
          numberStyles: parts.numberStyles,
          sharedText,
          mostColumns: limits.columns,
          tooWide() {
            throw new WorkbookFault("WORKBOOK_TOO_WIDE", { limit: limits.columns });
          },
        });
      return {
        name,
        isHidden,
        async *rows() {
          all ??= parts.sharedTexts();
          const texts = await all;
          yield* rowsWith((place) => texts[place] ?? "");
        },
        async top(count) {
          some ??= parts.sharedTexts(FIRST_TEXTS);
          const texts = await (all ?? some);
          let isWhole = true;
          const textAt = (place: number) => {
            isWhole &&= place < texts.length;
            return texts[place] ?? "";
          };
          const rows = await firstRows(rowsWith(textAt), count);
          if (isWhole || all !== undefined) return rows;
          all = parts.sharedTexts();
          const every = await all;
          return firstRows(
            rowsWith((place) => every[place] ?? ""),
            count,
          );
        },
      };
    }),
  };
}

async function firstRows(batches: AsyncGenerator<readonly SheetRow[]>, count: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.filter(({ row }) => row <= count));
    if (batch.some(({ row }) => row >= count)) break;
  }
  return rows;
}

/** The first bytes of Microsoft's older container: .xls, or a new workbook locked with a password. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** Rows of each sheet looked at for faults. */
const FIRST_ROWS = 10;

/** What is wrong with a file that should be a workbook, as an issue; `undefined` when nothing is or it is something else altogether. */
export async function workbookIssue(file: SourceFile, limits: Limits = LIMITS): Promise<Issue | undefined> {
  const place = { file: file.name };
  if (OLD_CONTAINER.every((byte, index) => file.head[index] === byte)) {
    // A locked workbook is an old container around a stream of this name, written in UTF-16.
    const isLocked = Buffer.from(file.head).includes(Buffer.from("EncryptedPackage", "utf16le"));
    return isLocked
      ? issueOf("WORKBOOK_LOCKED", place)
      : issueOf("WORKBOOK_OTHER_KIND", place, { looks: "an old Excel workbook (.xls), or one locked with a password" });
  }
  if (!isZip(file)) return undefined;
  try {
    const { sheets } = await openWorkbook(file.path, limits);
    for (const sheet of sheets) await sheet.top(FIRST_ROWS);
    return undefined;
  } catch (fault) {
    if (fault instanceof WorkbookFault) return issueOf(fault.code, place, fault.fill);
    throw fault;
  }
}

/** A council's own Word document, whose styles and locked parts its reports take: one file in the data folder, for the web application and the command line alike. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../domain/checksums.ts";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/open-store.ts";

/** A base with pictures of a letterhead is far below this. */
export const LARGEST_BASE = 5_000_000;

/** The base that was kept; undefined where there is none. */
export function readWordBase(data: string): Uint8Array | undefined {
  const file = placeOf(data);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** A base from wherever somebody names it. @throws AppError FILE_MISSING, FORM_INVALID */
export function wordBaseFrom(file: string): Uint8Array {
  if (!existsSync(file))
    throw new AppError("FILE_MISSING", `There is no file ${file}.`, "Give the path of a .docx or .dotx file.");
  return checkedBase(readFileSync(file), file);
}

/** Keeps a base in place of any other. @throws AppError FORM_INVALID for a file that is no Word document */
export async function keepWordBase(
  { store, data }: { readonly store: Store; readonly data: string },
  by: By,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const before = readWordBase(data);
  checkedBase(bytes, name);
  await store.change({ ...by, what: "set report base" }, async () => {
    const file = placeOf(data);
    mkdirSync(data, { recursive: true });
    // Written beside and put in place at once: a report being made reads the one or the other whole.
    writeFileSync(`${file}.new`, bytes, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return {
      subject: "report base",
      before: before === undefined ? null : { sha256: sha256(before) },
      after: { name, sha256: sha256(bytes), bytes: bytes.length },
      result: undefined,
    };
  });
}

/** Goes back to Waymark's own styles. */
export async function removeWordBase(
  { store, data }: { readonly store: Store; readonly data: string },
  by: By,
): Promise<void> {
  const before = readWordBase(data);
  if (before === undefined) return;
  await store.change({ ...by, what: "remove report base" }, async () => {
    rmSync(placeOf(data), { force: true });
    return { subject: "report base", before: { sha256: sha256(before) }, after: null, result: undefined };
  });
}

function placeOf(data: string): string {
  return join(data, "report-base.docx");
}

/** A Word file is a ZIP archive that holds a main document; one with macros is not taken. */
function checkedBase(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.length > LARGEST_BASE) throw refused(`${name} is larger than 5 MB.`);
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.startsWith("PK") || !text.includes("word/"))
    throw refused(`${name} is not a Word document (.docx or .dotx).`);
  if (/vbaProject\.bin/i.test(text)) throw refused(`${name} holds macros.`);
  return bytes;
}

function refused(message: string): AppError {
  return new AppError(
    "FORM_INVALID",
    message,
    "Save the document in Word as .docx or .dotx, without macros, and try again.",
  );
}

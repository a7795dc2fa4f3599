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

/** Changes whenever the kept base does; "" where there is none. */
export function wordBaseMark(data: string): string {
  const base = readWordBase(data);
  return base === undefined ? "" : sha256(base);
}

/** A base from wherever somebody names it; the report made with it checks it. @throws AppError FILE_MISSING */
export function wordBaseFrom(file: string): Uint8Array {
  if (!existsSync(file))
    throw new AppError("FILE_MISSING", `There is no file ${file}.`, "Give the path of a .docx or .dotx file.");
  return readFileSync(file);
}

/** Keeps a base in place of any other. @throws AppError WORD_BASE_UNUSABLE */
export async function keepWordBase(
  { store, data }: { readonly store: Store; readonly data: string },
  by: By,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const before = readWordBase(data);
  await assertUsable(bytes, name);
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

/** The check every Word report makes of its base; made before a base is kept, so that no report fails for it later. */
async function assertUsable(bytes: Uint8Array, name: string): Promise<void> {
  if (bytes.length > LARGEST_BASE)
    throw new AppError(
      "WORD_BASE_UNUSABLE",
      `${name} is larger than 5 MB.`,
      "Take out large pictures and save it again.",
    );
  const { openBase } = await import("../../reports/formats/docx/base/open-base.ts");
  openBase(bytes);
}

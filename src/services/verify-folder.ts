/** Checks an edition's folder by its own checksums; needs neither store nor data, so that anybody can do it anywhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../domain/checksums.ts";
import { AppError } from "../domain/errors.ts";
import type { Check } from "./verify.ts";

const LIST = "checksums.txt";

export type FolderCheck = Check & { readonly checksums: string };

/** Every file listed is there and unchanged, and no other lies beside them. @throws AppError FILE_MISSING without a checksums.txt */
export function verifyFolder(folder: string): FolderCheck {
  if (!existsSync(join(folder, LIST)))
    throw new AppError(
      "FILE_MISSING",
      `${folder} has no ${LIST}.`,
      "Name the folder that waymark editions export wrote.",
    );
  const checksums = readFileSync(join(folder, LIST), "utf8");
  const subject = `folder ${folder}`;
  const listed = parseList(checksums);
  if (listed === null) return { subject, found: "", faults: [`${LIST} is not a list of checksums`], checksums };
  const present = new Set(filesOf(folder));
  const faults = [...listed].flatMap(([path, sum]) => {
    // Only names found by looking in the folder are read, so a list cannot point outside it.
    if (!present.has(path)) return [`${path} is missing`];
    return sha256(readFileSync(join(folder, path))) === sum ? [] : [`${path} was changed`];
  });
  // What an edition was made from may lie beside it for auditors; the store proves that, not this list.
  const unlisted = [...present].filter((path) => path !== LIST && !path.startsWith("internal/") && !listed.has(path));
  return {
    subject,
    found: `${listed.size} files, checksum ${sha256(Buffer.from(checksums, "utf8"))}`,
    faults: [...faults, ...unlisted.map((path) => `${path} was not published with it`)],
    checksums,
  };
}

/** Path to SHA-256, or `null` where a line is not of the form that `sha256sum --check` reads. */
function parseList(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length === 0) return null;
  const read = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return read.every((match) => match !== null) ? new Map(read.map(([, sum = "", path = ""]) => [path, sum])) : null;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    .sort();
}

/** From what a person named (files, folders, patterns) to the files to read, each with its hash and first bytes. */
import { createHash } from "node:crypto";
import { closeSync, createReadStream, existsSync, globSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "../domain/errors.ts";
import type { Issue } from "../domain/issue.ts";
import type { SourceFile } from "./contract.ts";
import { issueOf } from "./issue-codes.ts";
import { HEAD_BYTES, LIMITS } from "./limits.ts";

/** Endings of files worth opening in a folder. A file named outright is opened whatever its ending. */
const DATA_ENDINGS = new Set([
  ".csv",
  ".txt",
  ".tsv",
  ".xml",
  ".json",
  ".ndjson",
  ".jsonl",
  ".xlsx",
  ".xlsm",
  ".xls",
  ".xlsb",
  ".ods",
]);

/** Finds and hashes the files, each path once. Hidden files are passed over. */
export async function findSourceFiles(
  paths: readonly string[],
  issue: (issue: Issue) => void,
): Promise<readonly SourceFile[]> {
  const found = new Map<string, string>();
  for (const path of paths) for (const [file, name] of expand(path, issue)) found.set(file, name);
  if (found.size > LIMITS.files)
    throw new AppError(
      "USAGE",
      `${found.size} files were named; at most ${LIMITS.files} are read at once.`,
      "Load them in several goes.",
    );
  const files: SourceFile[] = [];
  for (const [path, name] of found) files.push(await describe(path, name));
  return files;
}

/** Path and shown name of each file meant by one word of the command line. */
function expand(path: string, issue: (issue: Issue) => void): readonly (readonly [string, string])[] {
  if (!existsSync(path)) {
    const matches = globSync(path).sort();
    if (matches.length === 0)
      throw new AppError("FILE_MISSING", `${path} does not exist.`, "Check the path; put patterns in quotes.");
    return matches.flatMap((match) => expand(match, issue));
  }
  if (!statSync(path).isDirectory()) return [[path, basename(path)]];
  const inside = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return inside.flatMap((file): readonly (readonly [string, string])[] => {
    const name = relative(path, file);
    if (DATA_ENDINGS.has(extname(file).toLowerCase())) return [[file, name]];
    issue(issueOf("FILE_IGNORED", { file: name }));
    return [];
  });
}

async function describe(path: string, name: string): Promise<SourceFile> {
  try {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
    return { name, path, bytes: statSync(path).size, sha256: hash.digest("hex"), head: readHead(path) };
  } catch (cause) {
    throw new AppError("FILE_MISSING", `${name} could not be read.`, "Check the path and who may read it.", { cause });
  }
}

function readHead(path: string): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

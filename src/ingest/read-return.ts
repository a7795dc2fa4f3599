/** Reads files into draft loads: finds them, recognises the return, stages, maps and checks. Nothing is accepted here. */
import type { IsoDate } from "../domain/dates.ts";
import { AppError } from "../domain/errors.ts";
import type { Issue } from "../domain/issue.ts";
import type { DraftLoad } from "../warehouse/draft-load.ts";
import type { ReturnReader, SourceFile } from "./contract.ts";
import { looksLike } from "./file-looks.ts";
import { isHeader, readCsvHeader } from "./formats/csv-header.ts";
import { workbookIssue } from "./formats/xlsx.ts";
import { issueOf } from "./issue-codes.ts";
import { nothingRead, readPart } from "./read-part.ts";
import { READERS } from "./returns/index.ts";
import { findSourceFiles } from "./source-files.ts";

export type ReadOptions = {
  readonly authority: string;
  /** The return the person named; without it each file is recognised by its content. */
  readonly return?: string | undefined;
  readonly year?: number | undefined;
  readonly asAt?: IsoDate | undefined;
  /** The kind of local events in a file that does not say. */
  readonly kind?: string | undefined;
  readonly catalogueDir: string;
  /** Where to spill what does not fit in memory; each draft keeps a folder of its own there until it is closed. */
  readonly workDir: string;
  readonly report?: (done: number, total: number, what: string) => void;
};

/**
 * Reads every file named into one draft for each return and year found; the caller closes every one.
 * Files that cannot be read become issues, of the first draft or of a refused one when there is no other.
 *
 * @throws AppError FILE_MISSING for a path that does not exist, USAGE for an unknown return, RETURN_INVALID for a faulty catalogue
 */
export async function readReturn(paths: readonly string[], options: ReadOptions): Promise<readonly DraftLoad[]> {
  const issues: Issue[] = [];
  const files = await findSourceFiles(paths, (issue) => issues.push(issue));
  const groups = [...(await recogniseAll(files, options, (issue) => issues.push(issue))).values()];
  if (groups.length === 0) return [await nothingRead(files, issues, options)];
  const read: PartRead[] = [];
  try {
    for (const [index, group] of groups.entries()) {
      options.report?.(index, groups.length, `${group.reader.title} ${group.part}`.trim());
      read.push({ group, draft: await readPart(group, index === 0 ? issues : [], options) });
    }
    return await withYearsJoined(read, issues, options);
  } catch (fault) {
    await Promise.all(read.map(({ draft }) => draft.close()));
    throw fault;
  }
}

type PartRead = { readonly group: FileGroup; readonly draft: DraftLoad };

/** Files named for different years may prove to be of one year: they are read again as one draft, lest one stand in place of the other. */
async function withYearsJoined(
  read: readonly PartRead[],
  issues: readonly Issue[],
  options: ReadOptions,
): Promise<readonly DraftLoad[]> {
  const years = Map.groupBy(read, ({ draft: { returnId, year } }, index) => `${returnId} ${year ?? `part ${index}`}`);
  const drafts: DraftLoad[] = [];
  for (const [first, ...others] of years.values()) {
    if (first === undefined) continue;
    if (others.length === 0) {
      drafts.push(first.draft);
      continue;
    }
    const parts = [first, ...others];
    await Promise.all(parts.map(({ draft }) => draft.close()));
    const files = parts.flatMap(({ group }) => group.files);
    const known = parts.some(({ draft }) => draft === read[0]?.draft) ? issues : [];
    drafts.push(await readPart({ ...first.group, files }, known, { ...options, year: first.draft.year }));
  }
  return drafts;
}

/** Files of one return and part. */
export type FileGroup = { readonly reader: ReturnReader; readonly part: string; readonly files: readonly SourceFile[] };

async function recogniseAll(
  files: readonly SourceFile[],
  options: ReadOptions,
  issue: (issue: Issue) => void,
): Promise<ReadonlyMap<string, FileGroup>> {
  const asked = options.return === undefined ? READERS : READERS.filter(({ id }) => id === options.return);
  if (asked.length === 0)
    throw new AppError(
      "USAGE",
      `"${options.return}" is not a return Waymark reads.`,
      `Use one of: ${READERS.map(({ id }) => id).join(", ")}.`,
    );
  const groups = new Map<string, { reader: ReturnReader; part: string; files: SourceFile[] }>();
  for (const file of files) {
    const reader = file.bytes === 0 ? undefined : await readerOf(file, asked, options.kind);
    if (reader === undefined) {
      issue((await workbookIssue(file)) ?? notRecognised(file, options.return));
      continue;
    }
    const part = options.year === undefined ? ((await reader.part?.(file)) ?? "") : "";
    const key = `${reader.id} ${part}`.trim();
    const group = groups.get(key) ?? { reader, part, files: [] };
    // The same content in another year is another fact: nothing changed.
    const same = group.files.find(({ sha256 }) => sha256 === file.sha256);
    if (same === undefined) group.files.push(file);
    else issue(issueOf("FILE_TWICE", { file: file.name }, { other: same.name }));
    groups.set(key, group);
  }
  return withStraysGathered(groups);
}

/** The first reader whose own the file is; a sheet of events that nothing else claims is local data when its kind was named. */
async function readerOf(
  file: SourceFile,
  readers: readonly ReturnReader[],
  kind: string | undefined,
): Promise<ReturnReader | undefined> {
  for (const reader of readers) if (await reader.recognise(file)) return reader;
  const header = kind === undefined ? null : readCsvHeader(file);
  return header !== null && isHeader(header) ? readers.find(({ id }) => id === "canonical") : undefined;
}

function notRecognised(file: SourceFile, named: string | undefined): Issue {
  if (file.bytes === 0) return issueOf("FILE_EMPTY", { file: file.name });
  const looks = looksLike(file);
  if (looks === "an empty file") return issueOf("FILE_EMPTY", { file: file.name });
  return named === undefined
    ? issueOf("FILE_NOT_RECOGNISED", { file: file.name }, { looks })
    : issueOf("FILE_NOT_OF_RETURN", { file: file.name }, { looks, return: named });
}

/** Files whose part is not said join the only part that is, where there is just one. */
function withStraysGathered<T extends { reader: ReturnReader; part: string; files: SourceFile[] }>(
  groups: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const gathered = new Map(groups);
  for (const [key, group] of groups) {
    const others = [...groups.values()].filter(({ reader, part }) => reader === group.reader && part !== "");
    if (group.part !== "" || others.length !== 1) continue;
    others[0]?.files.push(...group.files);
    gathered.delete(key);
  }
  return gathered;
}

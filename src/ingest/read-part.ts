/** One part (a return and year) from its files to a draft load: staged, mapped and checked in a database of its own. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../domain/issue.ts";
import { TABLES } from "../domain/tables/index.ts";
import type { DraftLoad } from "../warehouse/draft-load.ts";
import { runChecks } from "./checks/index.ts";
import { codeReader } from "./code-reader.ts";
import type { ReadContext, SourceFile, StagedReturn } from "./contract.ts";
import { issueOf, refusesLoad } from "./issue-codes.ts";
import { type IssueLog, openIssueLog } from "./issue-log.ts";
import type { ColumnContext } from "./mapping/column.ts";
import { type MappingFile, readMapping } from "./mapping/read-mapping.ts";
import { type MappedTable, runMapping } from "./mapping/run-mapping.ts";
import type { FileGroup, ReadOptions } from "./read-return.ts";
import { quoted } from "./sql-text.ts";
import { openStaging, type StagingDatabase } from "./staging.ts";

/** Reads the files of one part, with issues already known. The draft holds its database open until it is closed. */
export async function readPart(group: FileGroup, known: readonly Issue[], options: ReadOptions): Promise<DraftLoad> {
  const work = await openWork(options.workDir);
  const { staging, log } = work;
  try {
    for (const issue of known) log.add(issue);
    const staged = await group.reader.stage(group.files, readContext(staging, log, options));
    staging.flush();
    const rowsRead = (await stagedRows(staging)) + (await log.rowsRefused());
    const described = mappingFor(group, staged, options, log);
    const tables = await runMapping(staging, described, columnContext(group, staged, described, options), log);
    await runChecks(staging, tables, options.asAt ?? staged.asAt, log);
    return await draftOf({ group, work, staged, described, tables, rowsRead, options });
  } catch (fault) {
    await work.close();
    throw fault;
  }
}

/** A refused draft for files of which none was recognised. */
export async function nothingRead(
  files: readonly SourceFile[],
  issues: readonly Issue[],
  options: ReadOptions,
): Promise<DraftLoad> {
  const { staging, log, close } = await openWork(options.workDir);
  for (const issue of issues) log.add(issue);
  return {
    returnId: options.return ?? "not-recognised",
    title: "Not recognised",
    authority: options.authority,
    repeats: "rows",
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    connection: staging.connection,
    schema: "draft",
    tables: {},
    rowsRead: 0,
    rowsRefused: 0,
    issueCounts: await log.counts(),
    issues: await log.shown(),
    refused: true,
    close,
  };
}

type Work = { readonly staging: StagingDatabase; readonly log: IssueLog; close(): Promise<void> };

/** A staging database and issue log in a folder of their own, gone when closed. */
async function openWork(workDir: string): Promise<Work> {
  mkdirSync(workDir, { recursive: true });
  const folder = mkdtempSync(join(workDir, "read-"));
  let log: IssueLog | undefined;
  const staging = await openStaging(folder, (issue) => log?.add(issue));
  log = await openIssueLog(staging.connection);
  const opened = log;
  return {
    staging,
    log: opened,
    async close() {
      opened.close();
      staging.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readContext(staging: StagingDatabase, log: IssueLog, options: ReadOptions): ReadContext {
  const { year, asAt, kind, report, catalogueDir } = options;
  return {
    staging,
    issue: log.add,
    progress: report ?? (() => {}),
    catalogueDir,
    asked: {
      ...(year === undefined ? {} : { year }),
      ...(asAt === undefined ? {} : { asAt }),
      ...(kind === undefined ? {} : { kind }),
    },
  };
}

/** The mapping of the staged year; says so when another year's had to stand in. */
function mappingFor(group: FileGroup, staged: StagedReturn, options: ReadOptions, log: IssueLog): MappingFile {
  if (staged.mapping !== undefined) return { mapping: staged.mapping, prepare: [] };
  const year = options.year ?? staged.year;
  const described = readMapping(options.catalogueDir, group.reader.id, year);
  const file = group.files[0]?.name ?? "";
  if (described.year !== undefined && year === undefined) log.add(issueOf("YEAR_NOT_KNOWN", { file }));
  if (described.year !== undefined && year !== undefined && described.year !== year)
    log.add(issueOf("YEAR_NOT_DESCRIBED", { file }, { return: group.reader.id, year, used: described.year }));
  return described;
}

function columnContext(
  group: FileGroup,
  staged: StagedReturn,
  { mapping, year }: MappingFile,
  options: ReadOptions,
): ColumnContext {
  const { readings } = group.reader;
  return {
    year: options.year ?? staged.year ?? year,
    asAt: options.asAt ?? staged.asAt,
    codes: mapping.codes,
    readCode: codeReader(options.catalogueDir),
    readings: typeof readings === "function" ? readings(options.catalogueDir) : (readings ?? {}),
  };
}

async function stagedRows(staging: StagingDatabase): Promise<number> {
  let rows = 0;
  for (const table of staging.columns().keys()) {
    const [counted] = await staging.rows(`select count(*)::integer as rows from staged.${quoted(table)}`);
    rows += Number(counted?.rows ?? 0);
  }
  return rows;
}

type Parts = {
  readonly group: FileGroup;
  readonly work: Work;
  readonly staged: StagedReturn;
  readonly described: MappingFile;
  readonly tables: readonly MappedTable[];
  readonly rowsRead: number;
  readonly options: ReadOptions;
};

async function draftOf({ group, work, staged, described, tables, rowsRead, options }: Parts): Promise<DraftLoad> {
  const { staging, log, close } = work;
  if (tables.length === 0) log.add(issueOf("NO_ROWS_KEPT", { file: group.files[0]?.name ?? "" }));
  const year = options.year ?? staged.year ?? described.year;
  const asAt = options.asAt ?? staged.asAt;
  const order = new Map(TABLES.map((table, index) => [table, index]));
  const sorted = [...tables].sort((a, b) => (order.get(a.table) ?? 0) - (order.get(b.table) ?? 0));
  return {
    returnId: group.reader.id,
    title: described.mapping.title,
    authority: options.authority,
    ...(year === undefined ? {} : { year }),
    ...(asAt === undefined ? {} : { asAt }),
    repeats: described.mapping.repeats,
    files: group.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    connection: staging.connection,
    schema: "draft",
    tables: Object.fromEntries(sorted.map(({ table, rows, columns }) => [table.name, { rows, columns }])),
    rowsRead,
    rowsRefused: await log.rowsRefused(),
    issueCounts: await log.counts(),
    issues: await log.shown(),
    refused: [...(await log.codes())].some(refusesLoad),
    close,
  };
}

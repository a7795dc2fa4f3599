/** The issues of a load or a staged load: filtered, a page at a time, or all of them as a file. Places and kinds, never a child's values. */

import { randomUUID } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Issue, Severity } from "../../domain/issue.ts";
import { dataFolder } from "../../warehouse/data-folder.ts";
import { type Database, openDatabase, sqlText } from "../../warehouse/database.ts";

export type IssueFilter = { readonly severity?: Severity; readonly code?: string; readonly file?: string };

export type IssuePage = {
  readonly issues: readonly Issue[];
  /** Lines that pass the filter, and the page that was given of how many. */
  readonly lines: number;
  readonly page: number;
  readonly pages: number;
  /** What there is to filter by, of all issues: how many of each, most grave and most frequent first. */
  readonly codes: readonly { readonly code: string; readonly severity: Severity; readonly count: number }[];
  readonly files: readonly { readonly file: string; readonly count: number }[];
};

const PER_PAGE = 50;
const RANK = "case severity when 'error' then 0 when 'warning' then 1 else 2 end";
const COLUMNS = ["severity", "code", "file", "sheet", "row", "column", "value_class", "count", "message", "remedy"];

/** One page of the issues that lie in folders of loads. */
export async function pageOfIssues(
  folders: readonly string[],
  { filter, page: asked }: { readonly filter: IssueFilter; readonly page: number },
): Promise<IssuePage> {
  return withIssues(folders, async (database) => {
    const [counted] = await database.rows(`select count(*) as n from issue where ${conditionOf(filter)}`);
    const lines = Number(counted?.n ?? 0);
    const pages = Math.max(1, Math.ceil(lines / PER_PAGE));
    const page = Math.min(Math.max(1, asked), pages);
    const rows = await database.rows(
      `select * from issue where ${conditionOf(filter)}
       order by ${RANK}, file, sheet nulls first, "row" nulls first, "column", code, message limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`,
    );
    const codes = await database.rows(
      `select code, severity, sum(coalesce(count, 1)) as issues from issue group by code, severity order by ${RANK}, issues desc, code`,
    );
    const files = await database.rows(
      "select file, sum(coalesce(count, 1)) as issues from issue group by file order by file",
    );
    return {
      issues: rows.map(issueOfRow),
      lines,
      page,
      pages,
      codes: codes.map((row) => ({
        code: String(row.code),
        severity: row.severity as Severity,
        count: Number(row.issues),
      })),
      files: files.map((row) => ({ file: String(row.file), count: Number(row.issues) })),
    };
  });
}

/** Every issue as CSV. A cell that a spreadsheet would run begins with an apostrophe. */
export async function issuesAsCsv(data: string, folders: readonly string[]): Promise<Readable> {
  const { work } = dataFolder(data);
  mkdirSync(work, { recursive: true });
  const path = join(work, `issues-${randomUUID()}.csv`);
  const cells = COLUMNS.map((name) =>
    name === "row" || name === "count" ? `"${name}"` : `${harmless(name)} as "${name}"`,
  );
  await withIssues(folders, (database) =>
    database.run(
      `copy (select ${cells.join(", ")} from issue order by ${RANK}, file, sheet nulls first, "row" nulls first, "column", code)
       to ${sqlText(path)} (format csv, header)`,
    ),
  );
  const stream = createReadStream(path);
  stream.once("close", () => rmSync(path, { force: true }));
  return stream;
}

function harmless(name: string): string {
  return `case when regexp_matches("${name}", '^[=+@\\t\\r-]') then concat('''', "${name}") else "${name}" end`;
}

async function withIssues<T>(folders: readonly string[], work: (database: Database) => Promise<T>): Promise<T> {
  const paths = folders.map((folder) => join(folder, "issue.parquet")).filter((path) => existsSync(path));
  const database = await openDatabase(":memory:", { threads: 2 });
  try {
    await database.run(
      paths.length === 0
        ? `create table issue (${COLUMNS.map((name) => `"${name}" ${name === "row" || name === "count" ? "bigint" : "varchar"}`).join(", ")})`
        : `create view issue as select * from read_parquet([${paths.map(sqlText).join(", ")}])`,
    );
    return await work(database);
  } finally {
    database.close();
  }
}

function conditionOf({ severity, code, file }: IssueFilter): string {
  const wanted = Object.entries({ severity, code, file }).filter(([, value]) => value !== undefined && value !== "");
  return wanted.length === 0
    ? "true"
    : wanted.map(([name, value]) => `${name} = ${sqlText(String(value))}`).join(" and ");
}

/** A stored row as an issue: absent rather than null. */
function issueOfRow(row: Readonly<Record<string, unknown>>): Issue {
  const text = (name: string, as = name) => (row[name] == null ? {} : { [as]: String(row[name]) });
  const whole = (name: string) => (row[name] == null ? {} : { [name]: Number(row[name]) });
  return {
    severity: row.severity as Severity,
    code: String(row.code),
    file: String(row.file),
    message: String(row.message),
    remedy: String(row.remedy),
    ...text("sheet"),
    ...text("column"),
    ...text("value_class", "valueClass"),
    ...whole("row"),
    ...whole("count"),
  };
}

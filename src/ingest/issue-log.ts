/** The issues of one draft load: a DuckDB table that takes them one by one from readers and by the million from SQL. */
import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { Issue, Severity } from "../domain/issue.ts";
import { sqlText } from "../warehouse/database.ts";
import { ISSUE_CODES, type IssueCode, issueWords } from "./issue-codes.ts";

/** Issues shown one by one; beyond these each kind is summed up. The table keeps all of them. */
const SHOWN_OF_EACH = 200;

export type IssueLog = {
  readonly add: (issue: Issue) => void;
  /** Adds one issue for each row of a query that selects _file, _sheet, _row, and value_class when `classed`. */
  addSelected(
    code: IssueCode,
    select: string,
    fill: Readonly<Record<string, string>>,
    options?: { readonly severity?: Severity; readonly column?: string; readonly valueClass?: string | null },
  ): Promise<void>;
  /** Adds one issue for each row of a query that selects _file, _sheet, _row, issue, class and refused; a refused row makes it an error. */
  addRead(
    select: string,
    kinds: readonly { readonly code: IssueCode; readonly valueClass: string | null }[],
    fill: { readonly column: string; readonly table: string },
  ): Promise<void>;
  counts(): Promise<{ readonly error: number; readonly warning: number; readonly info: number }>;
  /** The issues to show: the first of each kind, then one line that counts the rest. */
  shown(): Promise<readonly Issue[]>;
  /** Rows of the files that an error kept out. */
  rowsRefused(): Promise<number>;
  codes(): Promise<ReadonlySet<string>>;
  flush(): void;
  close(): void;
};

/** Opens `draft.issue` in a staging database. */
export async function openIssueLog(connection: DuckDBConnection): Promise<IssueLog> {
  await connection.run(
    `create table draft.issue (severity varchar, code varchar, file varchar, sheet varchar, "row" bigint, "column" varchar,
      value_class varchar, count bigint, message varchar, remedy varchar)`,
  );
  const appender = await connection.createAppender("issue", "draft");
  const flush = () => appender.flushSync();
  const read = async (sql: string) => {
    flush();
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  };
  return {
    add: (issue) => append(appender, issue),
    async addSelected(code, select, fill, { severity, column, valueClass } = {}) {
      flush();
      const { message, remedy } = issueWords(code, fill);
      const words = [severity ?? ISSUE_CODES[code].severity, code].map(sqlText).join(", ");
      const named = [column, valueClass].map((text) => (text ? sqlText(text) : "null")).join(", ");
      await connection.run(
        `insert into draft.issue select ${words}, _file, _sheet, _row, ${named}, null, ${sqlText(message)}, ${sqlText(remedy)}
         from (${select})`,
      );
    },
    async addRead(select, kinds, fill) {
      flush();
      await connection.run(
        `insert into draft.issue
         select words.severity, words.code, _file, _sheet, _row, ${sqlText(fill.column)}, words.class, null, words.message, words.remedy
         from (${select}) as found
         join (values ${kinds.flatMap((kind) => wordsOf(kind, fill)).join(", ")}) as words(code, class, refused, severity, message, remedy)
           on words.code = found.issue and words.class is not distinct from found.class and words.refused = found.refused`,
      );
    },
    async counts() {
      const rows = await read(
        "select severity, sum(coalesce(count, 1))::double as issues from draft.issue group by severity",
      );
      const of = (severity: Severity) => Number(rows.find((row) => row.severity === severity)?.issues ?? 0);
      return { error: of("error"), warning: of("warning"), info: of("info") };
    },
    async shown() {
      return (await read(SHOWN_SQL)).map(plainIssue);
    },
    async rowsRefused() {
      const rows = await read(
        `select count(*)::integer as refused from (select distinct file, sheet, "row" from draft.issue where severity = 'error' and "row" is not null)`,
      );
      return Number(rows[0]?.refused ?? 0);
    },
    async codes() {
      return new Set((await read("select distinct code from draft.issue")).map((row) => String(row.code)));
    },
    flush,
    close: () => appender.closeSync(),
  };
}

/** The words of one kind of issue as rows of SQL values: for rows kept, and for rows refused, whose issue is an error. */
function wordsOf(
  { code, valueClass }: { readonly code: IssueCode; readonly valueClass: string | null },
  fill: Readonly<Record<string, string>>,
): readonly string[] {
  const { message, remedy } = issueWords(code, fill);
  const kind = `${sqlText(code)}, ${valueClass === null ? "null::varchar" : sqlText(valueClass)}`;
  return ([false, true] as const).map((refused) => {
    const severity = refused ? "error" : ISSUE_CODES[code].severity;
    return `(${kind}, ${refused}, ${[severity, message, remedy].map(sqlText).join(", ")})`;
  });
}

/** Issues alike are those that differ in nothing but their row. The rows are the lowest, so that a person finds them first. */
const ALIKE = `severity, code, file, sheet, "column", value_class, count, message, remedy`;

const SHOWN_SQL = `
with kinds as (
  select ${ALIKE}, min("row", ${SHOWN_OF_EACH}) as lowest, count(*) as alike from draft.issue group by ${ALIKE}
),
told as (
  select ${ALIKE}, unnest(lowest) as "row" from kinds where lowest is not null
  union all by name
  select ${ALIKE} from kinds where lowest is null
  union all by name
  select * exclude (lowest, alike) replace (alike - ${SHOWN_OF_EACH} as count) from kinds where alike > ${SHOWN_OF_EACH}
)
select severity, code, file, sheet, "row", "column", value_class, count, message, remedy
from told
order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, file, sheet, code, "column", value_class, "row" nulls last`;

function append(appender: DuckDBAppender, issue: Issue): void {
  const text = (value: string | undefined) =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  const number = (value: number | undefined) =>
    value === undefined ? appender.appendNull() : appender.appendBigInt(BigInt(value));
  text(issue.severity);
  text(issue.code);
  text(issue.file);
  text(issue.sheet);
  number(issue.row);
  text(issue.column);
  text(issue.valueClass);
  number(issue.count);
  text(issue.message);
  text(issue.remedy);
  appender.endRow();
}

/** A row of `draft.issue` as an issue: absent rather than null. */
function plainIssue(row: Readonly<Record<string, unknown>>): Issue {
  const given = (name: string, as: string, read: (value: unknown) => unknown) =>
    row[name] === null || row[name] === undefined ? {} : { [as]: read(row[name]) };
  return {
    severity: row.severity as Severity,
    code: String(row.code),
    file: String(row.file),
    ...given("sheet", "sheet", String),
    ...given("row", "row", Number),
    ...given("column", "column", String),
    ...given("value_class", "valueClass", String),
    ...given("count", "count", Number),
    message: String(row.message),
    remedy: String(row.remedy),
  };
}

/** Says which tables and columns of the files were not looked for, and which were looked for in vain. */
import type { Issue } from "../../domain/issue.ts";
import { issueOf } from "../issue-codes.ts";
import type { StagingDatabase } from "../staging.ts";
import type { ReturnMapping } from "./schema.ts";

/** Names given by ingest to columns without one: nothing a person could look for. */
const NAMELESS = /^column \d+$/;

/** A column name longer than this is cut in issues: it is likely to be something else. */
const LONGEST_NAME = 60;

/** Reports each file's columns against what the mapping describes. */
export function reportColumns(
  mapping: ReturnMapping,
  given: ReturnType<StagingDatabase["given"]>,
  add: (issue: Issue) => void,
): void {
  for (const { table, file, columns } of given) {
    if (file === undefined) continue;
    const described = mapping.tables[table];
    if (described === undefined) {
      if (!mapping.rows.some((rows) => rows.from === table)) add(issueOf("TABLE_NOT_USED", { file }, { table }));
      continue;
    }
    const present = folded(columns);
    const known = folded([...described.columns, ...described.optional, ...(mapping.ignored[table] ?? [])]);
    for (const column of columns)
      if (!known.has(column.toLowerCase()) && !NAMELESS.test(column))
        add(issueOf("COLUMN_NOT_USED", { file, column: column.slice(0, LONGEST_NAME) }, { table }));
    for (const column of described.columns)
      if (!present.has(column.toLowerCase())) add(issueOf("COLUMN_MISSING", { file, column }, { table }));
  }
}

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** What came of a load, as a person at a terminal wants to read it. */
import type { Issue } from "../domain/issue.ts";
import { withThousands } from "../domain/rounding.ts";
import type { LoadOutcome, LoadPart } from "../services/load-return.ts";

/** Issues shown in full; --json and --csv give them all. */
const SHOWN = 12;

/** One line a return, its tables, then the issues that matter most. */
export function loadText({ parts, issues }: LoadOutcome): string {
  const worst = (["error", "warning", "info"] as const).flatMap((severity) =>
    issues.filter((issue) => issue.severity === severity),
  );
  const rest = worst.length - SHOWN;
  return [
    ...parts.flatMap(partLines),
    ...(worst.length === 0 ? ["No issues."] : ["", ...worst.slice(0, SHOWN).flatMap(issueLines)]),
    ...(rest > 0 ? [`… and ${withThousands(String(rest))} more (--csv lists them all)`] : []),
    "",
  ].join("\n");
}

function partLines(part: LoadPart): readonly string[] {
  const year = part.year === null ? "" : ` ${part.year}`;
  const { error, warning } = part.issueCounts;
  const kept = Object.values(part.tables).reduce((sum, rows) => sum + rows, 0);
  const headline = {
    accepted: `${count(kept)} rows loaded, ${count(part.rowsRefused)} refused, ${count(warning)} to check  ->  ${part.load}`,
    refused: `refused: ${count(error)} errors, ${count(warning)} warnings; nothing has changed`,
    "already-loaded": `loaded before as ${part.load}; nothing added`,
  }[part.status];
  const tables = Object.entries(part.tables)
    .filter(([, rows]) => rows > 0)
    .map(([name, rows]) => `${name} ${count(rows)}`);
  return [`${part.title}${year}: ${headline}`, ...(tables.length === 0 ? [] : [`  ${tables.join(", ")}`])];
}

function issueLines(issue: Issue): readonly string[] {
  const place = [issue.file, issue.sheet, issue.row === undefined ? undefined : `row ${issue.row}`, issue.column]
    .filter((part) => part !== undefined)
    .join(", ");
  const times = issue.count !== undefined && issue.count > 1 ? ` (${count(issue.count)} times)` : "";
  return [
    `${issue.severity.toUpperCase().padEnd(8)}${issue.code}  ${place}${times}`,
    `        ${issue.message} ${issue.remedy}`,
  ];
}

function count(number: number): string {
  return withThousands(String(number));
}

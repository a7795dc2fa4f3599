/** A table that comments on a scorecard's references: "29 & 30", "36&37", "69-72", "ID39:". */

import { parseSubject } from "../../domain/commentary/parse-subject.ts";
import { AppError } from "../../domain/errors.ts";
import { finding, type ImportFinding, inTable } from "./finding.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportedComment, ImportedIndicator } from "./imported.ts";
import { findHeadingRow, readLayout } from "./layout.ts";
import type { SeenRow } from "./row-account.ts";
import { rowKind } from "./row-kind.ts";
import { type SourceTable, tableName } from "./source-table.ts";

export type Narrative = {
  readonly comments: readonly ImportedComment[];
  readonly rows: readonly SeenRow[];
  readonly findings: readonly ImportFinding[];
};

/** Reads the comments and puts each on the references of the card it names. */
export function readComments(
  table: SourceTable,
  indicators: readonly ImportedIndicator[],
  options: ImportOptions,
): Narrative {
  const heading = findHeadingRow(table, options);
  if (heading === null)
    throw new AppError(
      "SCORECARD_INVALID",
      `${table.file} has neither measures nor comments on references.`,
      "Leave the file out, or name its columns in a map.",
    );
  const { columns, findings: headingFindings } = readLayout(table, heading, options);
  const reference = columns.find(({ role }) => role === "reference")?.index ?? 0;
  const body = columns.find(({ role }) => role === "comment")?.index ?? 0;
  const findings: ImportFinding[] = [...headingFindings];
  const comments: ImportedComment[] = [];
  const name = tableName(table);
  const rows = table.rows.map((row): SeenRow => {
    const kind = row.row === heading.row ? "heading" : rowKind(row, columns, heading.cells);
    const text = row.cells[body] ?? "";
    if (kind === "comment") {
      const references = referencesOf(row.cells[reference] ?? "", indicators);
      if (references.length === 0) findings.push(strayComment(row.row, row.cells[reference] ?? ""));
      comments.push({ table: name, row: row.row, references, body: text });
    }
    return { table: name, row, kind, section: "", text };
  });
  return { comments, rows, findings: inTable(findings, name) };
}

function referencesOf(text: string, indicators: readonly ImportedIndicator[]): readonly string[] {
  try {
    const subject = parseSubject(text, { references: indicators.map((one) => one.reference), sections: [] });
    return subject.kind === "references" ? subject.references : [];
  } catch (fault) {
    if (fault instanceof AppError) return [];
    throw fault;
  }
}

function strayComment(row: number, quote: string): ImportFinding {
  return finding(
    "COMMENT_REFERENCE_WRONG",
    { row, quote },
    `The comment is on "${quote}", which the card has no row for.`,
    "It is kept on the whole card; correct the reference.",
  );
}

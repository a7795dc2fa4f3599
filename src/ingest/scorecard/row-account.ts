/** Accounts for every row of a file: what it was taken for and how much of it was understood. */
import type { FindingCode, ImportFinding } from "./finding.ts";
import type { RowAccount, Understanding } from "./imported.ts";
import type { RowKind } from "./row-kind.ts";
import type { TableRow } from "./source-table.ts";

/** A row as met, with the section it stands in and its text. */
export type SeenRow = {
  readonly table: string;
  readonly row: TableRow;
  readonly kind: RowKind;
  readonly section: string;
  readonly text: string;
  readonly reference?: string;
};

/** Findings after which something of the row is kept as words only. */
const LEAVES_SOMETHING: ReadonlySet<FindingCode> = new Set([
  "TEXT_DAMAGED",
  "CELL_NOT_UNDERSTOOD",
  "TARGET_NOT_UNDERSTOOD",
  "BANDS_UNCLEAR",
  "ARROW_BROKEN",
]);

/** One account a row, in the order of the file. */
export function accountRows(seen: readonly SeenRow[], findings: readonly ImportFinding[]): readonly RowAccount[] {
  return seen.map(({ table, row, kind }): RowAccount => {
    const own = findings.filter((one) => one.row === row.row && one.table === table);
    return {
      table,
      row: row.row,
      kind,
      reference: own.find(({ reference }) => reference !== null)?.reference ?? null,
      understanding: understandingOf(kind, own),
      findings: own.length,
    };
  });
}

function understandingOf(kind: RowKind, findings: readonly ImportFinding[]): Understanding {
  if (kind === "unread") return "not";
  if (kind === "continuation") return "partly";
  return findings.some(({ code }) => LEAVES_SOMETHING.has(code)) ? "partly" : "understood";
}

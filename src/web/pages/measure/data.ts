/** The data behind a measure as its page prints it: tables, the loads that fill them, and what was wrong in their files. */
import type { DataBehind, TableBehind } from "../../../services/measure/data-behind-measure.ts";
import { worstFirst } from "../../components/issue-table/worst-first.ts";
import type { IssueCount } from "../../services.ts";
import { longDate, longInstant } from "../../words.ts";

export type LoadLine = {
  readonly table: string;
  readonly load: string;
  readonly asAt: string;
  readonly loaded: string;
  readonly by: string;
  readonly rows: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};

export type DataState = {
  readonly isAvailable: boolean;
  /** "The newest data are as at 31 March 2026, loaded on …" */
  readonly freshness: string;
  readonly lines: readonly LoadLine[];
  readonly tables: readonly { readonly table: string; readonly issues: readonly IssueCount[] }[];
  /** Tables it reads into which nothing has been loaded. */
  readonly empty: readonly string[];
};

/** A table's name as people say it: "care episode". */
export function tableWords(table: string): string {
  return table.replaceAll("_", " ");
}

/** Data behind a measure. */
export function presentData({ tables, isAvailable }: DataBehind): DataState {
  const filled = tables.filter(({ loads }) => loads.length > 0);
  return {
    isAvailable,
    freshness: freshnessOf(filled),
    lines: filled.flatMap(({ table, loads }) =>
      loads.map(({ title, asAt, acceptedAt, acceptedBy, rows, files }) => ({
        table: tableWords(table),
        load: title,
        asAt: asAt === null ? "Not said" : longDate(asAt),
        loaded: longInstant(acceptedAt),
        by: acceptedBy,
        rows: rows.toLocaleString("en-GB"),
        files,
      })),
    ),
    tables: filled
      .filter(({ issues }) => issues.length > 0)
      .map(({ table, issues }) => ({ table: tableWords(table), issues: worstFirst(issues) })),
    empty: tables.filter(({ loads }) => loads.length === 0).map(({ table }) => tableWords(table)),
  };
}

function freshnessOf(filled: readonly TableBehind[]): string {
  const loads = filled.flatMap((table) => table.loads);
  const accepted = loads
    .map(({ acceptedAt }) => acceptedAt)
    .toSorted()
    .at(-1);
  if (accepted === undefined) return "Nothing has been loaded that this measure could be made from.";
  const asAt = loads
    .flatMap((load) => load.asAt ?? [])
    .toSorted()
    .at(-1);
  const said = asAt === undefined ? "" : `The newest data are as at ${longDate(asAt)}. `;
  return `${said}Last loaded on ${longInstant(accepted)}.`;
}

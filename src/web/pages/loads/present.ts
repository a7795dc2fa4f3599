/** What the data page prints: every load with its files, counts and issues. Counts only: nothing about a child. */
import { SEVERITIES } from "../../../domain/issue.ts";
import type { IssueCount, LoadSummary } from "../../services.ts";
import { countOf, longDate, longInstant } from "../../words.ts";

export type LoadView = {
  readonly id: string;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly tables: readonly { readonly name: string; readonly rows: string }[];
  readonly issues: readonly IssueCount[];
};

export type LoadsView = { readonly loads: readonly LoadView[]; readonly current: number };

/** Loads as given, newest first; issues worst first, then the most frequent. */
export function presentLoads(loads: readonly LoadSummary[]): LoadsView {
  return { loads: loads.map(presentLoad), current: loads.filter(({ isCurrent }) => isCurrent).length };
}

/** Errors before warnings before the rest; within a severity the most frequent first. */
export function worstFirst(issues: readonly IssueCount[]): readonly IssueCount[] {
  const rank = (issue: IssueCount) => SEVERITIES.indexOf(issue.severity);
  return issues.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1));
}

function presentLoad(load: LoadSummary): LoadView {
  const rows = load.tables.reduce((sum, table) => sum + table.rows, 0);
  const issues = load.issues.reduce((sum, issue) => sum + issue.count, 0);
  return {
    id: load.id,
    title: load.title,
    isCurrent: load.isCurrent,
    facts: [
      { key: "Authority", value: load.authority },
      { key: "As at", value: load.asAt === null ? "Not stated" : longDate(load.asAt) },
      { key: "Loaded", value: longInstant(load.loadedAt) },
      { key: "Files", value: load.files.map(({ name }) => name).join(", ") },
      { key: "Contents", value: `${countOf(rows, "row")} in ${countOf(load.tables.length, "table")}` },
      { key: "Issues", value: issues === 0 ? "None found" : issues.toLocaleString("en-GB") },
    ],
    tables: load.tables.map(({ name, rows: count }) => ({ name, rows: count.toLocaleString("en-GB") })),
    issues: worstFirst(load.issues),
  };
}

/** What the page of one accepted load prints. */
import type { Issue } from "../../../domain/issue.ts";
import type { LoadFacts } from "../../../services/data/load-facts.ts";
import type { IssueFilter, IssuePage } from "../../../services/data/load-issues.ts";
import type { SummaryRow } from "../../components/summary-list/summary-list.tsx";
import { countOf, longDate, longInstant } from "../../words.ts";
import { type IssuesView, presentIssues } from "./present-issues.ts";

export type LoadView = {
  readonly id: string;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly facts: readonly SummaryRow[];
  readonly files: LoadFacts["manifest"]["files"];
  readonly tables: readonly { readonly name: string; readonly rows: string }[];
  readonly feeds: LoadFacts["feeds"];
  readonly compare: string | null;
  readonly issues: IssuesView;
  /** What to do where it was accepted wrongly. */
  readonly ifWrong: string;
};

type Shown = { readonly filter: IssueFilter; readonly maySeeRows: boolean };

/** The view of a load. */
export function presentLoad(
  { manifest, isCurrent, earlier, later, feeds }: LoadFacts,
  found: IssuePage,
  { filter, maySeeRows }: Shown,
): LoadView {
  const address = `/data/loads/${manifest.id}`;
  const rowAddress = ({ file, sheet, row }: Issue): string | undefined =>
    row === undefined
      ? undefined
      : `${address}/row?${new URLSearchParams({ file, row: String(row), ...(sheet === undefined ? {} : { sheet }) })}`;
  const tables = Object.entries(manifest.tables).filter(([, { rows }]) => rows > 0);
  const rows = tables.reduce((sum, [, table]) => sum + table.rows, 0);
  return {
    id: manifest.id,
    title: manifest.year === undefined ? manifest.title : `${manifest.title} ${manifest.year}`,
    isCurrent,
    facts: [
      { key: "Authority", value: manifest.authority },
      { key: "Last day of the data", value: manifest.asAt === undefined ? "Not stated" : longDate(manifest.asAt) },
      { key: "Accepted", value: `${longInstant(manifest.acceptedAt)} by ${manifest.acceptedBy}` },
      { key: "Rows read", value: countOf(manifest.rowsRead, "row") },
      { key: "Rows kept", value: `${countOf(rows, "row")} in ${countOf(tables.length, "table")}` },
      { key: "Rows that could not be kept", value: countOf(manifest.rowsRefused, "row") },
      { key: "Does it count now?", value: countsWords(isCurrent, later) },
    ],
    files: manifest.files,
    tables: tables.map(([name, table]) => ({ name, rows: table.rows.toLocaleString("en-GB") })),
    feeds,
    compare: earlier === null ? null : `/data/compare?${new URLSearchParams({ a: earlier.id, b: manifest.id })}`,
    issues: presentIssues(found, {
      address,
      csv: `${address}/issues.csv`,
      filter,
      ...(maySeeRows ? { rowAddress } : {}),
    }),
    ifWrong:
      manifest.repeats === "rows" || manifest.repeats === "child"
        ? "Loads are never taken away, because published figures rest on them. Load the corrected rows: where they tell of the same event they count in place of these. A row that should never have been there must be taken out at its source, and a whole corrected return loaded."
        : "Loads are never taken away, because published figures rest on them. To go back, load the right files again: the newest load of a return counts, and this one is kept but counts no longer.",
  };
}

function countsWords(isCurrent: boolean, later: LoadFacts["later"]): string {
  if (isCurrent) return "Yes: figures are made from it";
  return later === null ? "No" : `No: the load of ${longInstant(later.acceptedAt)} stands in its place`;
}

/** A made-up scorecard with one of everything, for tests: headings split and damaged, notes over cells, footnotes, lost colours. */
import type { SourceTable } from "./source-table.ts";

/** A table from lines of cells parted by |. */
export function tableOf(lines: readonly string[], file = "wexcombe-card-2023-24.tsv"): SourceTable {
  const rows = lines
    .map((line, place) => ({ row: place + 1, cells: line.split("|").map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  return { file, sha256: "0".repeat(64), rows };
}

/** A monthly card: sections as rows, months, targets in words, a comparator, arrows, a footnote and a blank page. */
export const MONTHLY_LINES = [
  "Wexcombe monthly card",
  "Ref | Measure | Oct-23 | Nov-23 | Dec-23 | Jan-24 | Target | SN Av* | Direction of travel | Comments",
  "Front door",
  "1a | Number of contacts (in month) | 1,020 | 998 | 870 | 1,101 | Monitor | N/A | ↑ |",
  "1b | Percentage of contacts decided in a day (in month) | 90.0% | 85.0% | 97.80% | 84.0% | 90.0% | 81% | ↓ | Decisions were slower in January.",
  "1c | Percentage of repeat contacts (rolling 12 months) | 23% | 22% | 22% | 21% | below 20% | 24% | ↓ |",
  "This page is intentionally left blank",
  "Ref | Measure | Oct-23 | Nov-23 | Dec-23 | Jan-24 | Target | SN Av* | Direction of travel | Comments",
  "Quality",
  "2 | Overall percentage of audits graded good | Process beg | gan in quar | rter 4 | 8% (1) | 80%+ | N/A | • |",
  "3 | Number of optical checks in place | | | | | Monitor | | |",
  "4 | Number of audits finished | Not reported | NYC | NA | 6 | 6 per month | N/A | → |",
  "* Average of ten neighbours, March 2023",
] as const;

/** Headings broken over two cells: "16-17 | Year End" is one heading, and every cell after it stands one column early. */
import { finding, type ImportFinding } from "./finding.ts";
import { readPeriodHeading } from "./period-heading.ts";
import type { SourceTable } from "./source-table.ts";

/** Headings by place, mended; `null` is a place without a column. */
export function mendSplitHeadings(
  written: readonly string[],
  row: number,
  table: SourceTable,
): { readonly headings: readonly (string | null)[]; readonly findings: readonly ImportFinding[] } {
  const last = written.length - 1;
  const isLastEmpty = table.rows.every((one) => one.row === row || (one.cells[last] ?? "") === "");
  const at = written.findIndex((text, index) => isSplit(text, written[index + 1] ?? ""));
  if (at < 0 || !isLastEmpty) return { headings: written, findings: [] };
  const whole = `${written[at]} ${written[at + 1]}`;
  return {
    headings: [...written.slice(0, at), whole, ...written.slice(at + 2), null],
    findings: [
      finding(
        "HEADING_SPLIT",
        { row, column: written[at] ?? null, quote: `${written[at]} | ${written[at + 1]}` },
        `"${written[at]}" and "${written[at + 1]}" are one heading in two cells: the last column is empty all the way down and the cells after the break fit the heading before theirs.`,
        `Read as "${whole}", and every later heading moved one column to the left.`,
      ),
    ],
  };
}

/** A bare year and then words for a year, which together are one year heading. */
function isSplit(first: string, second: string): boolean {
  return (
    /^\d{2,4}\s*[-/]\s*\d{2,4}$/.test(first) &&
    /^(yr\.?|year) ?end$/i.test(second) &&
    readPeriodHeading(`${first} ${second}`)?.kind === "year"
  );
}

/** The reference a row goes by: its own, or a made one where it has none or another row's. */
import { finding, type ImportFinding } from "./finding.ts";
import type { Column } from "./layout.ts";
import { cellOf } from "./read-blocks.ts";
import type { SettledRow } from "./settle-cells.ts";

export type ReferenceContext = {
  readonly table: string;
  /** References given so far on the card. */
  readonly references: Set<string>;
  readonly findings: ImportFinding[];
};

/** The reference, kept among those given; a made one is told of. */
export function referenceOf(
  row: SettledRow,
  columns: readonly Column[],
  { table, references, findings }: ReferenceContext,
) {
  const written = cellOf(row, columns, "reference").replace(/[:.]$/, "");
  const isTwice = references.has(written);
  let text = written === "" ? `row-${row.row}` : written;
  for (let copy = 2; references.has(text); copy++) text = `${written}-${copy}`;
  references.add(text);
  if (written === "" && columns.some(({ role }) => role === "reference"))
    findings.push(
      finding(
        "REFERENCE_MISSING",
        { table, row: row.row, reference: text, quote: cellOf(row, columns, "measure") },
        "The row has no reference.",
        `It is called ${text} here; give it a reference of its own.`,
      ),
    );
  else if (isTwice)
    findings.push(
      finding(
        "REFERENCE_TWICE",
        { table, row: row.row, reference: text, quote: written },
        `The reference ${written} stands on more than one row.`,
        `This one is called ${text} here; give it a reference of its own.`,
      ),
    );
  return { text, isMade: text !== written };
}

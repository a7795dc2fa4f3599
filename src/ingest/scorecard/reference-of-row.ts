/** The reference a row goes by: its own, or a made one where it has none or another row's. */
import { finding, type ImportFinding } from "./finding.ts";
import type { Column } from "./layout.ts";
import { cellOf } from "./read-blocks.ts";
import type { SettledRow } from "./settle-cells.ts";

/** A row's reference, and what its measure's id ends with. */
export type RowReference = { readonly text: string; readonly isMade: boolean; readonly slug: string };

export type ReferenceContext = {
  readonly table: string;
  /** References given so far on the card. */
  readonly references: Set<string>;
  /** Ends of measure ids given so far. */
  readonly slugs: Set<string>;
  readonly findings: ImportFinding[];
};

/** The reference, kept among those given; a made one is told of. */
export function referenceOf(
  row: SettledRow,
  columns: readonly Column[],
  { table, references, slugs, findings }: ReferenceContext,
): RowReference {
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
  return {
    text,
    isMade: text !== written,
    slug: slugOf(written === "" ? firstWords(cellOf(row, columns, "measure")) : text, row.row, slugs),
  };
}

/** A row without a reference is known again next time by its name; its place in the file may change. */
function firstWords(title: string): string {
  return title.split(" ").slice(0, 12).join(" ");
}

/** A reference as part of an id: 1.10 is 1-10. Signs alone give none; two that come to the same are told apart. */
export function slugOf(reference: string, row: number, slugs: Set<string>): string {
  const plain =
    reference
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || `row-${row}`;
  let slug = plain;
  for (let copy = 2; slugs.has(slug); copy++) slug = `${plain}-${copy}`;
  slugs.add(slug);
  return slug;
}

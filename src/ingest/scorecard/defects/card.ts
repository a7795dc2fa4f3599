/** What the searches for defects look at: the card as read, before anything is written. */
import type { FindingCode, FindingPlace } from "../finding.ts";
import { finding, type ImportFinding } from "../finding.ts";
import type { ImportedIndicator, ImportedScorecard } from "../imported.ts";
import type { Column } from "../layout.ts";

export type CardRead = Omit<ImportedScorecard, "rows" | "findings"> & {
  readonly indicators: readonly ImportedIndicator[];
  readonly columns: readonly Column[];
};

/** A finding on an indicator. */
export function onIndicator(
  indicator: Pick<ImportedIndicator, "table" | "row" | "reference">,
  code: FindingCode,
  words: { readonly message: string; readonly remedy: string } & Pick<FindingPlace, "column" | "quote">,
): ImportFinding {
  const { message, remedy, ...place } = words;
  return finding(
    code,
    { ...place, table: indicator.table, row: indicator.row, reference: indicator.reference },
    message,
    remedy,
  );
}

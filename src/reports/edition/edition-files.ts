/** An edition as the files of one self-contained folder: page, tidy tables, JSON and the checksums that prove them. */
import { checksumLines, type NamedBytes } from "../../domain/checksums.ts";
import { csvText } from "../../domain/csv-text.ts";
import type { EditionDocument } from "../../domain/edition.ts";
import { editionPage } from "./edition-page.tsx";
import { FIGURE_COLUMNS, figureRows, INDICATOR_COLUMNS, indicatorRows } from "./rows.ts";

export type EditionFile = NamedBytes;

/** The public files, `checksums.txt` last. The same document gives the same bytes. */
export function publicFiles(edition: EditionDocument): readonly EditionFile[] {
  const files: readonly EditionFile[] = [
    { path: "index.html", bytes: utf8(editionPage(edition)) },
    { path: "indicators.csv", bytes: utf8(csvText(indicatorRows(edition), INDICATOR_COLUMNS, true)) },
    { path: "figures.csv", bytes: utf8(csvText(figureRows(edition), FIGURE_COLUMNS, true)) },
    { path: "edition.json", bytes: utf8(`${JSON.stringify(edition, null, 2)}\n`) },
  ];
  return [...files, { path: "checksums.txt", bytes: utf8(checksumLines(files)) }];
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

/** A published edition as tidy rows, read from what was frozen. */
import type { EditionDocument } from "../domain/edition.ts";
import { FIGURE_COLUMNS, figureRows, INDICATOR_COLUMNS, indicatorRows } from "../reports/edition/rows.ts";
import { readEditionFile } from "../store/edition.ts";
import type { Store } from "../store/store.ts";

export { FIGURE_COLUMNS, INDICATOR_COLUMNS };

type Row = Readonly<Record<string, unknown>>;

/** One row for each indicator. @throws AppError EDITION_UNKNOWN */
export async function editionIndicators(store: Store, id: string): Promise<readonly Row[]> {
  return indicatorRows(await publicDocument(store, id));
}

/** One row for each figure and period. @throws AppError EDITION_UNKNOWN */
export async function editionFigures(store: Store, id: string): Promise<readonly Row[]> {
  return figureRows(await publicDocument(store, id));
}

/** What the public was shown, small numbers withheld. */
async function publicDocument(store: Store, id: string): Promise<EditionDocument> {
  return JSON.parse(Buffer.from(await readEditionFile(store, id, "public/edition.json")).toString("utf8"));
}

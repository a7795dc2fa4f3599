/** Saves figures read from a spreadsheet over whatever stands; rows with nothing in them change nothing. */
import { saveFigures } from "../../store/entered-figure.ts";
import type { By, Store } from "../open-store.ts";
import type { FiguresKnown } from "./figures-known.ts";
import type { RowRead } from "./read-rows.ts";

/** @returns how many figures are different now */
export async function saveRows(store: Store, by: By, rows: readonly RowRead[], known: FiguresKnown): Promise<number> {
  const wanted = rows.flatMap(({ measure, period, values }) => {
    const openedAt = known.entered(measure.id, period.id)?.version ?? 0;
    const { id, start, end } = period;
    return values === null ? [] : [{ measure: measure.id, period: id, start, end, values, openedAt }];
  });
  return wanted.length === 0 ? 0 : saveFigures(store, by, wanted);
}

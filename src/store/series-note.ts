/** Steps, breaks and events people recorded about a measure's series. */
import type { SeriesNote } from "../domain/judgement/series-note.ts";
import type { SeriesNoteRow } from "./schema.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type StoredSeriesNote = SeriesNote & { readonly id: number; readonly at: string };

/** Records a note. */
export async function addSeriesNote(
  store: Store,
  { actor, at }: By,
  note: Omit<SeriesNote, "author">,
): Promise<StoredSeriesNote> {
  return store.change({ actor, at, what: "note on series" }, async (transaction) => {
    const row = await insertSeriesNote(transaction, { actor, at }, note);
    const { id, measure } = row;
    return { subject: `series ${measure}`, before: null, after: row, result: { ...note, id, author: actor, at } };
  });
}

/** Writes a note within a change. */
export async function insertSeriesNote(
  transaction: StoreTransaction,
  { actor, at }: By,
  { measure, window, fromPeriod, kind, reason }: Omit<SeriesNote, "author">,
): Promise<SeriesNoteRow> {
  const row = {
    id: await nextId(transaction, "series_note"),
    measure,
    time_window: window,
    from_period: fromPeriod,
    kind,
    reason,
    author: actor,
    at,
    withdrawn_at: null,
  };
  await transaction.insertInto("series_note").values(row).execute();
  return row;
}

/** Every note that stands, in order of writing. */
export async function listSeriesNotes({ db }: Pick<Store, "db">): Promise<readonly StoredSeriesNote[]> {
  const rows = await db.selectFrom("series_note").selectAll().where("withdrawn_at", "is", null).orderBy("id").execute();
  return rows.map(({ id, measure, time_window: window, from_period: fromPeriod, kind, reason, author, at }) => ({
    id,
    measure,
    window,
    fromPeriod,
    kind: kind as SeriesNote["kind"],
    reason,
    author,
    at,
  }));
}

/** Takes a note back. @throws AppError TYPED_UNKNOWN */
export async function withdrawSeriesNote(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw note on series" }, async (transaction) => {
    const before = await withdraw(transaction, "series_note", { id, at });
    return { subject: `series ${before.measure}`, before, after: null, result: undefined };
  });
}

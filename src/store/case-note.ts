/** Notes on a child's record: that something is recorded wrongly, or why something is as it is. Answered by whoever keeps the data. */
import type { By, Store } from "./store.ts";
import type { CaseNoteRow } from "./tables/saved-lists.ts";
import { nextId, unknown, withdraw } from "./typed-row.ts";

export const CASE_NOTE_KINDS = ["recording-error", "explanation"] as const;
export type CaseNoteKind = (typeof CASE_NOTE_KINDS)[number];

export type CaseNote = {
  readonly id: number;
  readonly child: string;
  readonly kind: CaseNoteKind;
  readonly body: string;
  readonly team: string | null;
  readonly author: string;
  readonly at: string;
  readonly answer: { readonly words: string; readonly by: string; readonly at: string } | null;
};

/** Writes a note. @returns its id */
export async function writeCaseNote(
  store: Store,
  { actor, at }: By,
  note: Pick<CaseNote, "child" | "kind" | "body" | "team">,
): Promise<number> {
  return store.change({ actor, at, what: "note on record" }, async (transaction) => {
    const row: CaseNoteRow = {
      ...note,
      id: await nextId(transaction, "case_note"),
      author: actor,
      at,
      answered_at: null,
      answered_by: null,
      answer: null,
      withdrawn_at: null,
    };
    await transaction.insertInto("case_note").values(row).execute();
    return { subject: `case note ${row.id}`, before: null, after: row, result: row.id };
  });
}

/** Notes that stand, newest first; of one child, of one kind, or all. */
export async function listCaseNotes(
  { db }: Pick<Store, "db">,
  { child, kind }: { readonly child?: string; readonly kind?: CaseNoteKind } = {},
): Promise<readonly CaseNote[]> {
  let query = db.selectFrom("case_note").selectAll().where("withdrawn_at", "is", null);
  if (child !== undefined) query = query.where("child", "=", child);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  return (await query.orderBy("id", "desc").execute()).map(caseNote);
}

/** Says what was done about a note. @throws AppError TYPED_UNKNOWN when it was withdrawn or answered already */
export async function answerCaseNote(
  store: Store,
  { actor, at }: By,
  { id, words }: { readonly id: number; readonly words: string },
): Promise<void> {
  await store.change({ actor, at, what: "answer note on record" }, async (transaction) => {
    const after = await transaction
      .updateTable("case_note")
      .set({ answer: words, answered_by: actor, answered_at: at })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .where("answered_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    if (after === undefined) throw unknown("case_note", id);
    return { subject: `case note ${id}`, before: null, after, result: undefined };
  });
}

/** Takes a note back. @throws AppError TYPED_UNKNOWN */
export async function withdrawCaseNote(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw note on record" }, async (transaction) => {
    const before = await withdraw(transaction, "case_note", { id, at });
    return { subject: `case note ${id}`, before, after: null, result: undefined };
  });
}

function caseNote({ answer, answered_by: by, answered_at: at, withdrawn_at: _, kind, ...row }: CaseNoteRow): CaseNote {
  const said = answer === null || by === null || at === null ? null : { words: answer, by, at };
  return { ...row, kind: kind as CaseNoteKind, answer: said };
}

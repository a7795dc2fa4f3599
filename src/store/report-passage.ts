/** Words written into a draft: each saving keeps the one before it, so that anything can be undone. */
import { AppError } from "../domain/errors.ts";
import type { Passage, PassageKind } from "../domain/report/draft.ts";
import { subjectOf, touchDraft } from "./report-draft.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import type { ReportPassageRow } from "./tables/report-drafts.ts";
import { nextId } from "./typed-row.ts";

export type StoredPassage = Omit<Passage, "person" | "on"> & {
  readonly id: number;
  readonly draft: number;
  readonly previous: number | null;
  readonly author: string;
  readonly at: string;
};

export type PassageToSave = Pick<StoredPassage, "draft" | "block" | "kind" | "body" | "generated" | "basedOn"> & {
  /** The passage that stood there when the form was opened; 0 for none. */
  readonly seen: number;
};

/** Where words of a draft stand. */
export type PassagePlace = { readonly draft: number; readonly block: string; readonly kind: PassageKind };

/** Keeps words in place of what stood there. @throws AppError CHANGED_MEANWHILE when somebody wrote there since */
export async function savePassage(store: Store, { actor, at }: By, wanted: PassageToSave): Promise<StoredPassage> {
  return store.change({ actor, at, what: "write in report" }, async (transaction) => {
    const { seen, basedOn, ...words } = wanted;
    await touchDraft(transaction, wanted.draft, at);
    const before = await standingAt(transaction, wanted, seen);
    if (before !== undefined) await takeOut(transaction, before.id, at);
    const row: ReportPassageRow = {
      ...words,
      id: await nextId(transaction, "report_passage"),
      based_on: basedOn,
      previous: before?.id ?? null,
      author: actor,
      at,
      withdrawn_at: null,
    };
    await transaction.insertInto("report_passage").values(row).execute();
    return { subject: subjectOf(wanted.draft), before: before ?? null, after: row, result: passageOf(row) };
  });
}

/** Takes words out: what is generated stands there again. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED */
export async function withdrawPassage(
  store: Store,
  { actor, at }: By,
  { seen, ...place }: PassagePlace & { readonly seen: number },
): Promise<void> {
  await store.change({ actor, at, what: "take words out of report" }, async (transaction) => {
    await touchDraft(transaction, place.draft, at);
    const before = await standingAt(transaction, place, seen);
    if (before === undefined) throw nothingThere();
    await takeOut(transaction, before.id, at);
    return { subject: subjectOf(place.draft), before, after: null, result: undefined };
  });
}

/** Undoes the last writing at a place, or the last taking out. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED */
export async function undoPassage(
  store: Store,
  { actor, at }: By,
  { seen, ...place }: PassagePlace & { readonly seen: number },
): Promise<void> {
  await store.change({ actor, at, what: "undo in report" }, async (transaction) => {
    await touchDraft(transaction, place.draft, at);
    const before = await standingAt(transaction, place, seen);
    const back = before === undefined ? await lastAt(transaction, place) : before.previous;
    if (before === undefined && back === null) throw nothingThere();
    if (before !== undefined) await takeOut(transaction, before.id, at);
    if (back !== null)
      await transaction.updateTable("report_passage").set({ withdrawn_at: null }).where("id", "=", back).execute();
    return { subject: subjectOf(place.draft), before: before ?? null, after: { passage: back }, result: undefined };
  });
}

/** What stands in a draft, in the order it was written. */
export async function listPassages({ db }: Pick<Store, "db">, draft: number): Promise<readonly StoredPassage[]> {
  const rows = await db
    .selectFrom("report_passage")
    .selectAll()
    .where("draft", "=", draft)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(passageOf);
}

/** Everything that was ever written at a place, the latest first. */
export async function passageHistory(
  { db }: Pick<Store, "db">,
  { draft, block, kind }: PassagePlace,
): Promise<readonly StoredPassage[]> {
  const rows = await db
    .selectFrom("report_passage")
    .selectAll()
    .where("draft", "=", draft)
    .where("block", "=", block)
    .where("kind", "=", kind)
    .orderBy("id", "desc")
    .execute();
  return rows.map(passageOf);
}

async function standingAt(
  transaction: StoreTransaction,
  { draft, block, kind }: PassagePlace,
  seen: number,
): Promise<ReportPassageRow | undefined> {
  const row = await transaction
    .selectFrom("report_passage")
    .selectAll()
    .where("draft", "=", draft)
    .where("block", "=", block)
    .where("kind", "=", kind)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if ((row?.id ?? 0) === seen) return row;
  throw new AppError(
    "CHANGED_MEANWHILE",
    "Somebody wrote here after you opened it.",
    "Compare both texts, then save again.",
  );
}

async function lastAt(transaction: StoreTransaction, { draft, block, kind }: PassagePlace): Promise<number | null> {
  const row = await transaction
    .selectFrom("report_passage")
    .select("id")
    .where("draft", "=", draft)
    .where("block", "=", block)
    .where("kind", "=", kind)
    .orderBy("withdrawn_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

async function takeOut(transaction: StoreTransaction, id: number, at: string): Promise<void> {
  await transaction.updateTable("report_passage").set({ withdrawn_at: at }).where("id", "=", id).execute();
}

function nothingThere(): AppError {
  return new AppError("STEP_NOT_ALLOWED", "Nothing was written here that could be undone.", "Open the report again.");
}

function passageOf(row: ReportPassageRow): StoredPassage {
  const { based_on: basedOn, withdrawn_at: _, kind, ...rest } = row;
  return { ...rest, kind: kind === "add" ? "add" : "replace", basedOn };
}

/** Lists people keep under a name: for themselves or a team; withdrawn, never deleted, and put back by undo. */
import { AppError } from "../domain/errors.ts";
import type { By, Store } from "./store.ts";
import type { SavedListRow } from "./tables/saved-lists.ts";
import { nextId, unknown, withdraw } from "./typed-row.ts";

export type SavedList = {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  readonly owner: string;
  readonly team: string | null;
  readonly question: unknown;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
};

export type ListToKeep = Pick<SavedList, "name" | "about" | "owner" | "team" | "question">;

/** Keeps a list. @returns its id */
export async function keepList(store: Store, { actor, at }: By, wanted: ListToKeep): Promise<number> {
  return store.change({ actor, at, what: "keep list" }, async (transaction) => {
    const row = {
      ...wanted,
      id: await nextId(transaction, "saved_list"),
      question: JSON.stringify(wanted.question),
      version: 1,
      author: actor,
      at,
      withdrawn_at: null,
    };
    await transaction.insertInto("saved_list").values(row).execute();
    return { subject: `list ${row.id}`, before: null, after: row, result: row.id };
  });
}

/** Every list, in order of keeping; withdrawn ones too when asked. */
export async function listSavedLists(
  { db }: Pick<Store, "db">,
  { withWithdrawn = false }: { readonly withWithdrawn?: boolean } = {},
): Promise<readonly SavedList[]> {
  const rows = await db.selectFrom("saved_list").selectAll().orderBy("id").execute();
  return rows.map(savedList).filter(({ isWithdrawn }) => withWithdrawn || !isWithdrawn);
}

/** Changes a list's name, words and sharing. @throws AppError CHANGED_MEANWHILE when somebody changed it since `version` was read */
export async function changeList(
  store: Store,
  { actor, at }: By,
  { id, version, ...words }: Pick<SavedList, "id" | "version" | "name" | "about" | "team">,
): Promise<void> {
  await store.change({ actor, at, what: "change list" }, async (transaction) => {
    const before = await transaction
      .selectFrom("saved_list")
      .selectAll()
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (before === undefined) throw unknown("saved_list", id);
    if (before.version !== version)
      throw new AppError(
        "CHANGED_MEANWHILE",
        `Somebody changed this list since you opened it; it is now called “${before.name}”: ${before.about}`,
        "Look at what it says now, then change it again if you still want to.",
      );
    const after = { ...words, version: version + 1 };
    await transaction.updateTable("saved_list").set(after).where("id", "=", id).execute();
    return { subject: `list ${id}`, before, after, result: undefined };
  });
}

/** Takes a list away. @throws AppError TYPED_UNKNOWN */
export async function withdrawList(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw list" }, async (transaction) => {
    const before = await withdraw(transaction, "saved_list", { id, at });
    return { subject: `list ${id}`, before, after: null, result: undefined };
  });
}

/** Puts a withdrawn list back. @throws AppError TYPED_UNKNOWN */
export async function putListBack(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "put list back" }, async (transaction) => {
    const row = await transaction
      .updateTable("saved_list")
      .set({ withdrawn_at: null })
      .where("id", "=", id)
      .where("withdrawn_at", "is not", null)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw unknown("saved_list", id);
    return { subject: `list ${id}`, before: null, after: row, result: undefined };
  });
}

function savedList({ question, withdrawn_at, ...row }: SavedListRow): SavedList {
  return { ...row, question: JSON.parse(question) as unknown, isWithdrawn: withdrawn_at !== null };
}

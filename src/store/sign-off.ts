/** Who signed a card's period off, in which role, and what exactly they signed. */
import type { By, Store } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type SignOffPlace = { readonly scorecard: string; readonly period: string };
export type StoredSignOff = SignOffPlace & {
  readonly id: number;
  readonly role: string;
  readonly person: string;
  readonly at: string;
  /** Fingerprint of the card signed; a card that has changed since is not signed. */
  readonly covers: string | null;
};

/** Signs off; an earlier signature of the role gives way. */
export async function signOff(
  store: Store,
  { actor, at }: By,
  { scorecard, period, role, person, covers }: Omit<StoredSignOff, "id" | "at">,
): Promise<StoredSignOff> {
  return store.change({ actor, at, what: "sign off" }, async (transaction) => {
    const before = await transaction
      .updateTable("sign_off")
      .set({ withdrawn_at: at })
      .where("scorecard", "=", scorecard)
      .where("period", "=", period)
      .where("role", "=", role)
      .where("withdrawn_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    const id = await nextId(transaction, "sign_off");
    const result = { id, scorecard, period, role, person, at, covers };
    await transaction
      .insertInto("sign_off")
      .values({ ...result, withdrawn_at: null })
      .execute();
    return { subject: `sign-off ${scorecard} ${period}`, before: before ?? null, after: result, result };
  });
}

/** Signatures that stand, in order of signing. */
export async function listSignOffs(
  { db }: Pick<Store, "db">,
  { scorecard, period }: SignOffPlace,
): Promise<readonly StoredSignOff[]> {
  return db
    .selectFrom("sign_off")
    .select(["id", "scorecard", "period", "role", "person", "at", "covers"])
    .where("scorecard", "=", scorecard)
    .where("period", "=", period)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
}

/** Takes a signature back. @throws AppError TYPED_UNKNOWN */
export async function withdrawSignOff(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw sign-off" }, async (transaction) => {
    const before = await withdraw(transaction, "sign_off", { id, at });
    return { subject: `sign-off ${before.scorecard} ${before.period}`, before, after: null, result: undefined };
  });
}

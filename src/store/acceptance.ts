/** Failures of reconciliation somebody accepted for a card's period, with the reason. */
import type { By, Store } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type AcceptancePlace = { readonly scorecard: string; readonly period: string };
export type StoredAcceptance = AcceptancePlace & {
  readonly id: number;
  readonly rule: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** Accepts a failed rule. */
export async function acceptFailure(
  store: Store,
  { actor, at }: By,
  { scorecard, period, rule, reason }: AcceptancePlace & Pick<StoredAcceptance, "rule" | "reason">,
): Promise<StoredAcceptance> {
  return store.change({ actor, at, what: "accept reconciliation" }, async (transaction) => {
    const id = await nextId(transaction, "reconciliation_acceptance");
    const result = { id, scorecard, period, rule, reason, author: actor, at };
    await transaction
      .insertInto("reconciliation_acceptance")
      .values({ ...result, withdrawn_at: null })
      .execute();
    return { subject: `reconciliation ${rule} ${scorecard} ${period}`, before: null, after: result, result };
  });
}

/** What was accepted for a card's period, in order of writing. */
export async function listAcceptances(
  { db }: Pick<Store, "db">,
  { scorecard, period }: AcceptancePlace,
): Promise<readonly StoredAcceptance[]> {
  return db
    .selectFrom("reconciliation_acceptance")
    .select(["id", "rule", "scorecard", "period", "reason", "author", "at"])
    .where("scorecard", "=", scorecard)
    .where("period", "=", period)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
}

/** Takes an acceptance back. @throws AppError TYPED_UNKNOWN */
export async function withdrawAcceptance(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw acceptance" }, async (transaction) => {
    const before = await withdraw(transaction, "reconciliation_acceptance", { id, at });
    return { subject: `reconciliation ${before.rule}`, before, after: null, result: undefined };
  });
}

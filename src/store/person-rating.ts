/** Ratings people gave, each with its reason; shown beside what the rule says. */
import type { JudgedByPerson, RatingWord } from "../domain/judgement/rating.ts";
import type { By, Store } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type RatingPlace = { readonly scorecard: string; readonly reference: string; readonly period: string };
export type StoredRating = RatingPlace & JudgedByPerson & { readonly id: number };

/** Rates an indicator in a period; an earlier rating of it gives way. */
export async function rateByPerson(
  store: Store,
  { actor, at }: By,
  { scorecard, reference, period, word, reason }: RatingPlace & Pick<JudgedByPerson, "word" | "reason">,
): Promise<StoredRating> {
  return store.change({ actor, at, what: "rate indicator" }, async (transaction) => {
    const before = await transaction
      .updateTable("person_rating")
      .set({ withdrawn_at: at })
      .where("scorecard", "=", scorecard)
      .where("reference", "=", reference)
      .where("period", "=", period)
      .where("withdrawn_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    const id = await nextId(transaction, "person_rating");
    const row = { id, scorecard, reference, period, word, reason, author: actor, at, withdrawn_at: null };
    await transaction.insertInto("person_rating").values(row).execute();
    const result: StoredRating = { id, scorecard, reference, period, word, reason, author: actor, on: at.slice(0, 10) };
    return { subject: `rating ${scorecard} ${reference} ${period}`, before: before ?? null, after: row, result };
  });
}

/** Ratings of a card's period, in order of writing. */
export async function listRatings(
  { db }: Pick<Store, "db">,
  { scorecard, period }: Omit<RatingPlace, "reference">,
): Promise<readonly StoredRating[]> {
  const rows = await db
    .selectFrom("person_rating")
    .selectAll()
    .where("scorecard", "=", scorecard)
    .where("period", "=", period)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ at, word, withdrawn_at: _, ...row }) => ({
    ...row,
    word: word as RatingWord,
    on: at.slice(0, 10),
  }));
}

/** Takes a rating back; the rule's answer stands again. @throws AppError TYPED_UNKNOWN */
export async function withdrawRating(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw rating" }, async (transaction) => {
    const before = await withdraw(transaction, "person_rating", { id, at });
    return { subject: `rating ${before.scorecard} ${before.reference}`, before, after: null, result: undefined };
  });
}

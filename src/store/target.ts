/** Targets, bands and rules set for an indicator in place of what its scorecard's file says; earlier ones stay readable. */
import { addDays } from "../domain/dates.ts";
import type { DirectionRule } from "../domain/judgement/direction.ts";
import type { RatingRule } from "../domain/judgement/rating.ts";
import type { JudgementRules, WrittenBands, WrittenTarget } from "../domain/scorecard.ts";
import type { TargetRow } from "./schema.ts";
import type { By, Store } from "./store.ts";
import { nextId, toJson, withdraw } from "./typed-row.ts";

export type StoredTarget = JudgementRules & {
  readonly id: number;
  readonly scorecard: string;
  readonly reference: string;
  readonly target: WrittenTarget | null;
  readonly bands: WrittenBands | null;
  readonly author: string;
  readonly at: string;
};
export type TargetToSet = Omit<StoredTarget, "id" | "author" | "at">;

/** Sets a target; one in force from an earlier day ends the day before this one begins, for as long as this one is not withdrawn. */
export async function setTarget(store: Store, { actor, at }: By, wanted: TargetToSet): Promise<StoredTarget> {
  return store.change({ actor, at, what: "set target" }, async (transaction) => {
    const before = await transaction
      .selectFrom("target")
      .selectAll()
      .where("scorecard", "=", wanted.scorecard)
      .where("reference", "=", wanted.reference)
      .where("withdrawn_at", "is", null)
      .orderBy("id", "desc")
      .executeTakeFirst();
    const id = await nextId(transaction, "target");
    const row = { ...rowOf(wanted), id, author: actor, at, withdrawn_at: null };
    await transaction.insertInto("target").values(row).execute();
    const subject = `target ${wanted.scorecard} ${wanted.reference}`;
    return { subject, before: before ?? null, after: row, result: targetOf(row) };
  });
}

/** Targets set on a card, oldest first, withdrawn ones left out; each ends, at the latest, the day before the next begins. */
export async function listTargets({ db }: Pick<Store, "db">, scorecard: string): Promise<readonly StoredTarget[]> {
  const rows = await db
    .selectFrom("target")
    .selectAll()
    .where("scorecard", "=", scorecard)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map((row, place) => targetOf({ ...row, valid_to: endOf(row, rows.slice(place + 1)) }));
}

/** The end is worked out when read, not written down, so that withdrawing a target gives the one before it its own end back. */
function endOf(row: TargetRow, later: readonly TargetRow[]): string | null {
  const ends = later.flatMap(({ reference, valid_from: from }) =>
    reference === row.reference && from !== null ? [addDays(from, -1)] : [],
  );
  const all = row.valid_to === null ? ends : [...ends, row.valid_to];
  return all.sort()[0] ?? null;
}

/** The last one set for each reference that is in force on a day. */
export function targetsOn(targets: readonly StoredTarget[], day: string): readonly StoredTarget[] {
  const inForce = targets.filter(({ target }) => (target?.validFrom ?? day) <= day && day <= (target?.validTo ?? day));
  return [...new Map(inForce.map((one) => [one.reference, one])).values()];
}

/** Takes a target back; the one before it, or the scorecard's own, holds again. @throws AppError TYPED_UNKNOWN */
export async function withdrawTarget(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw target" }, async (transaction) => {
    const before = await withdraw(transaction, "target", { id, at });
    return { subject: `target ${before.scorecard} ${before.reference}`, before, after: null, result: undefined };
  });
}

function rowOf({ scorecard, reference, target, bands, rating, direction, compare }: TargetToSet) {
  return {
    scorecard,
    reference,
    text: target?.text ?? null,
    origin: target?.origin ?? "local",
    basis: target?.basis ?? "each-period",
    valid_from: target?.validFrom ?? null,
    valid_to: target?.validTo ?? null,
    is_under_review: target?.isUnderReview === true ? 1 : 0,
    review_by: target?.reviewBy ?? null,
    reason: target?.reason ?? null,
    bands: toJson(bands),
    rating: toJson(rating),
    direction: toJson(direction),
    compare: compare ?? null,
  };
}

function targetOf(row: TargetRow): StoredTarget {
  const { id, scorecard, reference, author, at, text } = row;
  const target: WrittenTarget | null =
    text === null
      ? null
      : {
          text,
          origin: row.origin as NonNullable<WrittenTarget["origin"]>,
          basis: row.basis as NonNullable<WrittenTarget["basis"]>,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          isUnderReview: row.is_under_review === 1,
          ...(row.review_by === null ? {} : { reviewBy: row.review_by }),
          ...(row.reason === null ? {} : { reason: row.reason }),
        };
  return {
    id,
    scorecard,
    reference,
    target,
    author,
    at,
    bands: row.bands === null ? null : (JSON.parse(row.bands) as WrittenBands),
    ...(row.rating === null ? {} : { rating: JSON.parse(row.rating) as RatingRule }),
    ...(row.direction === null ? {} : { direction: JSON.parse(row.direction) as DirectionRule }),
    ...(row.compare === null ? {} : { compare: row.compare as NonNullable<JudgementRules["compare"]> }),
  };
}

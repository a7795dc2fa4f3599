/** Days announced beforehand on which a card's period will be published. */
import type { By, Store } from "./store.ts";
import { nextId } from "./typed-row.ts";

export type PublicationPlan = {
  readonly id: number;
  readonly scorecard: string;
  readonly period: string;
  readonly announcedOn: string;
  readonly publishOn: string;
  readonly author: string;
};

/** Announces a day; a later announcement for the same period stands in place of it. */
export async function announce(
  store: Store,
  { actor, at }: By,
  { scorecard, period, publishOn }: Pick<PublicationPlan, "scorecard" | "period" | "publishOn">,
): Promise<PublicationPlan> {
  return store.change({ actor, at, what: "announce publication" }, async (transaction) => {
    const id = await nextId(transaction, "publication_plan");
    const announcedOn = at.slice(0, 10);
    await transaction
      .insertInto("publication_plan")
      .values({ id, scorecard, period, announced_on: announcedOn, publish_on: publishOn, author: actor, at })
      .execute();
    const result = { id, scorecard, period, announcedOn, publishOn, author: actor };
    return { subject: `publication ${scorecard} ${period}`, before: null, after: result, result };
  });
}

/** The latest announcement for each card and period, by day. */
export async function listPublicationPlans({ db }: Pick<Store, "db">): Promise<readonly PublicationPlan[]> {
  const rows = await db.selectFrom("publication_plan").selectAll().orderBy("id").execute();
  const latest = new Map(rows.map((row) => [`${row.scorecard} ${row.period}`, row]));
  return [...latest.values()]
    .map(({ id, scorecard, period, announced_on: announcedOn, publish_on: publishOn, author }) => ({
      id,
      scorecard,
      period,
      announcedOn,
      publishOn,
      author,
    }))
    .sort((a, b) => (a.publishOn < b.publishOn ? -1 : 1));
}

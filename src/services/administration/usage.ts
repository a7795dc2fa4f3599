/** Which pages people open: counts a day, so that managers' use of their figures can be shown (requirement 188). */
import type { Store } from "../../store/store.ts";

export type PageUse = {
  /** The person's id. */
  readonly person: string;
  /** ISO day. */
  readonly day: string;
  /** The page's kind: its route, "/scorecards/:id". */
  readonly page: string;
  /** Which scorecard, measure, edition or team; "" for pages of which there is one. Never a child. */
  readonly subject: string;
  readonly count: number;
};

/** Adds counts to those kept. */
export async function countUse(store: Store, uses: readonly PageUse[]): Promise<void> {
  if (uses.length === 0) return;
  await store.housekeep(async (transaction) => {
    for (const use of uses)
      await transaction
        .insertInto("page_use")
        .values(use)
        .onConflict((conflict) =>
          conflict
            .columns(["person", "day", "page", "subject"])
            .doUpdateSet((of) => ({ count: of("page_use.count", "+", use.count) })),
        )
        .execute();
  });
}

/** Use from a day on, as kept: one row a person, day, page and subject. */
export async function usageSince({ db }: Pick<Store, "db">, day: string): Promise<readonly PageUse[]> {
  const rows = await db.selectFrom("page_use").selectAll().where("day", ">=", day).orderBy("day").execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

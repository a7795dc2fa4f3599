/** Who enters the figures of a measure collected by hand, and how many days after its period they are due. */
import type { By, Store } from "./store.ts";
import { nextId, withdraw } from "./typed-row.ts";

export type FigureOwner = {
  readonly id: number;
  readonly measure: string;
  /** The person's id. */
  readonly person: string;
  readonly dueDays: number;
};

/** Gives measures to a person, in place of whoever had them. */
export async function giveFigures(
  store: Store,
  { actor, at }: By,
  wanted: { readonly measures: readonly string[]; readonly person: string; readonly dueDays: number },
): Promise<void> {
  await store.change({ actor, at, what: "give figures to enter" }, async (transaction) => {
    const before = await transaction
      .updateTable("figure_owner")
      .set({ withdrawn_at: at })
      .where("measure", "in", [...wanted.measures])
      .where("withdrawn_at", "is", null)
      .returning(["measure", "person", "due_days"])
      .execute();
    for (const measure of wanted.measures) {
      const id = await nextId(transaction, "figure_owner");
      const row = {
        id,
        measure,
        person: wanted.person,
        due_days: wanted.dueDays,
        author: actor,
        at,
        withdrawn_at: null,
      };
      await transaction.insertInto("figure_owner").values(row).execute();
    }
    return { subject: `figures of ${wanted.measures.join(", ")}`, before, after: wanted, result: undefined };
  });
}

/** Takes a measure away from its owner. @throws AppError TYPED_UNKNOWN */
export async function takeFigures(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "take figures to enter" }, async (transaction) => {
    const before = await withdraw(transaction, "figure_owner", { id, at });
    return { subject: `figures of ${String(before.measure)}`, before, after: null, result: undefined };
  });
}

/** Every measure that has an owner. */
export async function listFigureOwners({ db }: Pick<Store, "db">): Promise<readonly FigureOwner[]> {
  const rows = await db
    .selectFrom("figure_owner")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("measure")
    .execute();
  return rows.map(({ id, measure, person, due_days: dueDays }) => ({
    id: Number(id),
    measure,
    person,
    dueDays: Number(dueDays),
  }));
}

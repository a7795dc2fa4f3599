/** Settings of this installation: one JSON value a key. */
import type { By, Store } from "./store.ts";

/** Sets a value, or takes the key away with `null`. */
export async function setSetting(store: Store, { actor, at }: By, key: string, value: unknown): Promise<void> {
  await store.change({ actor, at, what: "set setting" }, async (transaction) => {
    const before = await transaction.deleteFrom("setting").where("key", "=", key).returning("value").executeTakeFirst();
    if (value !== null)
      await transaction
        .insertInto("setting")
        .values({ key, value: JSON.stringify(value) })
        .execute();
    const known: unknown = before === undefined ? null : JSON.parse(before.value);
    return { subject: `setting ${key}`, before: known, after: value, result: undefined };
  });
}

/** Every setting by key. */
export async function readSettings({ db }: Pick<Store, "db">): Promise<Readonly<Record<string, unknown>>> {
  const rows = await db.selectFrom("setting").selectAll().orderBy("key").execute();
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

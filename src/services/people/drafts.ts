/** What somebody was writing when their session ended or they left the page: kept for them alone, until it is sent, thrown away or a month old. */
import type { Store } from "../../store/store.ts";

/** Field name to what was written; a field that occurs more than once has a list. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

export type Draft = {
  /** The address of the page the form stands on, with its query. */
  readonly form: string;
  readonly fields: DraftFields;
  readonly at: string;
};

/** Before the address of a draft thrown away; the last one thrown away can be put back. */
const THROWN = "thrown away: ";
const LASTS_MS = 30 * 86_400_000;
const MOST_DRAFTS = 50;
export const MOST_CHARACTERS = 60_000;
/** Never kept, whatever a form calls them: the session's token, and secrets. */
const NEVER = /^_|pass|secret|token|^code$/i;

/** The fields of a form worth keeping: texts, without tokens and secrets; `null` when there is nothing, or too much. */
export function keepableFields(body: unknown): DraftFields | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const kept = Object.entries(body).filter(([name, value]) => !NEVER.test(name) && isText(value));
  if (!kept.some(([, value]) => String(value).trim() !== "")) return null;
  const fields = Object.fromEntries(kept) as DraftFields;
  return JSON.stringify(fields).length > MOST_CHARACTERS ? null : fields;
}

function isText(value: unknown): value is string | readonly string[] {
  return typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));
}

/** Keeps a draft in place of an earlier one of the same form. */
export async function keepDraft(store: Store, person: string, { form, fields, at }: Draft): Promise<void> {
  await store.housekeep(async (transaction) => {
    const tooOld = new Date(Date.parse(at) - LASTS_MS).toISOString();
    await transaction.deleteFrom("draft").where("at", "<", tooOld).execute();
    const content = JSON.stringify(fields);
    await transaction
      .insertInto("draft")
      .values({ person, form, content, at })
      .onConflict((conflict) => conflict.columns(["person", "form"]).doUpdateSet({ content, at }))
      .execute();
    const all = await transaction
      .selectFrom("draft")
      .select("form")
      .where("person", "=", person)
      .orderBy("at", "desc")
      .execute();
    const tooMany = all.slice(MOST_DRAFTS).map((row) => row.form);
    if (tooMany.length > 0)
      await transaction.deleteFrom("draft").where("person", "=", person).where("form", "in", tooMany).execute();
  });
}

/** The draft of a form, or `null`. */
export async function findDraft({ db }: Pick<Store, "db">, person: string, form: string): Promise<Draft | null> {
  const row = await db
    .selectFrom("draft")
    .selectAll()
    .where("person", "=", person)
    .where("form", "=", form)
    .executeTakeFirst();
  return row === undefined ? null : { form, fields: JSON.parse(row.content) as DraftFields, at: row.at };
}

/** A person's drafts, the latest first. */
export async function draftsOf({ db }: Pick<Store, "db">, person: string): Promise<readonly Draft[]> {
  const rows = await db.selectFrom("draft").selectAll().where("person", "=", person).orderBy("at", "desc").execute();
  return rows
    .filter(({ form }) => !form.startsWith(THROWN))
    .map(({ form, content, at }) => ({ form, fields: JSON.parse(content) as DraftFields, at }));
}

/** Throws a draft away: it was sent, or is not wanted. */
export async function removeDraft(store: Store, person: string, form: string): Promise<void> {
  if ((await findDraft(store, person, form)) === null) return;
  await store.housekeep((transaction) =>
    transaction.deleteFrom("draft").where("person", "=", person).where("form", "=", form).execute(),
  );
}

/** Throws a draft away so that it can be put back, until another is thrown away. */
export async function throwDraftAway(store: Store, person: string, form: string): Promise<void> {
  await store.housekeep(async (transaction) => {
    await transaction.deleteFrom("draft").where("person", "=", person).where("form", "like", `${THROWN}%`).execute();
    await transaction
      .updateTable("draft")
      .set({ form: THROWN + form })
      .where("person", "=", person)
      .where("form", "=", form)
      .execute();
  });
}

/** Puts the draft thrown away last back, unless its form has another by now. @returns whether there was one to put back */
export async function putDraftBack(store: Store, person: string): Promise<boolean> {
  return store.housekeep(async (transaction) => {
    const of = transaction.selectFrom("draft").select("form").where("person", "=", person);
    const row = await of.where("form", "like", `${THROWN}%`).executeTakeFirst();
    if (row === undefined) return false;
    const form = row.form.slice(THROWN.length);
    if ((await of.where("form", "=", form).executeTakeFirst()) !== undefined) return false;
    await transaction
      .updateTable("draft")
      .set({ form })
      .where("person", "=", person)
      .where("form", "=", row.form)
      .execute();
    return true;
  });
}

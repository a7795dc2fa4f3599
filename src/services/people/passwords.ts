/** Passwords of local accounts: set, changed and checked. No password and no hash ever enters the log. */
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import { hashPassword, isOutdated, isPassword } from "./password-hash.ts";
import { faultOfPassword } from "./password-rules.ts";
import { type Person, personWithId } from "./people.ts";
import { endSessionsOf } from "./sessions.ts";

/** Sets a person's password and ends their sessions. @throws AppError FORM_INVALID when the rules refuse it */
export async function setPassword(store: Store, by: By, { id, password }: PersonAndPassword): Promise<void> {
  const person = await personWithId(store, id);
  assertGoodPassword(password, person);
  const kept = { person: id, hash: await hashPassword(password), set_at: by.at };
  await store.change({ ...by, what: "set password" }, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("password")
      .where("person", "=", id)
      .executeTakeFirstOrThrow();
    await transaction.insertInto("password").values(kept).execute();
    return {
      subject: `person ${id}`,
      before: { hasPassword: Number(numDeletedRows) > 0 },
      after: { hasPassword: true },
      result: undefined,
    };
  });
  await endSessionsOf(store, id, new Date(by.at));
}

type PersonAndPassword = { readonly id: string; readonly password: string };

/** @throws AppError FORM_INVALID with what is wrong, fit to stand beside the field */
export function assertGoodPassword(password: string, owner: Pick<Person, "name" | "email">): void {
  const fault = faultOfPassword(password, owner);
  if (fault !== null) throw new AppError("FORM_INVALID", fault, "Choose another password.");
}

/** Whether the password is the person's. Somebody unknown, or without one, costs the same time. */
export async function checkPassword(
  store: Store,
  { person, password }: { readonly person: string | null; readonly password: string },
): Promise<boolean> {
  const row =
    person === null
      ? undefined
      : await store.db.selectFrom("password").select("hash").where("person", "=", person).executeTakeFirst();
  const isRight = await isPassword(password, row?.hash ?? null);
  if (isRight && person !== null && row !== undefined && isOutdated(row.hash))
    await keepStronger(store, person, password);
  return isRight;
}

/** Whether the person has a password here at all. */
export async function hasPassword({ db }: Pick<Store, "db">, person: string): Promise<boolean> {
  const row = await db.selectFrom("password").select("person").where("person", "=", person).executeTakeFirst();
  return row !== undefined;
}

async function keepStronger(store: Store, person: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const change = { actor: "waymark", at: new Date().toISOString(), what: "keep password with stronger parameters" };
  await store.change(change, async (transaction) => {
    await transaction.updateTable("password").set({ hash }).where("person", "=", person).execute();
    return { subject: `person ${person}`, before: null, after: null, result: undefined };
  });
}

/** Ties a person to the identity provider's own id of them: issuer and subject, which are never given to somebody else. */
import { AppError } from "../../../domain/errors.ts";
import type { By, Store } from "../../../store/store.ts";
import { type Person, personWithId } from "../people.ts";

/** The person tied to an "issuer subject", or `null`. */
export async function personWithExternalId({ db }: Pick<Store, "db">, externalId: string): Promise<Person | null> {
  const row = await db.selectFrom("person").select("id").where("external_id", "=", externalId).executeTakeFirst();
  return row === undefined ? null : personWithId({ db }, row.id);
}

/** Ties them. @throws AppError PERSON_UNKNOWN, STEP_NOT_ALLOWED when the id is somebody else's or the account is a break-glass one */
export async function linkPerson(
  store: Store,
  by: By,
  { id, externalId }: { readonly id: string; readonly externalId: string },
): Promise<void> {
  const person = await personWithId(store, id);
  const other = await personWithExternalId(store, externalId);
  if (person.isBreakGlass || (other !== null && other.id !== id))
    throw new AppError(
      "STEP_NOT_ALLOWED",
      other === null
        ? "A break-glass account is not tied to the provider."
        : `${other.email} is tied to that id already.`,
      "Choose another account.",
    );
  await store.change({ ...by, what: "tie person to identity provider" }, async (transaction) => {
    await transaction.updateTable("person").set({ external_id: externalId }).where("id", "=", id).execute();
    return {
      subject: `person ${id}`,
      before: { externalId: person.externalId },
      after: { externalId },
      result: undefined,
    };
  });
}

/** Closing an account: the person can no longer sign in, and every session ends at once; nothing they did is taken away. */
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import { personWithId } from "./people.ts";
import { endSessionsOf } from "./sessions.ts";

/** Closes an account, or opens it again. @throws AppError PERSON_UNKNOWN, STEP_NOT_ALLOWED for one's own account */
export async function closePerson(
  store: Store,
  { actor, at }: By,
  { id, isClosed }: { readonly id: string; readonly isClosed: boolean },
): Promise<void> {
  const person = await personWithId(store, id);
  if (isClosed && person.email === actor)
    throw new AppError("STEP_NOT_ALLOWED", "Nobody closes their own account.", "Ask another administrator.");
  await store.change({ actor, at, what: isClosed ? "close account" : "open account again" }, async (transaction) => {
    const after = isClosed ? at : null;
    await transaction.updateTable("person").set({ closed_at: after }).where("id", "=", id).execute();
    return {
      subject: `person ${id}`,
      before: { isClosed: person.isClosed },
      after: { isClosed },
      result: undefined,
    };
  });
  if (isClosed) await endSessionsOf(store, id, new Date(at));
}

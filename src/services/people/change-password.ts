/** Changing one's own password: the present one is asked for, because an unlocked screen is not proof of who sits before it. */
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../store/store.ts";
import { countTry, forgiveTry } from "./lockout.ts";
import { assertGoodPassword, checkPassword, setPassword } from "./passwords.ts";
import { type Person, personWithId } from "./people.ts";
import { logRefusal } from "./sign-in.ts";

export type PasswordChange = {
  readonly id: string;
  readonly current: string;
  readonly wanted: string;
  readonly address: string;
  readonly at: Date;
};

/** Changes it and ends every session of the person, the present one too. @throws AppError SIGN_IN_REFUSED, FORM_INVALID, TOO_MANY_REQUESTS */
export async function changePassword(store: Store, change: PasswordChange): Promise<Person> {
  const { id, current, wanted, address, at } = change;
  const person = await personWithId(store, id);
  const attempt = { name: person.email, address, at };
  if ((await countTry(store, attempt)) > 0)
    throw new AppError("TOO_MANY_REQUESTS", "There have been too many wrong passwords.", "Wait some minutes.");
  if (!(await checkPassword(store, { person: id, password: current }))) {
    await logRefusal(store, { at, why: "wrong password while changing it", person, address });
    throw new AppError("SIGN_IN_REFUSED", "The present password is not right.", "Enter it again.");
  }
  await forgiveTry(store, attempt);
  assertGoodPassword(wanted, person);
  await setPassword(store, { actor: person.email, at: at.toISOString() }, { id, password: wanted });
  return person;
}

/** Invitations: an administrator is given a code to hand to a person, who sets a password with it, once. They also replace a forgotten password. */
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import { lookAtCode, makeCode, spoilCodesOf, useCode } from "./one-time-codes.ts";
import { assertGoodPassword, setPassword } from "./passwords.ts";
import { type Person, personWithId } from "./people.ts";
import { readSignInSettings } from "./sign-in-settings.ts";

/** Long enough to be read after a weekend. */
export const INVITATION_LASTS_MS = 72 * 60 * 60 * 1000;
/** The page that takes the code: the code stands after #, which browsers send to no server. */
export const INVITATION_PAGE = "/set-up/password";

export type Invitation = {
  /** To be shown once; only its hash is kept. */
  readonly code: string;
  readonly expiresAt: string;
  /** The page and the code: "/set-up/password#ABCDE-…". */
  readonly path: string;
};

/** Makes an invitation; earlier ones of the person no longer work. @throws AppError PERSON_UNKNOWN, STEP_NOT_ALLOWED */
export async function invite(store: Store, by: By, id: string): Promise<Invitation> {
  const person = await personWithId(store, id);
  if (person.isClosed)
    throw new AppError("STEP_NOT_ALLOWED", "The account is closed.", "Open it again before you invite the person.");
  const { provider } = await readSignInSettings(store);
  if (provider !== null && !person.isBreakGlass)
    throw new AppError(
      "STEP_NOT_ALLOWED",
      `People sign in with ${provider.name} here, so they set no password.`,
      "Give the person a role, or put them into a group that has one.",
    );
  const at = new Date(by.at);
  await spoilCodesOf(store, { kind: "invitation", person: id, at });
  const code = await makeCode(store, { kind: "invitation", person: id, at, lastsMs: INVITATION_LASTS_MS });
  const expiresAt = new Date(at.getTime() + INVITATION_LASTS_MS).toISOString();
  await store.change({ ...by, what: "invite person" }, async () => ({
    subject: `person ${id}`,
    before: null,
    after: { expiresAt },
    result: undefined,
  }));
  return { code, expiresAt, path: `${INVITATION_PAGE}#${code}` };
}

/** Sets the password of the person invited and uses the code up. @throws AppError SIGN_IN_REFUSED, FORM_INVALID (the code then stays good) */
export async function acceptInvitation(
  store: Store,
  { code, password, at }: { readonly code: string; readonly password: string; readonly at: Date },
): Promise<Person> {
  const look = await lookAtCode(store, { kind: "invitation", code, at });
  if (look === null || look.person === null) throw codeRefused();
  const person = await personWithId(store, look.person);
  if (person.isClosed) throw codeRefused();
  assertGoodPassword(password, person);
  if ((await useCode(store, { kind: "invitation", code, at })) === null) throw codeRefused();
  await setPassword(store, { actor: person.email, at: at.toISOString() }, { id: person.id, password });
  return person;
}

/** The answer to a code that is wrong, used or too old, all alike. */
export function codeRefused(): AppError {
  return new AppError(
    "SIGN_IN_REFUSED",
    "This code is not right, has been used, or is too old.",
    "Check it letter by letter, or ask for a new one.",
  );
}

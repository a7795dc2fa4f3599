/** The first administrator: made with a code the terminal shows, once, because there is no password to begin with and nobody to invite. */
import { grantsOn } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../store/store.ts";
import { codeRefused } from "./invitations.ts";
import { lookAtCode, makeCode, useCode } from "./one-time-codes.ts";
import { assertGoodPassword, hasPassword, setPassword } from "./passwords.ts";
import { addPerson, grantRole, grantsOf, listPeople, type Person, personWithEmail } from "./people.ts";
import { readSignInSettings } from "./sign-in-settings.ts";

export const SET_UP_PAGE = "/set-up";
const LASTS_MS = 60 * 60 * 1000;

/** Whether nobody who can sign in can administer this installation; a persona of a trial, or somebody who never set a password, cannot. */
export async function isFirstRun(store: Store, at: Date): Promise<boolean> {
  const day = at.toISOString().slice(0, 10);
  for (const { id, isClosed, externalId } of await listPeople(store)) {
    if (isClosed || (externalId === null && !(await hasPassword(store, id)))) continue;
    if (grantsOn(await grantsOf(store, id), day).some(({ role }) => role === "administrator")) return false;
  }
  return true;
}

/** A code for the terminal, good for an hour. */
export async function makeSetUpCode(store: Store, at: Date): Promise<string> {
  return makeCode(store, { kind: "first-run", at, lastsMs: LASTS_MS });
}

export type SetUp = {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly at: Date;
};

/** Makes the first administrator. @throws AppError SIGN_IN_REFUSED, FORM_INVALID, PERSON_EXISTS; a code refused by the form stays good */
export async function setUpAdministrator(store: Store, { code, name, email, password, at }: SetUp): Promise<Person> {
  const wanted = { kind: "first-run", code, at } as const;
  if ((await lookAtCode(store, wanted)) === null || !(await isFirstRun(store, at))) throw codeRefused();
  assertGoodPassword(password, { name, email });
  if ((await personWithEmail(store, email)) !== null)
    throw new AppError("PERSON_EXISTS", `${email} is known already.`, "Use another email address.");
  if ((await useCode(store, wanted)) === null) throw codeRefused();
  const by = { actor: "set-up", at: at.toISOString() };
  const { provider } = await readSignInSettings(store);
  // Where people sign in through a provider only break-glass accounts have passwords, and this one needs its own.
  const person = await addPerson(store, by, { name, email, isBreakGlass: provider !== null });
  const grant = { role: "administrator", scope: { kind: "authority" }, from: by.at.slice(0, 10), to: null } as const;
  await grantRole(store, by, { person: person.id, grant });
  await setPassword(store, by, { id: person.id, password });
  return person;
}

/** Signing in with a name and password: slowed down when guessed at, and answered alike whether the name exists or not. */
import { AppError } from "../../domain/errors.ts";
import type { Store } from "../../store/store.ts";
import { countTry, forgiveTry } from "./lockout.ts";
import { checkPassword } from "./passwords.ts";
import { type Person, personWithEmail } from "./people.ts";
import type { SignInWay } from "./sessions.ts";
import { readSignInSettings } from "./sign-in-settings.ts";

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** The network address the request came from. */
  readonly address: string;
  readonly at: Date;
};

/** @throws AppError SIGN_IN_REFUSED, TOO_MANY_REQUESTS; each is in the access log */
export async function signInWithPassword(
  store: Store,
  { email, password, address, at }: Credentials,
): Promise<{ readonly person: Person; readonly how: SignInWay }> {
  const attempt = { name: email, address, at };
  const wait = await countTry(store, attempt);
  if (wait > 0) {
    await logRefusal(store, { at, why: "too many wrong passwords", person: null, address });
    throw tooMany(wait);
  }
  const person = await personWithEmail(store, email);
  const isRight = await checkPassword(store, { person: person?.id ?? null, password });
  const { provider } = await readSignInSettings(store);
  const refusal = whyRefused({ person, isRight, isProviderOn: provider !== null });
  if (person === null || refusal !== null) {
    await logRefusal(store, { at, why: refusal ?? "nobody of that name", person, address });
    throw new AppError(
      "SIGN_IN_REFUSED",
      "The email address or password is not right.",
      "Try again. If you have forgotten your password, ask whoever gives access to Waymark here for a new invitation.",
    );
  }
  await forgiveTry(store, attempt);
  return { person, how: person.isBreakGlass ? "break-glass" : "local" };
}

/** Why, for the log only: the person at the form is told the same whatever it is. */
function whyRefused(facts: {
  readonly person: Person | null;
  readonly isRight: boolean;
  readonly isProviderOn: boolean;
}): string | null {
  if (facts.person === null) return "nobody of that name";
  if (!facts.isRight) return "wrong password";
  if (facts.person.isClosed) return "the account is closed";
  if (facts.isProviderOn && !facts.person.isBreakGlass) return "passwords are only for break-glass accounts here";
  return null;
}

/** Puts a refused sign-in into the access log. What was typed as a name is not kept: it may be a password. */
export async function logRefusal(
  store: Store,
  refusal: {
    readonly at: Date;
    readonly why: string;
    readonly person: Pick<Person, "id" | "email"> | null;
    readonly address: string;
  },
): Promise<void> {
  const { at, why, person, address } = refusal;
  await store.recordAccess({
    actor: person?.email ?? "nobody",
    at: at.toISOString(),
    what: "sign-in refused",
    subject: person === null ? "sign-in" : `person ${person.id}`,
    purpose: "",
    detail: { why, address },
  });
}

function tooMany(wait: number): AppError {
  const minutes = Math.ceil(wait / 60_000);
  return new AppError(
    "TOO_MANY_REQUESTS",
    "There have been too many wrong passwords.",
    `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
  );
}

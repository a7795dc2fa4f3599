/** Who a person is whom the identity provider vouches for: known by issuer and subject, made on first sight, with the roles their groups give. */
import { grantsOn, scopeWords } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Store } from "../../../store/store.ts";
import {
  addPerson,
  grantRole,
  grantsOf,
  type HeldGrant,
  type Person,
  personWithEmail,
  personWithId,
  withdrawGrant,
} from "../people.ts";
import { endSessionsOf } from "../sessions.ts";
import { grantsOfClaims, type SignInSettings } from "../sign-in-settings.ts";
import { linkPerson, personWithExternalId } from "./link-person.ts";

/** Who gives the roles that come of groups: what tells them from those an administrator gave. */
export const PROVIDER_ACTOR = "identity provider";

type Claims = Readonly<Record<string, unknown>>;

/** Finds or makes the person and brings their roles up to their groups. @throws AppError SIGN_IN_REFUSED, NOT_ALLOWED when they hold no role */
export async function personOfClaims(
  store: Store,
  settings: SignInSettings,
  { claims, at }: { readonly claims: Claims; readonly at: Date },
): Promise<Person> {
  assertGroupsWhole(settings, claims);
  const wanted = grantsOfClaims(settings, claims);
  const known = await knownPerson(store, claims, at);
  if (known === null && wanted.length === 0) throw noRole();
  const person = known ?? (await addFromClaims(store, claims, at));
  if (person.isClosed || person.isBreakGlass)
    throw new AppError(
      "SIGN_IN_REFUSED",
      "Your account in Waymark is closed.",
      "Ask whoever gives access to Waymark here.",
    );
  await bringUpToGroups(store, { person, wanted, at });
  if (grantsOn(await grantsOf(store, person.id), dayOf(at)).length > 0) return person;
  // Taken out of every group: what is still open elsewhere ends as well.
  await endSessionsOf(store, person.id, at);
  throw noRole();
}

/** By issuer and subject; else by an address the provider has verified, where that person is not tied to anybody yet. */
async function knownPerson(store: Store, claims: Claims, at: Date): Promise<Person | null> {
  const tied = await personWithExternalId(store, externalId(claims));
  if (tied !== null) return tied;
  const namesake = await personWithEmail(store, emailOf(claims));
  if (namesake === null) return null;
  if (claims.email_verified !== true || namesake.externalId !== null || namesake.isBreakGlass)
    throw new AppError(
      "SIGN_IN_REFUSED",
      "Another account in Waymark has your email address, and it is not tied to this sign-in.",
      "Ask an administrator to tie it: waymark people link.",
    );
  const by = { actor: PROVIDER_ACTOR, at: at.toISOString() };
  await linkPerson(store, by, { id: namesake.id, externalId: externalId(claims) });
  return personWithId(store, namesake.id);
}

async function addFromClaims(store: Store, claims: Claims, at: Date): Promise<Person> {
  const by = { actor: PROVIDER_ACTOR, at: at.toISOString() };
  const name = textOf(claims.name) ?? emailOf(claims);
  const { id } = await addPerson(store, by, { name, email: emailOf(claims) });
  await linkPerson(store, by, { id, externalId: externalId(claims) });
  return personWithId(store, id);
}

type Wanted = ReturnType<typeof grantsOfClaims>;

/** Gives what the groups give and takes back what they no longer do; what an administrator gave is left alone. */
async function bringUpToGroups(
  store: Store,
  { person, wanted, at }: { readonly person: Person; readonly wanted: Wanted; readonly at: Date },
): Promise<void> {
  const by = { actor: PROVIDER_ACTOR, at: at.toISOString() };
  const ours = await grantsByProvider(store, person.id);
  const inWords = ({ role, scope }: Wanted[number]) => `${role} over ${scopeWords(scope)}`;
  const wantedWords = new Set(wanted.map(inWords));
  for (const held of ours) if (!wantedWords.has(inWords(held))) await withdrawGrant(store, by, held.id);
  const heldWords = new Set(ours.map(inWords));
  for (const grant of wanted)
    if (!heldWords.has(inWords(grant))) {
      heldWords.add(inWords(grant));
      await grantRole(store, by, { person: person.id, grant: { ...grant, from: dayOf(at), to: null } });
    }
}

async function grantsByProvider(store: Store, person: string): Promise<readonly HeldGrant[]> {
  const rows = await store.db
    .selectFrom("role_grant")
    .select("id")
    .where("person", "=", person)
    .where("author", "=", PROVIDER_ACTOR)
    .where("withdrawn_at", "is", null)
    .execute();
  const ids = new Set(rows.map(({ id }) => Number(id)));
  return (await grantsOf(store, person)).filter(({ id }) => ids.has(Number(id)));
}

/** Entra ID leaves the groups out when there are too many of them; to read that as "in no group" would take every role away. */
function assertGroupsWhole({ provider }: SignInSettings, claims: Claims): void {
  const elsewhere = claims._claim_names;
  const name = provider?.groupsClaim ?? "groups";
  if (typeof elsewhere !== "object" || elsewhere === null || !(name in elsewhere)) return;
  throw new AppError(
    "SIGN_IN_REFUSED",
    "You are in more groups than the identity provider can send.",
    "Ask for the application to be sent only the groups assigned to it, or app roles.",
  );
}

function noRole(): AppError {
  return new AppError(
    "NOT_ALLOWED",
    "You are known to the council but hold no role in Waymark.",
    "If you need Waymark for your work, ask whoever gives access to it here.",
  );
}

function externalId(claims: Claims): string {
  const [issuer, subject] = [textOf(claims.iss), textOf(claims.sub)];
  if (issuer === null || subject === null)
    throw new AppError(
      "SIGN_IN_REFUSED",
      "The identity provider did not say who you are.",
      "Tell whoever keeps Waymark here.",
    );
  return `${issuer} ${subject}`;
}

/** The address people know the person by. It never decides who they are unless the provider has verified it. */
function emailOf(claims: Claims): string {
  const name = textOf(claims.preferred_username);
  const given = textOf(claims.email) ?? (name?.includes("@") ? name : null);
  return (given ?? `${textOf(claims.sub)}@${new URL(String(claims.iss)).hostname}`).toLowerCase();
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 254) : null;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

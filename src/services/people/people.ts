/** People who may sign in, and the roles they hold: added, granted, withdrawn and closed, each change in the log. */
import { randomUUID } from "node:crypto";
import type { Grant, Scope } from "../../domain/access/policy.ts";
import { ROLE_IDS, type Role } from "../../domain/access/roles.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import type { PersonRow } from "../../store/tables/people.ts";
import { nextId, withdraw } from "../../store/typed-row.ts";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly externalId: string | null;
  readonly isBreakGlass: boolean;
  readonly isClosed: boolean;
};

export type HeldGrant = Grant & { readonly id: number };

/** Adds a person who may sign in; with no role they see nothing. @throws AppError PERSON_EXISTS */
export async function addPerson(
  store: Store,
  { actor, at }: By,
  who: { readonly name: string; readonly email: string; readonly isBreakGlass?: boolean },
): Promise<Person> {
  const email = who.email.trim().toLowerCase();
  return store.change({ actor, at, what: "add person" }, async (transaction) => {
    const known = await transaction.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
    if (known !== undefined)
      throw new AppError("PERSON_EXISTS", `${email} is known already.`, "Give that person the role instead.");
    const row: PersonRow = {
      id: randomUUID(),
      name: who.name.trim(),
      email,
      external_id: null,
      is_break_glass: who.isBreakGlass === true ? 1 : 0,
      added_at: at,
      closed_at: null,
    };
    await transaction.insertInto("person").values(row).execute();
    return { subject: `person ${row.id}`, before: null, after: row, result: personOf(row) };
  });
}

/** Gives a person a role over a scope from a day. @throws AppError PERSON_UNKNOWN */
export async function grantRole(
  store: Store,
  { actor, at }: By,
  { person, grant }: { readonly person: string; readonly grant: Grant },
): Promise<HeldGrant> {
  await personWithId(store, person);
  return store.change({ actor, at, what: "grant role" }, async (transaction) => {
    const id = await nextId(transaction, "role_grant");
    const { role, scope, from, to } = grant;
    const row = {
      id,
      person,
      role,
      scope_kind: scope.kind,
      scope_name: scopeName(scope),
      valid_from: from,
      valid_to: to,
      author: actor,
      at,
      withdrawn_at: null,
    };
    await transaction.insertInto("role_grant").values(row).execute();
    return { subject: `person ${person}`, before: null, after: row, result: { ...grant, id } };
  });
}

/** Takes a role back. @throws AppError TYPED_UNKNOWN */
export async function withdrawGrant(store: Store, { actor, at }: By, id: number): Promise<void> {
  await store.change({ actor, at, what: "withdraw role" }, async (transaction) => {
    const before = await withdraw(transaction, "role_grant", { id, at });
    return { subject: `person ${String(before.person)}`, before, after: null, result: undefined };
  });
}

/** Everybody, by name, closed accounts included. */
export async function listPeople({ db }: Pick<Store, "db">): Promise<readonly Person[]> {
  return (await db.selectFrom("person").selectAll().orderBy("name").execute()).map(personOf);
}

/** @throws AppError PERSON_UNKNOWN */
export async function personWithId({ db }: Pick<Store, "db">, id: string): Promise<Person> {
  const row = await db.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new AppError("PERSON_UNKNOWN", "Nobody is known by that id.", "Choose somebody from the list of people.");
  return personOf(row);
}

/** The person with an address, or `null`. */
export async function personWithEmail({ db }: Pick<Store, "db">, email: string): Promise<Person | null> {
  const wanted = email.trim().toLowerCase();
  const row = await db.selectFrom("person").selectAll().where("email", "=", wanted).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

/** The roles a person holds that were not withdrawn, past and future ones included. */
export async function grantsOf({ db }: Pick<Store, "db">, person: string): Promise<readonly HeldGrant[]> {
  const rows = await db
    .selectFrom("role_grant")
    .selectAll()
    .where("person", "=", person)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  // A role this program no longer knows grants nothing.
  return rows
    .filter(({ role }) => (ROLE_IDS as readonly string[]).includes(role))
    .map((row) => ({
      id: row.id,
      role: row.role as Role,
      scope: scopeOf(row.scope_kind, row.scope_name),
      from: row.valid_from as IsoDate,
      to: row.valid_to as IsoDate | null,
    }));
}

function personOf(row: PersonRow): Person {
  const { id, name, email, external_id: externalId, is_break_glass: breakGlass, closed_at: closedAt } = row;
  return { id, name, email, externalId, isBreakGlass: Number(breakGlass) === 1, isClosed: closedAt !== null };
}

function scopeName(scope: Scope): string | null {
  if (scope.kind === "authority") return null;
  return scope.kind === "own-cases" ? scope.worker : scope.name;
}

function scopeOf(kind: string, name: string | null): Scope {
  if (kind === "service" || kind === "team") return { kind, name: name ?? "" };
  if (kind === "own-cases") return { kind, worker: name ?? "" };
  return { kind: "authority" };
}

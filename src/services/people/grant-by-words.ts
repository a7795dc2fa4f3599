/** Roles given and listed in the words people use: an address, a role, a team. */
import { type Grant, type Scope, scopeWords } from "../../domain/access/policy.ts";
import { ROLES, type Role } from "../../domain/access/roles.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import { grantRole, grantsOf, listPeople, type Person, personWithEmail } from "./people.ts";

export type WantedGrant = {
  readonly email: string;
  readonly role: Role;
  readonly team?: string;
  readonly service?: string;
  readonly ownCasesOf?: string;
  readonly from?: string;
  readonly to?: string;
};

/** Gives the role. @throws AppError PERSON_UNKNOWN, USAGE @returns what was done, in words */
export async function grantAt(store: Store, by: By, wanted: WantedGrant): Promise<string> {
  const person = await personByAddress(store, wanted.email);
  const from = dayOf(wanted.from) ?? by.at.slice(0, 10);
  const to = dayOf(wanted.to) ?? null;
  if (to !== null && to < from)
    throw new AppError("USAGE", `The last day, ${to}, is before the first, ${from}.`, "Give a later --to.");
  const grant: Grant = { role: wanted.role, scope: scopeOf(wanted), from, to };
  const { id } = await grantRole(store, by, { person: person.id, grant });
  return `${person.email} is ${ROLES[grant.role].words} over ${scopeWords(grant.scope)} from ${from}${to === null ? "" : ` to ${to}`} (grant ${id}).`;
}

/** The person with an address. @throws AppError PERSON_UNKNOWN */
export async function personByAddress(store: Store, email: string): Promise<Person> {
  const person = await personWithEmail(store, email);
  if (person === null)
    throw new AppError("PERSON_UNKNOWN", `Nobody is known by ${email}.`, "Add them first: waymark people add.");
  return person;
}

/** Everybody with every role they hold, a row each; somebody without a role has one row too. */
export async function listGrants(store: Store): Promise<readonly Readonly<Record<string, string | number | null>>[]> {
  const rows = await Promise.all(
    (await listPeople(store)).map(async (person) => {
      const about = { email: person.email, name: person.name, account: accountWords(person) };
      const grants = await grantsOf(store, person.id);
      if (grants.length === 0) return [{ ...about, grant: null, role: null, over: null, from: null, to: null }];
      return grants.map(({ id, role, scope, from, to }) => ({
        ...about,
        grant: id,
        role,
        over: scopeWords(scope),
        from,
        to,
      }));
    }),
  );
  return rows.flat();
}

function accountWords({ isClosed, isBreakGlass, externalId }: Person): string {
  if (isClosed) return "closed";
  if (isBreakGlass) return "break-glass";
  return externalId === null ? "open" : "tied to provider";
}

function scopeOf({ team, service, ownCasesOf }: WantedGrant): Scope {
  const given: readonly Scope[] = [
    ...(team === undefined ? [] : [{ kind: "team", name: team } as const]),
    ...(service === undefined ? [] : [{ kind: "service", name: service } as const]),
    ...(ownCasesOf === undefined ? [] : [{ kind: "own-cases", worker: ownCasesOf } as const]),
  ];
  if (given.length > 1)
    throw new AppError("USAGE", "More than one scope was given.", "Give a role over each with a command of its own.");
  return given[0] ?? { kind: "authority" };
}

function dayOf(text: string | undefined): string | undefined {
  if (text !== undefined && !isIsoDate(text))
    throw new AppError("USAGE", `"${text}" is no day.`, "Write days as 2026-04-01.");
  return text;
}

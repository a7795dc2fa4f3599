/** The personas of a trial: made-up people named by their role, whom anybody at the machine may sign in as, over real teams of the made-up data. */
import { type Scope, scopeWords } from "../../domain/access/policy.ts";
import { ROLES, type Role } from "../../domain/access/roles.ts";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import type { LiveWorkspace } from "../live-workspace.ts";
import { addPerson, grantRole, grantsOf, type Person, personWithEmail, withdrawGrant } from "./people.ts";

export type Persona = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly role: Role;
  readonly scope: Scope;
};

type Reach = "authority" | "service" | "team" | "own-cases";
type PersonaFacts = { readonly title: string; readonly role: Role; readonly reach: Reach; readonly about?: string };

/** Whom the sign-in page of a trial offers, in order. */
const PERSONAS: Readonly<Record<string, PersonaFacts>> = {
  analyst: { title: "Performance analyst", role: "analyst", reach: "authority" },
  "team-manager": { title: "Team manager", role: "team-manager", reach: "team" },
  "service-manager": { title: "Service manager", role: "service-manager", reach: "service" },
  worker: {
    title: "Worker who sees their own cases",
    role: "team-manager",
    reach: "own-cases",
    about: "The children they hold, and no one else’s.",
  },
  director: { title: "Director", role: "approver", reach: "authority" },
  councillor: { title: "Scrutiny councillor", role: "published-viewer", reach: "authority" },
  "reviewing-officer": { title: "Reviewing officer", role: "quality-lead", reach: "authority" },
  auditor: { title: "Auditor", role: "auditor", reach: "authority" },
  administrator: { title: "Administrator", role: "administrator", reach: "authority" },
};

/** The personas that make sense over the data there is; without teams, only those who see the whole authority. */
export async function listPersonas(live: LiveWorkspace): Promise<readonly Persona[]> {
  const scopes = await trialScopes(live);
  return Object.entries(PERSONAS).flatMap(([id, { title, role, reach, about }]) => {
    const scope = scopes[reach];
    return scope === undefined ? [] : [{ id, title, role, scope, about: aboutOf(about ?? ROLES[role].about, scope) }];
  });
}

/** The person behind a persona, made on first use, holding the persona's role and no other. @throws AppError PERSON_UNKNOWN */
export async function personOfPersona(
  { live, store }: { readonly live: LiveWorkspace; readonly store: Store },
  by: By,
  id: string,
): Promise<Person> {
  const persona = (await listPersonas(live)).find((one) => one.id === id);
  if (persona === undefined)
    throw new AppError("PERSON_UNKNOWN", "There is no such persona in this trial.", "Choose one from the page.");
  const email = `${id}@trial.example`;
  const person =
    (await personWithEmail(store, email)) ?? (await addPerson(store, by, { name: `${persona.title} (trial)`, email }));
  const held = await grantsOf(store, person.id);
  const isRight = (grant: (typeof held)[number]) => sameGrant(grant, persona);
  for (const { id: grant } of held.filter((one) => !isRight(one))) await withdrawGrant(store, by, grant);
  if (!held.some(isRight))
    await grantRole(store, by, {
      person: person.id,
      grant: { role: persona.role, scope: persona.scope, from: "2000-01-01", to: null },
    });
  return person;
}

type RoleAndScope = { readonly role: Role; readonly scope: Scope };

function sameGrant(one: RoleAndScope, other: RoleAndScope): boolean {
  return one.role === other.role && scopeWords(one.scope) === scopeWords(other.scope);
}

function aboutOf(about: string, scope: Scope): string {
  return scope.kind === "authority" ? about : `${about} Here: ${scopeWords(scope)}.`;
}

/** The service whose cases lie with most teams, its largest team, and that team's worker with most cases. */
async function trialScopes(live: LiveWorkspace): Promise<Readonly<Partial<Record<Reach, Scope>>>> {
  const authority: Scope = { kind: "authority" };
  const [place] = await busiestPlace(live).catch((fault: unknown) => {
    if (fault instanceof AppError && fault.code === "NO_DATA") return [];
    throw fault;
  });
  if (place === undefined) return { authority };
  return {
    authority,
    service: { kind: "service", name: String(place.service) },
    team: { kind: "team", name: String(place.team) },
    "own-cases": { kind: "own-cases", worker: String(place.worker) },
  };
}

async function busiestPlace(live: LiveWorkspace): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { database } = await live.current().open();
  return database.rows(`with
  held as (
    select team.service, allocation.team, allocation.worker, count(*) as children
    from allocation
    join team
      on team.authority = allocation.authority
      and allocation.team in (team.name, team.team_id)
    where (allocation."end" is null or allocation."end" >= date '9999-01-01')
      and team.to_date is null
      and team.service is not null
      and allocation.worker is not null
    group by team.service, allocation.team, allocation.worker
  )
select service, team, worker
from held
order by
  (select count(distinct other.team) from held as other where other.service = held.service) desc,
  (select sum(other.children) from held as other where other.team = held.team) desc,
  children desc,
  service, team, worker
limit 1`);
}

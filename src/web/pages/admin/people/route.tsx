/** GET and POST /admin/people and /admin/people/:id: who may sign in, and which roles they hold. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../../domain/errors.ts";
import { knownPlaces } from "../../../../services/administration/places.ts";
import { closePerson } from "../../../../services/people/close-person.ts";
import {
  addPerson,
  grantRole,
  grantsOf,
  listPeople,
  personWithId,
  withdrawGrant,
} from "../../../../services/people/people.ts";
import { endSessionsOf } from "../../../../services/people/sessions.ts";
import { tokensOf, withdrawToken } from "../../../../services/people/tokens.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { byViewer, type Desk } from "../../../desk.ts";
import { readQuery, textField } from "../../../query.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { viewerOf } from "../../../viewer.ts";
import { type FieldFaults, type GrantFields, readGrant } from "./grant-form.ts";
import { PeoplePage } from "./people-view.tsx";
import { PersonPage } from "./person-view.tsx";

const NEEDS = { config: { needs: "manage-people" } } as const;
const QUERY = z.object({ done: textField });
const written = z.string().max(300).default("");
const GRANT = { role: written, scope: written, scopeName: written, from: written, to: written };
const ADD = z.object({ name: written, email: written });
const DEEDS = z.object({
  deed: z.enum(["grant", "withdraw-grant", "close", "open", "end-sessions", "withdraw-token"]),
  id: z.coerce.number().int().optional(),
  ...GRANT,
});
type Deed = z.output<typeof DEEDS>;

const DONE: Readonly<Record<string, string>> = {
  added: "The person was added. Give them a role next: without one they see nothing.",
  grant: "The role was given. It holds from its first day on.",
  "withdraw-grant": "The role was taken back. What they see changes with their next page.",
  close: "The account is closed and every session of it ended.",
  open: "The account is open again.",
  "end-sessions": "Every session of this person was ended. They may sign in again.",
  "withdraw-token": "The token no longer opens anything.",
};

/** Adds the pages of people. */
export function registerPeople(app: FastifyInstance, { site, desk }: DeskContext): void {
  const people = async (request: FastifyRequest, reply: FastifyReply, form = NOBODY) => {
    const all = await listPeople(desk.store);
    const held = await Promise.all(
      all.map(async (person) => ({ person, grants: await grantsOf(desk.store, person.id) })),
    );
    const view = { people: held, today: today(desk), ...form };
    return sendPage(request, reply, renderPage(<PeoplePage site={siteFor(site, request)} view={view} />));
  };
  const person = async (request: FastifyRequest, reply: FastifyReply, more: PersonForm) => {
    const { id } = request.params as { readonly id: string };
    const found = await personWithId(desk.store, id);
    const [grants, tokens, { services, teams }] = await Promise.all([
      grantsOf(desk.store, id),
      tokensOf(desk.store, id),
      knownPlaces(desk.live.current()),
    ]);
    const view = { person: found, grants, tokens, places: [...services, ...teams], today: today(desk), ...more };
    return sendPage(request, reply, renderPage(<PersonPage site={siteFor(site, request)} view={view} />));
  };

  app.get("/admin/people", NEEDS, async (request, reply) => people(request, reply));
  app.post("/admin/people", NEEDS, async (request, reply) => {
    const typed = readQuery(ADD, request.body);
    const faults = nameFaults(typed);
    if (Object.keys(faults).length > 0) return people(request, reply.code(422), { typed, faults });
    try {
      const { id } = await addPerson(desk.store, byViewer(desk, viewerOf(request)), typed);
      return reply.redirect(`/admin/people/${id}?done=added`, 303);
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== "PERSON_EXISTS") throw fault;
      return people(request, reply.code(422), { typed, faults: { email: `${fault.message} ${fault.remedy}` } });
    }
  });
  app.get("/admin/people/:id", NEEDS, async (request, reply) => {
    const { done } = readQuery(QUERY, request.query);
    return person(request, reply, { fields: emptyGrant(desk), faults: {}, done: DONE[done ?? ""] });
  });
  app.post<{ Params: { id: string } }>("/admin/people/:id", NEEDS, async (request, reply) => {
    const { id } = request.params;
    const deed = readQuery(DEEDS, request.body);
    const grant = deed.deed === "grant" ? readGrant(deed) : null;
    if (grant !== null && "faults" in grant)
      return person(request, reply.code(422), { fields: deed, faults: grant.faults });
    const by = byViewer(desk, viewerOf(request));
    if (grant !== null) await grantRole(desk.store, by, { person: id, grant: grant.grant });
    else await doDeed(desk, by, id, deed);
    return reply.redirect(`/admin/people/${id}?done=${deed.deed}`, 303);
  });
}

type PersonForm = { readonly fields: GrantFields; readonly faults: FieldFaults; readonly done?: string | undefined };

const NOBODY: { readonly typed: z.output<typeof ADD>; readonly faults: FieldFaults } = {
  typed: { name: "", email: "" },
  faults: {},
};

async function doDeed(desk: Desk, by: ReturnType<typeof byViewer>, person: string, { deed, id }: Deed): Promise<void> {
  const { store } = desk;
  if (deed === "withdraw-grant") {
    const held = await grantsOf(store, person);
    if (!held.some((grant) => grant.id === id))
      throw new AppError(
        "TYPED_UNKNOWN",
        "This person holds no such role.",
        "Open the page again: it may have been taken back.",
      );
    await withdrawGrant(store, by, id ?? 0);
  } else if (deed === "withdraw-token") await withdrawToken(store, by, { id: id ?? 0, person });
  else if (deed === "end-sessions") await endSessionsOf(store, (await personWithId(store, person)).id, desk.clock());
  else await closePerson(store, by, { id: person, isClosed: deed === "close" });
}

function nameFaults({ name, email }: z.output<typeof ADD>): FieldFaults {
  return {
    ...(name.trim() === "" ? { name: "Write the person’s name." } : {}),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: "Write an address such as name@council.example." }),
  };
}

function emptyGrant(desk: Desk): GrantFields {
  return { role: "", scope: "", scopeName: "", from: today(desk), to: "" };
}

function today({ clock }: Pick<Desk, "clock">): string {
  return clock().toISOString().slice(0, 10);
}

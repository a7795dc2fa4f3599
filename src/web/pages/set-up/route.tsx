/** GET and POST /set-up (the first administrator) and /set-up/password (somebody invited). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isFirstRun, SET_UP_PAGE, setUpAdministrator } from "../../../services/people/first-run.ts";
import { acceptInvitation, INVITATION_PAGE } from "../../../services/people/invitations.ts";
import type { Person } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { withLimitedGuesses } from "../../middleware/limit-guesses.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { type FormFaults, faultOf } from "../sign-in/form-faults.ts";
import { startSession } from "../sign-in/start-session.ts";
import { faultsOfSetUp } from "./faults.ts";
import { InvitationPage, NothingToSetUpPage, SetUpPage } from "./view.tsx";

const ANYONE = { config: { needs: "anyone" } } as const;
const written = z.string().max(2000).default("");
const FORM = z.object({ code: written, name: written, email: written, password: written });

type Typed = z.output<typeof FORM>;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
type Shown = { readonly typed?: Partial<Typed>; readonly faults?: FormFaults };

/** Adds both pages. Codes come after # in the address or are typed, and are sent in the form: no log ever holds one. */
export function registerSetUp(app: FastifyInstance, { site, desk }: DeskContext): void {
  const { store, clock } = desk;
  const send = ({ request, reply }: Exchange, page: Parameters<typeof renderPage>[0]) =>
    sendPage(request, reply.header("cache-control", "no-store"), renderPage(page));
  const showFirst = async (exchange: Exchange, shown: Shown = {}) => {
    const view = siteFor(site, exchange.request);
    const isOpen = !desk.isTrial && (await isFirstRun(store, clock()));
    return send(exchange, isOpen ? <SetUpPage site={view} {...shown} /> : <NothingToSetUpPage site={view} />);
  };
  const showInvitation = (exchange: Exchange, shown: Shown = {}) =>
    send(exchange, <InvitationPage site={siteFor(site, exchange.request)} {...shown} />);

  const answer = async (
    exchange: Exchange,
    show: (exchange: Exchange, shown: Shown) => FastifyReply | Promise<FastifyReply>,
    {
      fields,
      accept,
    }: { readonly fields: readonly (keyof Typed)[]; readonly accept: (typed: Typed) => Promise<Person> },
  ) => {
    const typed = readQuery(FORM, exchange.request.body);
    const missing = faultsOfSetUp(typed, fields);
    if (Object.keys(missing).length > 0) {
      exchange.reply.code(422);
      return show(exchange, { typed, faults: missing });
    }
    try {
      const person = await accept(typed);
      await startSession(desk, exchange, { person, how: person.isBreakGlass ? "break-glass" : "local" });
      return exchange.reply.redirect("/", 303);
    } catch (error) {
      const { status, faults } = faultOf(error, fieldOf(error));
      exchange.reply.code(status);
      return show(exchange, { typed, faults });
    }
  };

  app.get(SET_UP_PAGE, ANYONE, async (request, reply) => showFirst({ request, reply }));
  app.get(INVITATION_PAGE, ANYONE, async (request, reply) => showInvitation({ request, reply }));
  withLimitedGuesses(app, (limited) => {
    limited.post(SET_UP_PAGE, ANYONE, async (request, reply) =>
      answer({ request, reply }, showFirst, {
        fields: ["code", "name", "email", "password"],
        accept: (typed) => setUpAdministrator(store, { ...typed, at: clock() }),
      }),
    );
    limited.post(INVITATION_PAGE, ANYONE, async (request, reply) =>
      answer({ request, reply }, showInvitation, {
        fields: ["code", "password"],
        accept: (typed) => acceptInvitation(store, { ...typed, at: clock() }),
      }),
    );
  });
}

/** Which field an error is about. */
function fieldOf(error: unknown): keyof Typed {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  if (code === "FORM_INVALID") return "password";
  return code === "PERSON_EXISTS" ? "email" : "code";
}

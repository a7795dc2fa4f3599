/** GET /account, and what one may do to one's own account: change the password, end other sessions, throw drafts away. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { changePassword } from "../../../services/people/change-password.ts";
import { draftsOf, putDraftBack, throwDraftAway } from "../../../services/people/drafts.ts";
import { hasPassword } from "../../../services/people/passwords.ts";
import { personWithId } from "../../../services/people/people.ts";
import { endOtherSessions, openSessionsOf } from "../../../services/people/sessions.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { withLimitedGuesses } from "../../middleware/limit-guesses.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { type FormFaults, faultOf } from "../sign-in/form-faults.ts";
import { startSession } from "../sign-in/start-session.ts";
import { DONE, presentAccount } from "./present.ts";
import { AccountPage } from "./view.tsx";

const NEEDS = { config: { needs: "signed-in" } } as const;
const written = z.string().max(2000).default("");
const PASSWORD_FORM = z.object({ current: written, new: written });
/** Without a form: put back what was thrown away last. */
const DRAFT_FORM = z.object({ form: z.string().max(2000).default("") });

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Adds the account page and its forms. */
export function registerAccount(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get<{ Querystring: { readonly done?: string } }>("/account", NEEDS, async (request, reply) =>
    show(
      context,
      { request, reply },
      {
        done: DONE[String(request.query.done)],
        mayPutBack: request.query.done === "draft",
      },
    ),
  );
  app.post("/account/sessions", NEEDS, async (request, reply) => {
    const { id: person, session: keep } = viewerOf(request);
    await endOtherSessions(desk.store, { person, keep, at: desk.clock() });
    return reply.redirect("/account?done=sessions", 303);
  });
  app.post("/account/drafts", NEEDS, async (request, reply) => {
    const { form } = readQuery(DRAFT_FORM, request.body);
    const { id } = viewerOf(request);
    if (form !== "") {
      await throwDraftAway(desk.store, id, form);
      return reply.redirect("/account?done=draft", 303);
    }
    return reply.redirect((await putDraftBack(desk.store, id)) ? "/account?done=back" : "/account", 303);
  });
  withLimitedGuesses(app, (limited) => {
    limited.post("/account/password", NEEDS, async (request, reply) => change(context, { request, reply }));
  });
}

async function change(context: DeskContext, exchange: Exchange): Promise<FastifyReply> {
  const { desk } = context;
  const viewer = viewerOf(exchange.request);
  const typed = readQuery(PASSWORD_FORM, exchange.request.body);
  try {
    const person = await changePassword(desk.store, {
      id: viewer.id,
      current: typed.current,
      wanted: typed.new,
      address: exchange.request.ip,
      at: desk.clock(),
    });
    await startSession(desk, exchange, { person, how: person.isBreakGlass ? "break-glass" : "local" });
  } catch (error) {
    const isAboutNew = error instanceof AppError && error.code === "FORM_INVALID";
    const { status, faults } = faultOf(error, isAboutNew ? "new" : "current");
    // 401 would say that nobody is signed in; here it is only the password that is wrong.
    exchange.reply.code(status === 401 ? 422 : status);
    return show(context, exchange, { faults });
  }
  return exchange.reply.redirect("/account?done=password", 303);
}

async function show(
  { site, desk }: DeskContext,
  { request, reply }: Exchange,
  more: { readonly done?: string | undefined; readonly mayPutBack?: boolean; readonly faults?: FormFaults },
): Promise<FastifyReply> {
  const viewer = viewerOf(request);
  const [person, sessions, drafts, isLocal] = await Promise.all([
    personWithId(desk.store, viewer.id),
    openSessionsOf(desk.store, viewer.id, desk.clock()),
    draftsOf(desk.store, viewer.id),
    hasPassword(desk.store, viewer.id),
  ]);
  const account = presentAccount({ viewer, person, sessions, drafts, isLocal });
  return sendPage(
    request,
    reply.header("cache-control", "private, no-store"),
    renderPage(<AccountPage site={siteFor(site, request)} account={account} {...more} />),
  );
}

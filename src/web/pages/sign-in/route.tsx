/** GET and POST /sign-in, POST /sign-in/trial */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { signInWithPassword } from "../../../services/people/sign-in.ts";
import { readSignInSettings } from "../../../services/people/sign-in-settings.ts";
import { listPersonas, personOfPersona } from "../../../services/people/trial-personas.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { withLimitedGuesses } from "../../middleware/limit-guesses.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { type FormFaults, faultOf } from "./form-faults.ts";
import { safeNext } from "./next.ts";
import { startSession } from "./start-session.ts";
import { assertTrialOpen, isTrialOpen } from "./trial.ts";
import { SignInPage, type SignInPageProps } from "./view.tsx";

const ANYONE = { config: { needs: "anyone" } } as const;
const TRIAL_FORM = z.object({ persona: z.string().max(40), next: z.string().optional() });
const written = z.string().max(2000).default("");
const FORM = z.object({ email: written, password: written, next: written });

/** Why somebody is asked to sign in, by the word in the address. */
const NOTICES: Readonly<Record<string, string>> = {
  ended: "Your session has ended. Sign in again to go on.",
  kept: "Your session had ended, so nothing was sent. What you wrote is kept: after you sign in it is offered on the page again, and it stands on your account page.",
};

/** Adds the sign-in page. */
export function registerSignIn(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get<{ Querystring: { readonly next?: string; readonly why?: string } }>(
    "/sign-in",
    ANYONE,
    async (request, reply) => {
      const { next, why } = request.query;
      return showSignIn(context, { request, reply }, { next: safeNext(next), notice: NOTICES[String(why)] });
    },
  );
  withLimitedGuesses(app, (limited) => {
    limited.post("/sign-in", ANYONE, async (request, reply) => signIn(context, { request, reply }));
    limited.post("/sign-in/trial", ANYONE, async (request, reply) => {
      assertTrialOpen(desk, request);
      const { persona, next } = readQuery(TRIAL_FORM, request.body);
      const person = await personOfPersona(desk, { actor: "trial", at: desk.clock().toISOString() }, persona);
      await startSession(desk, { request, reply }, { person, how: "trial" });
      return reply.redirect(safeNext(next), 303);
    });
  });
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

async function signIn(context: DeskContext, exchange: Exchange): Promise<FastifyReply> {
  const { store, clock } = context.desk;
  const { email, password, next } = readQuery(FORM, exchange.request.body);
  const again = { email, next: safeNext(next) };
  const missing: FormFaults = {
    ...(email.trim() === "" ? { email: "Enter your email address" } : {}),
    ...(password === "" ? { password: "Enter your password" } : {}),
  };
  if (Object.keys(missing).length > 0) {
    exchange.reply.code(422);
    return showSignIn(context, exchange, { ...again, faults: missing });
  }
  try {
    const address = exchange.request.ip;
    const proved = await signInWithPassword(store, { email, password, address, at: clock() });
    await startSession(context.desk, exchange, proved);
  } catch (error) {
    const { status, faults } = faultOf(error, "password");
    exchange.reply.code(status);
    return showSignIn(context, exchange, { ...again, faults });
  }
  return exchange.reply.redirect(again.next, 303);
}

/** Shows the page; used by the other ways to sign in when they fail. */
export async function showSignIn(
  { site, desk, services }: DeskContext,
  { request, reply }: Exchange,
  more: Pick<SignInPageProps, "next"> & Partial<SignInPageProps>,
): Promise<FastifyReply> {
  const personas = isTrialOpen(desk, request) ? await listPersonas(desk.live) : [];
  const { provider } = await readSignInSettings(desk.store);
  const isPublic = (await services.editionsArePublic?.()) === true;
  const props = { site: siteFor(site, request), personas, provider: provider?.name ?? null, isPublic, ...more };
  return sendPage(request, reply.header("cache-control", "no-store"), renderPage(<SignInPage {...props} />));
}

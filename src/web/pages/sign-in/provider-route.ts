/** GET /sign-in/provider and GET /sign-in/callback: to the identity provider and back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { personOfClaims } from "../../../services/people/oidc/person-of-claims.ts";
import {
  beginAtProvider,
  finishAtProvider,
  PROVIDER_LASTS_MS,
} from "../../../services/people/oidc/sign-in-at-provider.ts";
import { logRefusal } from "../../../services/people/sign-in.ts";
import { readSignInSettings, type SignInSettings } from "../../../services/people/sign-in-settings.ts";
import type { DeskContext } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { withLimitedGuesses } from "../../middleware/limit-guesses.ts";
import { clearProviderCookie, providerCookie, setProviderCookie } from "../../session-cookie.ts";
import { faultOf } from "./form-faults.ts";
import { safeNext } from "./next.ts";
import { showSignIn } from "./route.tsx";
import { startSession } from "./start-session.ts";

const ANYONE = { config: { needs: "anyone" } } as const;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Adds both routes. */
export function registerProviderSignIn(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  withLimitedGuesses(app, (limited) => {
    limited.get<{ Querystring: { readonly next?: string } }>("/sign-in/provider", ANYONE, async (request, reply) => {
      const next = safeNext(request.query.next);
      return orSayWhy(context, { request, reply }, async () => {
        const { place } = await providerPlace(desk);
        const { url, code } = await beginAtProvider(desk.store, place, { redirectUri: callbackOf(request), next });
        setProviderCookie(request, reply, { code, lastsMs: PROVIDER_LASTS_MS });
        return reply.redirect(url, 303);
      });
    });
    limited.get("/sign-in/callback", ANYONE, async (request, reply) =>
      orSayWhy(context, { request, reply }, async () => {
        const code = providerCookie(request);
        clearProviderCookie(request, reply);
        const { place, settings } = await providerPlace(desk);
        const url = new URL(request.url, callbackOf(request));
        const { claims, next } = await finishAtProvider(desk.store, place, { url, code });
        const person = await personOfClaims(desk.store, settings, { claims, at: desk.clock() });
        await startSession(desk, { request, reply }, { person, how: "oidc" });
        return reply.redirect(safeNext(next), 303);
      }),
    );
  });
}

/** The provider's settings with what is needed to ask it. @throws AppError PAGE_UNKNOWN where there is none */
export async function providerPlace(desk: Desk): Promise<{
  readonly settings: SignInSettings;
  readonly place: Parameters<typeof finishAtProvider>[1];
}> {
  const settings = await readSignInSettings(desk.store);
  const { provider } = settings;
  if (provider === null)
    throw new AppError("PAGE_UNKNOWN", "People sign in with accounts kept here.", "Use the sign-in page.");
  return { settings, place: { provider, environment: desk.environment ?? {}, at: desk.clock() } };
}

/** What went wrong is said on the sign-in page, where one may try again or use a break-glass account; and logged. */
async function orSayWhy(
  context: DeskContext,
  exchange: Exchange,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "PAGE_UNKNOWN") throw error;
    const isDown = error.code === "PROVIDER_UNAVAILABLE";
    if (isDown) request.log.error({ err: error }, "The identity provider cannot be asked.");
    const at = context.desk.clock();
    await logRefusal(context.desk.store, { at, why: error.message, person: null, address: request.ip });
    const faults = isDown ? { "": `${error.message} ${error.remedy}` } : faultOf(error, "").faults;
    reply.code(error.httpStatus);
    return showSignIn(context, exchange, { next: "/", faults });
  }
}

function callbackOf({ protocol, host }: Pick<FastifyRequest, "protocol" | "host">): string {
  return `${protocol}://${host}/sign-in/callback`;
}

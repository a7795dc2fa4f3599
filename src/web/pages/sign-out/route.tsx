/** GET /sign-out, POST /sign-out, GET /sign-out/provider, GET /sign-out/done */
import type { FastifyInstance } from "fastify";
import { signOutAddress } from "../../../services/people/oidc/sign-in-at-provider.ts";
import { endSession } from "../../../services/people/sessions.ts";
import { readSignInSettings } from "../../../services/people/sign-in-settings.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { clearSessionCookie } from "../../session-cookie.ts";
import { viewerOf } from "../../viewer.ts";
import { providerPlace } from "../sign-in/provider-route.ts";
import { SignedOutPage, SignOutPage } from "./view.tsx";

const ANYONE = { config: { needs: "anyone" } } as const;

/** Adds signing out: a page with a button, because a link could be followed by mistake or from elsewhere. */
export function registerSignOut(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/sign-out", { config: { needs: "signed-in" } }, async (request, reply) =>
    sendPage(request, reply, renderPage(<SignOutPage site={siteFor(site, request)} />)),
  );
  app.post("/sign-out", { config: { needs: "signed-in" } }, async (request, reply) => {
    const { actor, id, session, how } = viewerOf(request);
    const at = desk.clock();
    await endSession(desk.store, session, at);
    await desk.store.recordAccess({
      actor,
      at: at.toISOString(),
      what: "sign-out",
      subject: `person ${id}`,
      purpose: "",
      detail: { how },
    });
    clearSessionCookie(request, reply);
    // What this browser kept of the pages goes too: the next person at the machine must not page back to them.
    reply.header("clear-site-data", '"cache"');
    return reply.redirect(how === "oidc" ? "/sign-out/done?too=provider" : "/sign-out/done", 303);
  });
  app.get("/sign-out/provider", ANYONE, async (request, reply) => {
    const { place } = await providerPlace(desk);
    const done = `${request.protocol}://${request.host}/sign-out/done`;
    return reply.redirect((await signOutAddress(place, done)) ?? "/sign-out/done", 303);
  });
  app.get<{ Querystring: { readonly too?: string } }>("/sign-out/done", ANYONE, async (request, reply) => {
    const { provider } = await readSignInSettings(desk.store);
    const name = request.query.too === "provider" && provider !== null ? provider.name : null;
    // Not by redirecting the form itself: our own policy lets no form lead to another site, through redirects neither.
    if (name !== null) reply.header("refresh", "0; url=/sign-out/provider");
    return sendPage(request, reply, renderPage(<SignedOutPage site={siteFor(site, request)} provider={name} />));
  });
}

/** GET /sign-out, POST /sign-out, GET /sign-out/done */
import type { FastifyInstance } from "fastify";
import { endSession } from "../../../services/people/sessions.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { clearSessionCookie } from "../../session-cookie.ts";
import { viewerOf } from "../../viewer.ts";
import { SignedOutPage, SignOutPage } from "./view.tsx";

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
    return reply.redirect("/sign-out/done", 303);
  });
  app.get("/sign-out/done", { config: { needs: "anyone" } }, async (request, reply) =>
    sendPage(request, reply, renderPage(<SignedOutPage site={siteFor(site, request)} />)),
  );
}

/** GET /sign-in, POST /sign-in/trial */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { listPersonas, personOfPersona } from "../../../services/people/trial-personas.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { safeNext } from "./next.ts";
import { startSession } from "./start-session.ts";
import { assertTrialOpen, isTrialOpen } from "./trial.ts";
import { SignInPage } from "./view.tsx";

const TRIAL_FORM = z.object({ persona: z.string().max(40), next: z.string().optional() });

/** Adds the sign-in page. */
export function registerSignIn(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<{ Querystring: { readonly next?: string } }>(
    "/sign-in",
    { config: { needs: "anyone" } },
    async (request, reply) => {
      const personas = isTrialOpen(desk, request) ? await listPersonas(desk.live) : [];
      const next = safeNext(request.query.next);
      reply.header("cache-control", "no-store");
      return sendPage(
        request,
        reply,
        renderPage(<SignInPage site={siteFor(site, request)} next={next} personas={personas} />),
      );
    },
  );
  app.post("/sign-in/trial", { config: { needs: "anyone" } }, async (request, reply) => {
    assertTrialOpen(desk, request);
    const { persona, next } = readQuery(TRIAL_FORM, request.body);
    const by = { actor: "trial", at: desk.clock().toISOString() };
    const person = await personOfPersona(desk, by, persona);
    await startSession(desk, { request, reply }, { person, how: "trial" });
    return reply.redirect(safeNext(next), 303);
  });
}

/** GET /about */
import type { FastifyInstance } from "fastify";
import { type PageContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { AboutPage } from "./view.tsx";

/** Adds the about page. */
export function registerAbout(app: FastifyInstance, { site }: PageContext): void {
  app.get("/about", { config: { needs: "anyone" } }, async (request, reply) =>
    sendPage(request, reply, renderPage(<AboutPage site={siteFor(site, request)} />)),
  );
}

/** GET /data */
import type { FastifyInstance } from "fastify";
import { type PageContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { presentLoads } from "./present.ts";
import { LoadsPage } from "./view.tsx";

/** Adds the data page. */
export function registerLoads(app: FastifyInstance, { services, site }: PageContext): void {
  app.get("/data", { config: { needs: "see-data" } }, async (request, reply) =>
    sendPage(
      request,
      reply,
      renderPage(<LoadsPage site={siteFor(site, request)} loads={presentLoads(await services.loads())} />),
    ),
  );
}

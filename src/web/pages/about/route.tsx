/** GET /about */
import type { FastifyInstance } from "fastify";
import type { PageContext } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { AboutPage } from "./view.tsx";

/** Adds the about page; it never changes while the server runs. */
export function registerAbout(app: FastifyInstance, { site }: PageContext): void {
  const page = renderPage(<AboutPage site={site} />);
  app.get("/about", async (request, reply) => sendPage(request, reply, page));
}

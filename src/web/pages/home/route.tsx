/** GET / */
import type { FastifyInstance } from "fastify";
import type { PageContext } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { presentHome } from "./present.ts";
import { HomePage } from "./view.tsx";

/** Adds the home page. */
export function registerHome(app: FastifyInstance, { services, site, clock }: PageContext): void {
  app.get("/", async (request, reply) => {
    const [scorecards, loads] = await Promise.all([services.scorecards(), services.loads()]);
    return sendPage(
      request,
      reply,
      renderPage(<HomePage site={site} home={presentHome(scorecards, loads, clock())} />),
    );
  });
}

/** GET / */
import type { FastifyInstance } from "fastify";
import { type PageContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { type CardNews, cardNews } from "./card-news.ts";
import { presentHome } from "./present.ts";
import { HomePage } from "./view.tsx";

/** Adds the home page. */
export function registerHome(app: FastifyInstance, { services, site, clock }: PageContext): void {
  app.get("/", { config: { needs: "signed-in" } }, async (request, reply) => {
    const [scorecards, loads, editions] = await Promise.all([
      services.scorecards(),
      services.loads(),
      services.editions(),
    ]);
    const news = new Map<string, CardNews>();
    // One card that cannot be made must not take the first page with it; its own page says why.
    for (const { id } of scorecards) {
      const card = loads.length === 0 ? null : await services.scorecard(id, {}).catch(() => null);
      news.set(`/scorecards/${id}`, cardNews(id, card, editions));
    }
    return sendPage(
      request,
      reply,
      renderPage(<HomePage site={siteFor(site, request)} news={news} home={presentHome(scorecards, loads, clock())} />),
    );
  });
}

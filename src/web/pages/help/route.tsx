/** GET /help/scorecards */
import type { FastifyInstance } from "fastify";
import { directionWords, ratingWords } from "../../../domain/judgement/rule-words.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { ScorecardHelpPage } from "./view.tsx";

/** Adds the pages of help. */
export function registerHelp(app: FastifyInstance, { services, site }: PageContext): void {
  app.get("/help/scorecards", { config: { needs: "signed-in" } }, async (request, reply) => {
    const cards = (await services.scorecards()).map(({ id, title, judgement = {} }) => ({
      id,
      title,
      rating: ratingWords(judgement.rating),
      direction: directionWords(judgement),
    }));
    return sendPage(request, reply, renderPage(<ScorecardHelpPage site={siteFor(site, request)} cards={cards} />));
  });
}

/** GET /measures?search=visits */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type PageContext, siteFor } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { presentMeasures } from "./present.ts";
import { MeasuresPage } from "./view.tsx";

const QUERY = z.object({ search: textField });

/** Adds the list of measures. */
export function registerMeasures(app: FastifyInstance, { services, site }: PageContext): void {
  app.get("/measures", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { search = "" } = readQuery(QUERY, request.query);
    const list = presentMeasures(await services.measures(), search.trim());
    return sendPage(request, reply, renderPage(<MeasuresPage site={siteFor(site, request)} list={list} />));
  });
}

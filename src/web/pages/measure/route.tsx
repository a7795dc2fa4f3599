/** GET /measures/:id?window=rolling-12-months&lastMonth=2026-03 */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { keepPages } from "../../kept-pages.ts";
import { given, lastMonthField, readQuery, windowField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { presentMeasure } from "./present.ts";
import { MeasurePage } from "./view.tsx";

const QUERY = z.object({ window: windowField, lastMonth: lastMonthField });

/** Adds the page of one measure. */
export function registerMeasure(app: FastifyInstance, { services, site }: PageContext): void {
  const kept = keepPages();
  app.get<{ Params: { id: string } }>("/measures/:id", { config: { needs: "see-figures" } }, async (request, reply) => {
    const query = readQuery(QUERY, request.query);
    const figures = await services.measure(request.params.id, given(query));
    if (figures === null)
      throw new AppError(
        "MEASURE_UNKNOWN",
        "There is no measure at this address.",
        "Search for it in the list of measures.",
      );

    const make = () =>
      renderPage(<MeasurePage site={siteFor(site, request)} measure={presentMeasure(figures, query.lastMonth)} />);
    return sendPage(request, reply, kept(figures, `${query.lastMonth} ${viewerOf(request).id}`, make));
  });
}

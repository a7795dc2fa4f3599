/** GET /measures/:id?window=rolling-12-months&lastMonth=2026-03&seen=published and GET /measures/:id/how?window=in-month&period=2026-03 */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { keepPages } from "../../kept-pages.ts";
import { given, lastMonthField, readQuery, textField, windowField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, scopesOf, viewerOf } from "../../viewer.ts";
import { measureAnswer } from "./answer.ts";
import { registerHow } from "./how/route.tsx";
import { listLinks, NO_LISTS } from "./list-links.ts";
import { presentMeasure } from "./present.ts";
import { MeasurePage } from "./view.tsx";

const QUERY = z.object({
  window: windowField,
  lastMonth: lastMonthField,
  seen: textField.pipe(z.enum(["published", "internal"]).optional()),
});

/** Adds the page of one measure, and the one that tells how a number was made. */
export function registerMeasure(app: FastifyInstance, context: DeskContext): void {
  const { desk, site } = context;
  const kept = keepPages();
  registerHow(app, context);
  app.get<{ Params: { id: string } }>("/measures/:id", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { seen = "internal", ...query } = readQuery(QUERY, request.query);
    const viewer = viewerOf(request);
    const withWorkers = seen === "internal" && isAuthorityWide(scopesOf(viewer, "see-teams"));
    const answer = await measureAnswer(desk, request.params.id, { ...given(query), audience: seen, withWorkers });
    if (answer === null) throw unknownMeasure();
    const links = may(viewer, "see-cases") ? listLinks(answer.measure, answer.window) : NO_LISTS;
    const make = () => {
      const measure = presentMeasure(answer, links, may(viewer, "judge-figures"));
      return renderPage(<MeasurePage site={siteFor(site, request)} measure={measure} />);
    };
    return sendPage(request, reply, kept(answer, viewer.id, make));
  });
}

function unknownMeasure(): AppError {
  return new AppError(
    "MEASURE_UNKNOWN",
    "There is no measure at this address.",
    "Search for it in the list of measures.",
  );
}

/** GET /scorecards/:id?lastMonth=2026-03&section=front-door */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { keepPages } from "../../kept-pages.ts";
import { given, lastMonthField, readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { presentScorecard, sectionId } from "./present.ts";
import { ScorecardPage } from "./view.tsx";

const QUERY = z.object({ lastMonth: lastMonthField, section: textField });

/** Adds the page of one scorecard. */
export function registerScorecard(app: FastifyInstance, { services, site }: PageContext): void {
  const kept = keepPages();
  app.get<{ Params: { id: string } }>(
    "/scorecards/:id",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const { lastMonth, section = null } = readQuery(QUERY, request.query);
      const figures = await services.scorecard(request.params.id, given({ lastMonth }));
      if (figures === null)
        throw new AppError(
          "SCORECARD_UNKNOWN",
          "There is no scorecard at this address.",
          "Choose one from the first page.",
        );
      if (section !== null && !figures.sections.some(({ title }) => sectionId(title) === section))
        throw new AppError(
          "USAGE",
          "This scorecard has no section of that name.",
          "Choose a section from the scorecard's page.",
        );

      const make = () =>
        renderPage(
          <ScorecardPage site={siteFor(site, request)} scorecard={presentScorecard(figures, { section, lastMonth })} />,
        );
      return sendPage(request, reply, kept(figures, `${lastMonth} ${section} ${viewerOf(request).id}`, make));
    },
  );
}

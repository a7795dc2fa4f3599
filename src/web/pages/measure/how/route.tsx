/** GET /measures/:id/how?window=in-month&period=2026-03 */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../../domain/errors.ts";
import { definitionVersions } from "../../../../services/measure/definition-versions.ts";
import { howMade } from "../../../../services/measure/how-made.ts";
import { lastPeriod } from "../../../../services/measure/typed-on-measure.ts";
import { logHead } from "../../../../services/open-store.ts";
import { lastMonthOf } from "../../../answers/months.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { readQuery, textField, windowField } from "../../../query.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { may, viewerOf } from "../../../viewer.ts";
import { listLinks, NO_LISTS } from "../list-links.ts";
import { presentHow } from "./present.ts";
import { HowPage } from "./view.tsx";

const QUERY = z.object({ window: windowField, period: textField });

/** Adds the page that takes one number apart; without a period, the latest. */
export function registerHow(app: FastifyInstance, { desk, site }: DeskContext): void {
  app.get<{ Params: { id: string } }>(
    "/measures/:id/how",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const query = readQuery(QUERY, request.query);
      const { id } = request.params;
      const measure = desk.live.current().catalogue.measures.get(id);
      if (measure === undefined)
        throw new AppError(
          "MEASURE_UNKNOWN",
          "There is no measure at this address.",
          "Search for it in the list of measures.",
        );
      const window = query.window ?? measure.timeBasis[0] ?? "in-month";
      const { last } = await lastMonthOf(desk, undefined);
      const period = query.period ?? lastPeriod(window, last).id;
      const { sequence } = await logHead(desk.store);
      const made = await desk.keep(`how ${id} ${window} ${period}`, (workspace) =>
        howMade(workspace, { measure: id, window, period }),
      );
      const versions = await desk.keep(`versions ${id} ${sequence}`, ({ catalogue, catalogueFolders }) =>
        definitionVersions(desk.store, catalogue, { measure: id, folders: catalogueFolders }),
      );
      const links = may(viewerOf(request), "see-cases") ? listLinks(made.measure, made.period.window) : NO_LISTS;
      const how = presentHow(made, { versions, links });
      return sendPage(request, reply, renderPage(<HowPage site={siteFor(site, request)} how={how} />));
    },
  );
}

/** GET /data and /data/coverage, and the pages of loads below them. */
import type { FastifyInstance } from "fastify";
import { openRecordingErrors } from "../../../services/cases/case-notes.ts";
import { coverageOf } from "../../../services/data/coverage.ts";
import { faultsByScorecard } from "../../../services/data/data-quality.ts";
import { listStaged } from "../../../services/data/staged-load.ts";
import { loadHistory } from "../../../services/load-history.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may } from "../../viewer.ts";
import { CoveragePage } from "./coverage-view.tsx";
import { registerLoadFiles } from "./load-files.tsx";
import { registerAcceptedLoads } from "./loads.tsx";
import { OverviewPage } from "./overview-view.tsx";
import { presentOverview } from "./present-overview.ts";
import { registerReported } from "./reported.tsx";
import { registerStaged } from "./staged.tsx";

/** Adds the pages of the data. */
export function registerData(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  app.get<{ Querystring: { readonly done?: string } }>(
    "/data",
    { config: { needs: "see-data" } },
    async (request, reply) => {
      const { keep, clock, data } = desk;
      const isEmpty = desk.live.current().manifests.length === 0;
      const view = presentOverview({
        records: await keep("data history", ({ folder, manifests }) => loadHistory(folder, manifests)),
        staged: listStaged(data, clock()),
        coverage: isEmpty ? null : await keep("data coverage", coverageOf),
        quality: isEmpty ? [] : await keep("data quality", faultsByScorecard),
        reported: await openRecordingErrors(desk.store),
        today: clock().toISOString().slice(0, 10),
      });
      const page = (
        <OverviewPage
          site={siteFor(site, request)}
          data={view}
          mayLoad={may(request.viewer, "load-data")}
          isJustRefused={request.query.done === "refused"}
        />
      );
      return sendPage(request, reply, renderPage(page));
    },
  );
  app.get("/data/coverage", { config: { needs: "see-data" } }, async (request, reply) => {
    const coverage = await desk.keep("data coverage", coverageOf);
    return sendPage(request, reply, renderPage(<CoveragePage site={siteFor(site, request)} coverage={coverage} />));
  });
  registerLoadFiles(app, context);
  registerReported(app, context);
  registerStaged(app, context);
  registerAcceptedLoads(app, context);
}

/** GET /jobs and /jobs/:id: long work, seen by whoever started it and by administrators. */
import type { FastifyInstance } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import type { Job } from "../../../services/jobs.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, type Viewer, viewerOf } from "../../viewer.ts";
import { presentJob } from "./present.ts";
import { JobPage, JobsPage } from "./view.tsx";

/** Adds the pages of long work. */
export function registerJobs(app: FastifyInstance, { site, desk: { jobs } }: DeskContext): void {
  app.get("/jobs", { config: { needs: "signed-in" } }, async (request, reply) => {
    const viewer = viewerOf(request);
    const own = jobs.list().filter((job) => maySee(viewer, job));
    return sendPage(request, reply, renderPage(<JobsPage site={siteFor(site, request)} jobs={own.map(presentJob)} />));
  });
  app.get<{ Params: { readonly id: string } }>(
    "/jobs/:id",
    { config: { needs: "signed-in" } },
    async (request, reply) => {
      const job = jobs.find(request.params.id);
      // Somebody else's work is answered like none at all: its address tells nothing.
      if (job === null || !maySee(viewerOf(request), job)) throw forgotten();
      const page = <JobPage site={siteFor(site, request)} job={presentJob(job)} />;
      return sendPage(request, reply, renderPage(page));
    },
  );
}

function maySee(viewer: Viewer, { startedBy }: Job): boolean {
  return startedBy === viewer.id || may(viewer, "manage-settings");
}

function forgotten(): AppError {
  return new AppError(
    "PAGE_UNKNOWN",
    "There is no such work of yours, or Waymark was started again since and has forgotten it.",
    "Look where its outcome would stand: at the editions, or at the loads. What it had not finished was not done at all.",
  );
}

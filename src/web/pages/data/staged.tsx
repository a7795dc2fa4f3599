/** GET /data/staged/:id and its issues, and POST to accept or refuse it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { issuesAsCsv } from "../../../services/data/load-issues.ts";
import { makeReady } from "../../../services/data/make-ready.ts";
import { acceptStaged, refuseStaged } from "../../../services/data/settle-staged.ts";
import { readStaged } from "../../../services/data/staged-load.ts";
import { lookAtStaged, stagedFolders } from "../../../services/data/staged-view.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { issuesQuery } from "./issues-query.ts";
import { presentStaged } from "./present-staged.ts";
import { ReadingPage, SettledPage, StagedPage } from "./staged-view.tsx";

const acceptance = z.object({ basis: z.string(), keep: z.string().optional() });
type Params = { readonly id: string };
const needs = { config: { needs: "load-data" } } as const;

/** Adds the pages of loads that wait. */
export function registerStaged(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = async (request: FastifyRequest<{ Params: Params }>, conflict: AppError | null) => {
    const { id } = request.params;
    const { filter, page } = issuesQuery(request.query);
    const view = presentStaged(await lookAtStaged(desk.data, id, { filter, page }), filter);
    return renderPage(<StagedPage site={siteFor(site, request)} staged={view} conflict={conflict} />);
  };
  app.get<{ Params: Params }>("/data/staged/:id", needs, async (request, reply) => {
    const staged = readStaged(desk.data, request.params.id);
    const own = siteFor(site, request);
    if (staged.state === "reading" || staged.state === "failed") {
      const job = staged.job === null ? null : desk.jobs.find(staged.job);
      if (staged.state === "reading" && job?.finishedAt === null) reply.header("refresh", "2");
      return sendPage(request, reply, renderPage(<ReadingPage site={own} staged={staged} job={job} />));
    }
    if (staged.state !== "waiting")
      return sendPage(request, reply, renderPage(<SettledPage site={own} staged={staged} />));
    return sendPage(request, reply, await pageOf(request, null));
  });
  app.get<{ Params: Params }>("/data/staged/:id/issues.csv", needs, async (request, reply) => {
    const folders = stagedFolders(desk.data, readStaged(desk.data, request.params.id));
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="issues-${request.params.id}.csv"`)
      .send(await issuesAsCsv(desk.data, folders));
  });
  app.post<{ Params: Params }>("/data/staged/:id/accept", needs, async (request, reply) => {
    const { basis, keep } = readQuery(acceptance, request.body);
    const viewer = viewerOf(request);
    try {
      const wanted = { id: request.params.id, basis, keepGoodRows: keep === "good" };
      const loads = await acceptStaged(desk.store, desk.data, byViewer(desk, viewer), wanted);
      startMakingReady(desk, request, loads);
      return reply.redirect(`/data/loads/${loads[0]}?done=accepted`, 303);
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== "CHANGED_MEANWHILE") throw fault;
      return sendPage(request, reply.code(409), await pageOf(request, fault));
    }
  });
  app.post<{ Params: Params }>("/data/staged/:id/refuse", needs, async (request, reply) => {
    await refuseStaged(desk.store, desk.data, byViewer(desk, viewerOf(request)), request.params.id);
    return reply.redirect("/data?done=refused", 303);
  });
}

/** Nobody need wait for it: pages answer from the earlier state meanwhile. */
function startMakingReady(desk: Desk, request: FastifyRequest, loads: readonly string[]): void {
  desk.jobs.start({
    kind: "ready",
    title: "Make the figures ready after a load",
    startedBy: viewerOf(request).id,
    onFault: (err) => request.log.error({ err }, "The figures could not be made ready."),
    work: async (tell) => {
      tell({ step: "Building the current state of the data", done: 0, of: null });
      await makeReady(desk.live, loads);
      return { sentence: "The figures are made of the new load.", links: [{ text: "Data", href: "/data" }] };
    },
  });
}

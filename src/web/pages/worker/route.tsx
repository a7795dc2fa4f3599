/** GET /teams/:team/workers/:worker: a worker's profile, for their team's manager, their service, and themselves. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { serviceOf, type Team, workerLoads } from "../../../services/teams/teams.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { measureLines } from "../team/measure-lines.ts";
import { presentDue, presentLines } from "../team/present.ts";
import { keptDueCounts } from "../team/route.tsx";
import { allTeams, dayOf, teamHref, teamOfWorker } from "../team/team-access.ts";
import { WorkerPage, type WorkerView } from "./view.tsx";

type OfWorker = { Params: { team: string; worker: string } };

/** Adds the profile. */
export function registerWorker(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<OfWorker>("/teams/:team/workers/:worker", { config: { needs: "see-teams" } }, async (request, reply) => {
    const { team: named, worker } = request.params;
    const team = await teamOfWorker(desk, request, { team: named, worker });
    const view = await profileOf(desk, request, { team, worker });
    return sendPage(request, reply, renderPage(<WorkerPage site={siteFor(site, request)} worker={view} />));
  });
}

async function profileOf(
  desk: Desk,
  request: FastifyRequest,
  { team, worker }: { readonly team: Team; readonly worker: string },
): Promise<WorkerView> {
  const { on, dataTo } = await dayOf(desk);
  const loads = await desk.keep(`loads ${on}`, (workspace) => workerLoads(workspace, on));
  const load = loads.find((one) => one.team === team.name && one.worker === worker);
  if (load === undefined)
    throw new AppError(
      "PAGE_UNKNOWN",
      `Nobody of that number held a child in ${team.name} on the day shown.`,
      "Choose a worker from the team’s profile.",
    );
  const service = serviceOf(team, await allTeams(desk)).map(({ name }) => name);
  const lines = await measureLines(desk, { by: "worker", group: worker, service });
  const counts = (await keptDueCounts(desk, on)).filter((count) => count.worker === worker && count.team === team.name);
  const mayList = may(viewerOf(request), "see-cases");
  return {
    name: worker,
    team: team.name,
    teamHref: teamHref(team),
    on,
    dataTo,
    children: load.children,
    due: presentDue(counts),
    mayList,
    ...presentLines(lines, { by: "worker", value: worker, mayList }),
  };
}

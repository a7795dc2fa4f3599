/** GET /teams: the teams one may look at; somebody with one team is led to its profile. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { measuresBy } from "../../../services/teams/group-figures.ts";
import { isOpenOn, type Team, workerLoads } from "../../../services/teams/teams.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { scopesOf, viewerOf } from "../../viewer.ts";
import { titleOf } from "../team/present.ts";
import { keptDueCounts } from "../team/route.tsx";
import { allTeams, dayOf, teamHref, teamsOf } from "../team/team-access.ts";
import { TeamsPage, type TeamsView } from "./view.tsx";

const QUERY = z.object({ all: textField });

/** Adds the list. */
export function registerTeams(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/teams", { config: { needs: "see-teams" } }, async (request, reply) => {
    const { all } = readQuery(QUERY, request.query);
    const teams = await teamsOf(desk, request);
    const { on } = await dayOf(desk);
    const only = all === undefined ? await onlyProfile(desk, request, { teams, on }) : null;
    if (only !== null) return reply.redirect(only, 303);
    const view = await teamsView(desk, teams, on);
    return sendPage(request, reply, renderPage(<TeamsPage site={siteFor(site, request)} view={view} />));
  });
}

type Reach = { readonly teams: readonly Team[]; readonly on: string };

/** The one profile somebody may look at: their team's, or their own. */
async function onlyProfile(desk: Desk, request: FastifyRequest, { teams, on }: Reach): Promise<string | null> {
  const open = teams.filter((team) => isOpenOn(team, on));
  const [first, ...others] = open;
  if (first !== undefined) return others.length === 0 ? teamHref(first) : null;
  const scopes = scopesOf(viewerOf(request), "see-teams");
  const workers = scopes.flatMap((scope) => (scope.kind === "own-cases" ? [scope.worker] : []));
  const loads = await desk.keep(`loads ${on}`, (workspace) => workerLoads(workspace, on));
  const load = loads.find(({ worker }) => workers.includes(worker));
  const team = (await allTeams(desk)).find(({ name }) => name === load?.team);
  if (load === undefined || team === undefined) return null;
  return `${teamHref(team)}/workers/${encodeURIComponent(load.worker)}`;
}

async function teamsView(desk: Desk, teams: readonly Team[], on: string): Promise<TeamsView> {
  const loads = await desk.keep(`loads ${on}`, (workspace) => workerLoads(workspace, on));
  const counts = await keptDueCounts(desk, on);
  const rows = teams.map((team) => {
    const own = loads.filter((load) => load.team === team.name);
    const due = counts.filter((count) => count.team === team.name);
    return {
      name: team.name,
      href: teamHref(team),
      service: team.service === null ? "" : titleOf(team.service),
      isOpen: isOpenOn(team, on),
      workers: own.length,
      children: own.reduce((sum, { children }) => sum + children, 0),
      overdue: due.reduce((sum, { overdue }) => sum + overdue, 0),
      soon: due.reduce((sum, { soon }) => sum + soon, 0),
    };
  });
  const measures = measuresBy(desk.live.current(), "team").map(({ id, title }) => ({ value: id, text: title }));
  return {
    on,
    measures: measures.toSorted((a, b) => a.text.localeCompare(b.text)),
    teams: rows
      .filter(({ isOpen }) => isOpen)
      .toSorted((a, b) => a.service.localeCompare(b.service) || a.name.localeCompare(b.name)),
    closed: rows.filter(({ isOpen }) => !isOpen),
  };
}

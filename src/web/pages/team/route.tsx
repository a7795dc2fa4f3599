/** GET /teams/:team and /teams/:team/due: a team's live profile, and the children behind what is due. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type DueCount, dueCounts } from "../../../services/cases/due/due.ts";
import { groupFigures } from "../../../services/teams/group-figures.ts";
import { serviceOf, type Team, workerLoads } from "../../../services/teams/teams.ts";
import { monthsOf, todayOf } from "../../answers/months.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { countOf, longDate } from "../../words.ts";
import { registerDue } from "./due-route.tsx";
import { measureLines } from "./measure-lines.ts";
import { loadChart, presentDue, presentLines, presentLoads, titleOf } from "./present.ts";
import { allTeams, dayOf, teamAt, teamHref } from "./team-access.ts";
import { TeamPage, type TeamView } from "./view.tsx";

/** Adds the profile and its list of what is due. */
export function registerTeam(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  registerDue(app, context);
  app.get<{ Params: { team: string } }>("/teams/:team", { config: { needs: "see-teams" } }, async (request, reply) => {
    const team = await teamAt(desk, request, request.params.team);
    const view = await profileOf(desk, request, team);
    return sendPage(request, reply, renderPage(<TeamPage site={siteFor(site, request)} team={view} />));
  });
}

/** What is due of everybody on a day, kept with the data. */
export function keptDueCounts({ keep }: Pick<Desk, "keep">, on: string): Promise<readonly DueCount[]> {
  return keep(`due counts ${on}`, (workspace) => dueCounts(workspace, on));
}

async function profileOf(desk: Desk, request: FastifyRequest, team: Team): Promise<TeamView> {
  const { on, dataTo } = await dayOf(desk);
  const service = serviceOf(team, await allTeams(desk));
  const lines = await measureLines(desk, {
    by: "team",
    group: team.name,
    service: service.map(({ name }) => name),
  });
  const counts = (await keptDueCounts(desk, on)).filter((count) => count.team === team.name);
  const all = await desk.keep(`loads ${on}`, (workspace) => workerLoads(workspace, on));
  const loads = presentLoads(
    all.filter((load) => load.team === team.name),
    counts,
    await timelinessByWorker(desk),
  );
  const mayList = may(viewerOf(request), "see-cases");
  return {
    name: team.name,
    href: teamHref(team),
    service: team.service === null ? "" : titleOf(team.service),
    on,
    dataTo,
    facts: factsOf(team, loads),
    due: presentDue(counts),
    mayList,
    loads,
    chart: loadChart(loads),
    ...presentLines(lines, { by: "team", value: team.name, mayList }),
  };
}

function factsOf({ from, to, locality }: Team, loads: TeamView["loads"]): TeamView["facts"] {
  const children = loads.reduce((sum, load) => sum + load.children, 0);
  const average = loads.length === 0 ? "" : `, ${(children / loads.length).toFixed(1)} each on average`;
  const days = [from === null ? [] : [`from ${longDate(from)}`], to === null ? [] : [`to ${longDate(to)}`]].flat();
  return [
    { key: "Workers holding children", value: countOf(loads.length, "worker") },
    { key: "Children held", value: `${children.toLocaleString("en-GB")}${average}` },
    ...(locality === null ? [] : [{ key: "Locality", value: locality }]),
    ...(days.length === 0 ? [] : [{ key: "The team works", value: days.join(" ") }]),
  ];
}

const TIMELINESS = "assessments-within-45-working-days";

/** Assessments completed in time over twelve months, by worker. */
async function timelinessByWorker(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const [last = todayOf(desk).slice(0, 7)] = await monthsOf(desk);
  const measure = desk.live.current().catalogue.measures.get(TIMELINESS);
  const figures = await desk.keep(`timeliness by worker ${last}`, (workspace) =>
    groupFigures(workspace, {
      by: "worker",
      lastMonth: last,
      asked: measure === undefined ? [] : [{ measure, window: "rolling-12-months" }],
    }),
  );
  const byWorker = figures.byMeasure.get(TIMELINESS) ?? new Map();
  return new Map([...byWorker].map(([worker, own]) => [worker, own.at(-1)?.shown ?? "[z]"]));
}

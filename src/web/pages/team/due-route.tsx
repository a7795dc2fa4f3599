/** GET /teams/:team/due?kind&state&worker: the children for whom something is overdue or falls due soon, soonest first. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { dueForViewer } from "../../../services/cases/due/due.ts";
import { DUTY_KIND_IDS } from "../../../services/cases/due/duties.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { given, readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { askPurpose } from "../list/purpose.tsx";
import { caseDesk } from "../list/route.tsx";
import { DuePage } from "./due-view.tsx";
import { presentDueList } from "./present-due.ts";
import { dayOf, teamHref, teamOfWorker } from "./team-access.ts";

const blank = (value: unknown): unknown => (value === "" ? undefined : value);
const QUERY = z.object({
  kind: z.preprocess(blank, z.enum(DUTY_KIND_IDS).optional()),
  state: z.preprocess(blank, z.enum(["overdue", "soon"]).optional()),
  worker: textField,
  child: textField,
});

/** Adds the list. */
export function registerDue(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<{ Params: { team: string } }>(
    "/teams/:team/due",
    { config: { needs: "see-cases" } },
    async (request, reply) => {
      const query = readQuery(QUERY, request.query);
      const team = await teamOfWorker(desk, request, { team: request.params.team, worker: query.worker });
      const asked = askPurpose(request, reply);
      if (asked !== null) return asked;
      const { on, dataTo } = await dayOf(desk);
      const list = await dueForViewer(caseDesk(desk), viewerOf(request), { on, team: team.name, ...given(query) });
      const view = presentDueList(list, { title: team.name, href: teamHref(team), dataTo, ...given(query) });
      return sendPage(request, reply, renderPage(<DuePage site={siteFor(site, request)} list={view} />));
    },
  );
}

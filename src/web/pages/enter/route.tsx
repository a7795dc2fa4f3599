/** The pages of figures entered by hand: what is due, the grid, files, and who enters what. */
import type { FastifyInstance } from "fastify";
import { deskFigures } from "../../../services/by-hand/desk-figures.ts";
import { chasersOf, figuresDue } from "../../../services/by-hand/due.ts";
import { mayEnterAll } from "../../../services/by-hand/may-enter.ts";
import { startTypedLoad } from "../../../services/by-hand/start-typed-load.ts";
import { figuresNotLoaded } from "../../../services/by-hand/typed-load.ts";
import { listPeople } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { DuePage } from "./due-view.tsx";
import { registerGrid } from "./grid.tsx";
import { registerHistory } from "./history.tsx";
import { registerOwners } from "./owners.tsx";
import { presentDue } from "./present-due.ts";
import { typedLoadStart } from "./typed-load-start.ts";
import { registerUpload } from "./upload.tsx";

const needs = { config: { needs: "enter-figures" } } as const;

/** Adds the pages. */
export function registerEnter(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  app.get<{ Querystring: { readonly done?: string } }>("/enter", needs, async (request, reply) => {
    const viewer = viewerOf(request);
    const { measures, owners, known, authority } = await deskFigures(desk);
    const today = desk.clock().toISOString().slice(0, 10);
    const due = figuresDue(measures, { owners, known, today });
    const isAll = mayEnterAll(viewer);
    const view = presentDue({
      own: due.filter(({ owner }) => owner === viewer.id),
      owned: owners.filter(({ person }) => person === viewer.id).length,
      chasers: isAll ? chasersOf(due) : null,
      people: await listPeople(desk.store),
      notLoaded: authority === null ? 0 : await figuresNotLoaded(desk.store, desk.data, authority),
      hasAuthority: authority !== null,
      isWorking: desk.jobs.list().some(({ kind, finishedAt }) => kind === "typed figures" && finishedAt === null),
      today,
    });
    const page = <DuePage site={siteFor(site, request)} view={view} done={request.query.done} isAll={isAll} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.post("/enter/load", needs, async (request, reply) => {
    const { authority } = await deskFigures(desk);
    if (authority !== null) startTypedLoad(desk, typedLoadStart(desk, request, authority));
    return reply.redirect("/enter?done=loading", 303);
  });
  registerOwners(app, context);
  registerUpload(app, context);
  registerHistory(app, context);
  registerGrid(app, context);
}

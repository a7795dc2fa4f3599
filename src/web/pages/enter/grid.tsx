/** GET and POST /enter/:month: the grid of figures for periods that end in a month. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { type DeskFigures, deskFigures } from "../../../services/by-hand/desk-figures.ts";
import { saveEntered } from "../../../services/by-hand/entered.ts";
import { checkGrid, type GridChecked, type GridRow, gridOf, type SentRow } from "../../../services/by-hand/grid.ts";
import { enterable, mayEnterAll } from "../../../services/by-hand/may-enter.ts";
import { startTypedLoad } from "../../../services/by-hand/start-typed-load.ts";
import { listPeople } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { type Viewer, viewerOf } from "../../viewer.ts";
import { GridPage } from "./grid-view.tsx";
import { presentGrid } from "./present-grid.ts";
import { sentRows } from "./sent-rows.ts";
import { typedLoadStart } from "./typed-load-start.ts";

type Params = { readonly month: string };
type Asked = { readonly figures: DeskFigures; readonly rows: readonly GridRow[]; readonly owner: string };

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
/** A hundred measures with long notes. */
const LARGEST_FORM = 2_000_000;
const query = z.object({ owner: textField, done: textField });

/** Adds the grid. */
export function registerGrid(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = async (
    request: FastifyRequest<{ Params: Params }>,
    asked: Asked,
    sent: { readonly rows: readonly SentRow[]; readonly checked: GridChecked } | null,
  ) => {
    const view = presentGrid({
      ...asked,
      month: request.params.month,
      sent,
      people: await listPeople(desk.store),
      isAll: mayEnterAll(viewerOf(request)),
      today: desk.clock().toISOString().slice(0, 10),
    });
    return renderPage(<GridPage site={siteFor(site, request)} view={view} />);
  };
  app.get<{ Params: Params }>("/enter/:month", { config: { needs: "enter-figures" } }, async (request, reply) =>
    sendPage(request, reply, await pageOf(request, await ask(desk, request), null)),
  );
  app.post<{ Params: Params }>(
    "/enter/:month",
    { config: { needs: "enter-figures" }, bodyLimit: LARGEST_FORM },
    async (request, reply) => {
      const asked = await ask(desk, request);
      const rows = sentRows(request.body, asked.rows);
      const checked = checkGrid(asked.rows, rows);
      if (checked.conflicts.size > 0)
        return sendPage(request, reply.code(409), await pageOf(request, asked, { rows, checked }));
      if (checked.faults.size > 0)
        return sendPage(request, reply.code(422), await pageOf(request, asked, { rows, checked }));
      if (checked.toSave.length === 0) return reply.redirect("/enter?done=unchanged", 303);
      const viewer = viewerOf(request);
      await saveEntered(desk.store, byViewer(desk, viewer), checked.toSave);
      const { authority } = asked.figures;
      if (authority !== null) startTypedLoad(desk, typedLoadStart(desk, request, authority));
      return reply.redirect("/enter?done=saved", 303);
    },
  );
}

/** The rows somebody may enter, of the owner they asked for. */
async function ask(desk: Desk, request: FastifyRequest<{ Params: Params }>): Promise<Asked> {
  const { month } = request.params;
  if (!MONTH.test(month))
    throw new AppError("PAGE_UNKNOWN", "There is no month at this address.", "Write it as 2026-03.");
  const viewer = viewerOf(request);
  const { owner = mayEnterAll(viewer) ? "all" : "me" } = readQuery(query, request.query);
  const figures = await deskFigures(desk);
  const mine = enterable(figures.measures, figures.owners, viewer);
  return { figures, rows: gridOf(mine.filter(isOwnedBy(owner, viewer, figures)), figures.known, month), owner };
}

function isOwnedBy(
  owner: string,
  viewer: Viewer,
  { owners }: DeskFigures,
): (measure: { readonly id: string }) => boolean {
  const ownerOf = new Map(owners.map(({ measure, person }) => [measure, person]));
  if (owner === "all") return () => true;
  if (owner === "nobody") return ({ id }) => !ownerOf.has(id);
  return ({ id }) => ownerOf.get(id) === (owner === "me" ? viewer.id : owner);
}

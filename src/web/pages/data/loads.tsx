/** GET /data/loads/:id, its issues and rows, and /data/compare. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { compareLoads, exampleChildren, type LoadPlace } from "../../../services/data/compare-loads.ts";
import { factsOfLoad } from "../../../services/data/load-facts.ts";
import { issuesAsCsv, pageOfIssues } from "../../../services/data/load-issues.ts";
import { acceptedPlace } from "../../../services/data/load-places.ts";
import { rowOfLoad } from "../../../services/data/row-of-load.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { scopesOf, type Viewer, viewerOf } from "../../viewer.ts";
import { longInstant } from "../../words.ts";
import { issuesQuery } from "./issues-query.ts";
import { ComparePage, LoadPage, RowPage } from "./load-view.tsx";
import { placeOf } from "./present-issues.ts";
import { presentLoad } from "./present-load.ts";

type Params = { readonly id: string };
const needs = { config: { needs: "see-data" } } as const;
const WHY = "Checking the quality of a load";

/** Adds the pages of accepted loads. */
export function registerAcceptedLoads(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<{ Params: Params; Querystring: { readonly done?: string } }>(
    "/data/loads/:id",
    needs,
    async (request, reply) => {
      const { filter, page } = issuesQuery(request.query);
      const facts = factsOfLoad(desk.data, desk.live.current(), request.params.id);
      const found = await pageOfIssues([facts.folder], { filter, page });
      const load = presentLoad(facts, found, { filter, maySeeRows: maySeeRows(viewerOf(request)) });
      const isJustAccepted = request.query.done === "accepted";
      const view = <LoadPage site={siteFor(site, request)} load={load} isJustAccepted={isJustAccepted} />;
      return sendPage(request, reply, renderPage(view));
    },
  );
  app.get<{ Params: Params }>("/data/loads/:id/issues.csv", needs, async (request, reply) => {
    const { folder, manifest } = acceptedPlace(desk.data, request.params.id);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="issues-${manifest.id}.csv"`)
      .send(await issuesAsCsv(desk.data, [folder]));
  });
  app.get<{ Params: Params }>("/data/loads/:id/row", { config: { needs: "see-cases" } }, async (request, reply) => {
    const place = readQuery(rowSchema, request.query);
    const viewer = viewerOf(request);
    const looker = {
      by: byViewer(desk, viewer),
      scopes: scopesOf(viewer, "see-cases"),
      purpose: viewer.purpose ?? WHY,
    };
    const rows = await rowOfLoad(desk.store, desk.data, looker, { load: request.params.id, ...place });
    const where = placeOf({
      ...WHERE,
      file: place.file,
      row: place.row,
      ...(place.sheet ? { sheet: place.sheet } : {}),
    });
    const view = <RowPage site={siteFor(site, request)} load={request.params.id} where={where} rows={rows} />;
    return sendPage(request, reply, renderPage(view));
  });
  registerCompare(app, { site, desk });
}

function registerCompare(app: FastifyInstance, { site, desk }: Pick<DeskContext, "site" | "desk">): void {
  app.get("/data/compare", needs, async (request, reply) => {
    const { a, b } = readQuery(compareSchema, request.query);
    const [before, after] = [acceptedPlace(desk.data, a), acceptedPlace(desk.data, b)];
    const view = (
      <ComparePage
        site={siteFor(site, request)}
        before={{ id: a, words: wordsOf(before) }}
        after={{ id: b, words: wordsOf(after) }}
        difference={await compareLoads(before, after)}
        examples={await examplesFor(desk, viewerOf(request), before, after)}
      />
    );
    return sendPage(request, reply, renderPage(view));
  });
}

const WHERE = { severity: "info", code: "", file: "", message: "", remedy: "" } as const;
const rowSchema = z.object({
  file: z.string().max(400),
  sheet: z.string().max(200).optional(),
  row: z.coerce.number().int().min(0),
});
const compareSchema = z.object({ a: z.string().max(200), b: z.string().max(200) });

/** A load is not cut by team: its rows open only to those who may see every child's. */
function maySeeRows(viewer: Viewer): boolean {
  return isAuthorityWide(scopesOf(viewer, "see-cases"));
}

async function examplesFor(desk: Desk, viewer: Viewer, before: LoadPlace, after: LoadPlace) {
  if (!maySeeRows(viewer)) return null;
  const examples = await exampleChildren(before, after);
  const children = [...examples.added, ...examples.gone];
  if (children.length > 0)
    await desk.store.recordAccess({
      ...byViewer(desk, viewer),
      what: "comparison of loads",
      subject: `loads ${before.manifest.id} and ${after.manifest.id}`,
      purpose: viewer.purpose ?? WHY,
      detail: { rows: children.length, children },
    });
  return examples;
}

function wordsOf({ manifest: { title, year, acceptedAt } }: LoadPlace): string {
  return `${title}${year === undefined ? "" : ` ${year}`}, accepted ${longInstant(acceptedAt)}`;
}

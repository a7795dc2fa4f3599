/** GET /editions, /editions/:id, what has changed since, its frozen page and its files. */
import type { FastifyInstance } from "fastify";
import type { EditionDocument } from "../../../domain/edition.ts";
import { AppError } from "../../../domain/errors.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { ChangesPage } from "./changes.tsx";
import { frozenPagePolicy, publicFile } from "./public-file.ts";
import { EditionPage, EditionsPage } from "./view.tsx";

type Params = { readonly id: string };

/** Adds the pages of editions. */
export function registerEditions(app: FastifyInstance, { services, site }: PageContext): void {
  const fileOf = async (id: string, path: string): Promise<Buffer> => {
    const bytes = await services.editionFile(id, path);
    if (bytes === null) throw unknown();
    return Buffer.from(bytes);
  };
  app.get("/editions", { config: { needs: "read-editions" } }, async (request, reply) =>
    sendPage(
      request,
      reply,
      renderPage(<EditionsPage site={siteFor(site, request)} editions={await services.editions()} />),
    ),
  );
  app.get<{ Params: Params }>("/editions/:id", { config: { needs: "read-editions" } }, async (request, reply) => {
    const edition = (await services.editions()).find(({ id }) => id === request.params.id);
    if (edition === undefined) throw unknown();
    const { facts } = JSON.parse((await fileOf(edition.id, "public/edition.json")).toString("utf8")) as EditionDocument;
    return sendPage(
      request,
      reply,
      renderPage(<EditionPage site={siteFor(site, request)} edition={edition} facts={facts} />),
    );
  });
  app.get<{ Params: Params }>(
    "/editions/:id/page",
    { config: { needs: "read-editions" } },
    async ({ params }, reply) => {
      const html = await fileOf(params.id, "public/index.html");
      return reply
        .header("content-security-policy", frozenPagePolicy(html.toString("utf8")))
        .header("cache-control", "private, no-cache")
        .type("text/html; charset=utf-8")
        .send(html);
    },
  );
  app.get<{ Params: Params }>("/editions/:id/changes", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { id } = request.params;
    const changes = await services.editionChanges(id);
    if (changes === null) throw unknown();
    return sendPage(
      request,
      reply,
      renderPage(<ChangesPage site={siteFor(site, request)} id={id} changes={changes} />),
    );
  });
  app.get<{ Params: Params & { readonly file: string } }>(
    "/editions/:id/:file",
    { config: { needs: "read-editions" } },
    async ({ params }, reply) => {
      const file = publicFile(params.file);
      if (file === null) throw unknown();
      const bytes = await fileOf(params.id, file.path);
      return reply
        .header("content-disposition", `attachment; filename="${params.id}-${params.file}"`)
        .header("cache-control", "private, no-cache")
        .type(file.type)
        .send(bytes);
    },
  );
}

function unknown(): AppError {
  return new AppError(
    "EDITION_UNKNOWN",
    "There is no edition, or no public file of one, at this address.",
    "Look for it in the list of editions.",
  );
}

/** GET and POST /data/new: files are sent, and read in the background into a load that waits to be accepted. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { knownAuthorities } from "../../../services/data/authorities.ts";
import { acceptedLoads } from "../../../services/data/load-places.ts";
import { type Receiving, receiveFiles, UPLOAD_LIMITS } from "../../../services/data/receive-files.ts";
import { startStaging } from "../../../services/data/start-staging.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { checkNewLoad, type NewLoadErrors } from "./check-new-load.ts";
import { readParts, withMultipart } from "./multipart.ts";
import { NewLoadPage } from "./new-load-view.tsx";

type Typed = Readonly<Record<string, string>>;

/** Adds the form and what takes it. */
export function registerLoadFiles(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = async (request: FastifyRequest, typed: Typed, errors: NewLoadErrors) => {
    const authorities = await knownAuthorities(desk.store, acceptedLoads(desk.data));
    return renderPage(
      <NewLoadPage site={siteFor(site, request)} authorities={authorities} typed={typed} errors={errors} />,
    );
  };
  app.get("/data/new", { config: { needs: "load-data" } }, async (request, reply) =>
    sendPage(request, reply, await pageOf(request, {}, [])),
  );
  withMultipart(app, UPLOAD_LIMITS, (own) => {
    own.post("/data/new", { config: { needs: "load-data" } }, async (request, reply) => {
      const receiving = receiveFiles(desk.data, desk.clock());
      try {
        const { typed, fault } = await receive(request, receiving);
        const authorities = await knownAuthorities(desk.store, acceptedLoads(desk.data));
        const checked = checkNewLoad(typed, { files: receiving.files(), authorities });
        if (fault !== null || "errors" in checked) {
          receiving.abandon();
          const errors = [
            ...(fault === null ? [] : [{ field: "files" as const, text: `${fault.message} ${fault.remedy}` }]),
            ...("errors" in checked ? checked.errors.filter(({ field }) => fault === null || field !== "files") : []),
          ];
          return sendPage(request, reply.code(422), await pageOf(request, typed, errors));
        }
        const { id: startedBy } = viewerOf(request);
        const by = byViewer(desk, viewerOf(request));
        const onFault = (err: unknown) => request.log.error({ err }, "Files could not be read.");
        const id = startStaging(desk, { receiving, wanted: checked.wanted, startedBy, by, onFault });
        return reply.redirect(`/data/staged/${id}`, 303);
      } catch (fault) {
        receiving.abandon();
        throw fault;
      }
    });
  });
}

/** A file too large is something to say beside the field; what is left of the request is not read. */
async function receive(
  request: FastifyRequest,
  receiving: Receiving,
): Promise<{ readonly typed: Typed; readonly fault: AppError | null }> {
  const typed: Record<string, string> = {};
  try {
    await readParts(request, typed, receiving.take);
    return { typed, fault: null };
  } catch (fault) {
    if (fault instanceof AppError && fault.code === "FORM_INVALID") return { typed, fault };
    throw fault;
  }
}

/** Answers errors and unknown addresses with a page; faults of ours go to the log in full. */
import type { FastifyInstance } from "fastify";
import type { Site } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { PAGE_NOT_FOUND, presentError } from "./present.ts";
import { ErrorPage } from "./view.tsx";

/** Sets the handlers of errors and of addresses that do not exist. */
export function registerErrorPages(app: FastifyInstance, site: Site): void {
  app.setNotFoundHandler((request, reply) =>
    sendPage(request, reply.code(404), renderPage(<ErrorPage site={site} error={PAGE_NOT_FOUND.view} />)),
  );
  app.setErrorHandler((error, request, reply) => {
    const { status, view } = presentError(error);
    if (status >= 500) request.log.error({ err: error }, "A page could not be made.");
    return sendPage(request, reply.code(status), renderPage(<ErrorPage site={site} error={view} />));
  });
}

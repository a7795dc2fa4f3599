/** Answers errors and unknown addresses with a page; faults of ours go to the log in full. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Site, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { PAGE_NOT_FOUND, type PresentedError, presentError } from "./present.ts";
import { ErrorPage } from "./view.tsx";

export type ErrorAnswer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** How an error is answered within a site. */
export function answerErrors(site: Site): ErrorAnswer {
  return (error, request, reply) => {
    const presented = presentError(error);
    if (presented.status >= 500) request.log.error({ err: error }, "A page could not be made.");
    return send(presented, { site, request, reply });
  };
}

/** Sets the handlers of errors and of addresses that do not exist. */
export function registerErrorPages(app: FastifyInstance, site: Site): void {
  app.setNotFoundHandler((request, reply) => send(PAGE_NOT_FOUND, { site, request, reply }));
  app.setErrorHandler(answerErrors(site));
}

function send({ status, view }: PresentedError, to: { site: Site; request: FastifyRequest; reply: FastifyReply }) {
  // A program cannot read a page.
  if (to.request.url.startsWith("/api/")) {
    const { code, sentence, remedy } = view;
    return to.reply.code(status).send({ code, sentence, remedy });
  }
  return sendPage(
    to.request,
    to.reply.code(status),
    renderPage(<ErrorPage site={siteFor(to.site, to.request)} error={view} />),
  );
}

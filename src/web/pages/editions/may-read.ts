/** Who may read published editions: those whose role says so, and anybody at all where an administrator has opened them. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import type { WebServices } from "../../services.ts";
import { may } from "../../viewer.ts";

/**
 * Sees to it before a page of editions is made.
 *
 * @throws AppError NOT_ALLOWED for somebody signed in who may not; others are sent to sign in
 */
export function readersOnly(services: WebServices) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (may(request.viewer, "read-editions")) return undefined;
    if ((await services.editionsArePublic?.()) === true) return undefined;
    if (request.viewer === null) return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
    throw new AppError(
      "NOT_ALLOWED",
      "Your roles do not permit this: read published editions and their files.",
      "If you need it for your work, ask whoever gives access to Waymark here.",
    );
  };
}

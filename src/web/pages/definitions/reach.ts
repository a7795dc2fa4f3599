/** Who may change definitions: the permission, and over the whole authority, for a definition is everybody's. */
import type { FastifyRequest, RouteShorthandOptions } from "fastify";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Desk } from "../../desk.ts";
import { byViewer } from "../../desk.ts";
import { scopesOf, viewerOf } from "../../viewer.ts";

/** What a route that drafts needs. */
export function proposes(desk: Desk): RouteShorthandOptions {
  return reaching(desk, "propose-definitions");
}

/** What a route that decides needs. */
export function approves(desk: Desk): RouteShorthandOptions {
  return reaching(desk, "approve-definitions");
}

function reaching(desk: Desk, needs: "propose-definitions" | "approve-definitions"): RouteShorthandOptions {
  const preHandler = async (request: FastifyRequest): Promise<void> => {
    const viewer = viewerOf(request);
    if (isAuthorityWide(scopesOf(viewer, needs))) return;
    await desk.store.recordAccess({
      ...byViewer(desk, viewer),
      what: "refused",
      subject: `${request.method} ${request.url.split("?")[0]}`,
      purpose: "",
      detail: { why: "definitions are of the whole authority, and the role is held over a part of it" },
    });
    throw new AppError(
      "NOT_ALLOWED",
      "Definitions are of the whole authority, and you hold the role over a part of it.",
      "Ask somebody who holds it over the whole authority.",
    );
  };
  return { config: { needs }, preHandler };
}

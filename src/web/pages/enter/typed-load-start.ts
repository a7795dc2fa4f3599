/** Who asks that what was entered goes into the figures, and where faults of it are told. */
import type { FastifyRequest } from "fastify";
import type { TypedLoadStart } from "../../../services/by-hand/start-typed-load.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { viewerOf } from "../../viewer.ts";

/** The start of such a load on behalf of whoever sent the request. */
export function typedLoadStart(desk: Desk, request: FastifyRequest, authority: string): TypedLoadStart {
  const viewer = viewerOf(request);
  return {
    authority,
    startedBy: viewer.id,
    by: () => byViewer(desk, viewer),
    onFault: (err) => request.log.error({ err }, "Figures entered by hand were not loaded."),
  };
}

/** What concerns a whole scorecard is done only by those whose role reaches the whole authority; every refusal is logged. */
import type { FastifyRequest } from "fastify";
import { PERMISSIONS, type Permission } from "../../../domain/access/permissions.ts";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { scopesOf, type Viewer, viewerOf } from "../../viewer.ts";

/** Whether the viewer may do it for the whole authority. */
export function mayForAll(viewer: Viewer, permission: Permission): boolean {
  return isAuthorityWide(scopesOf(viewer, permission));
}

/** @throws AppError NOT_ALLOWED */
export async function assertForAll(
  desk: Pick<Desk, "store" | "clock">,
  request: FastifyRequest,
  permission: Permission,
): Promise<void> {
  if (mayForAll(viewerOf(request), permission)) return;
  await logRefusal(desk, request, `needs “${PERMISSIONS[permission]}” for the whole authority`);
  throw new AppError(
    "NOT_ALLOWED",
    "A scorecard speaks for the whole authority, and your role does not reach so far.",
    "If you need it for your work, ask whoever gives access to Waymark here.",
  );
}

/** Writes a refusal of scope into the log of access, as the gate does those of permission. */
export async function logRefusal(
  desk: Pick<Desk, "store" | "clock">,
  request: FastifyRequest,
  why: string,
): Promise<void> {
  await desk.store.recordAccess({
    ...byViewer(desk, viewerOf(request)),
    what: "refused",
    // Without its query, which may name a person.
    subject: `${request.method} ${request.url.split("?")[0]}`,
    purpose: "",
    detail: { why },
  });
}

/** What concerns a whole scorecard is done only by those whose role reaches the whole authority. */
import type { Permission } from "../../../domain/access/permissions.ts";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { scopesOf, type Viewer } from "../../viewer.ts";

/** Whether the viewer may do it for the whole authority. */
export function mayForAll(viewer: Viewer, permission: Permission): boolean {
  return isAuthorityWide(scopesOf(viewer, permission));
}

/** @throws AppError NOT_ALLOWED */
export function assertForAll(viewer: Viewer, permission: Permission): void {
  if (mayForAll(viewer, permission)) return;
  throw new AppError(
    "NOT_ALLOWED",
    "A scorecard speaks for the whole authority, and your role does not reach so far.",
    "If you need it for your work, ask whoever gives access to Waymark here.",
  );
}

/** Who is looking: the signed-in person, what they may do and over whom, as every route is given it. */
import type { FastifyRequest } from "fastify";
import type { Permission } from "../domain/access/permissions.ts";
import { type Grant, permits, type Scope, scopesFor } from "../domain/access/policy.ts";
import { AppError } from "../domain/errors.ts";

export type Viewer = {
  /** The person's id. */
  readonly id: string;
  readonly name: string;
  /** What is written beside what they do, in the logs: their address. */
  readonly actor: string;
  /** The roles in force today. */
  readonly grants: readonly Grant[];
  /** The session's id (not its secret). */
  readonly session: string;
  /** What every form carries. */
  readonly formToken: string;
  /** Why they open lists of children in this session; `null` until said. */
  readonly purpose: string | null;
  /** "trial" and the like: how they signed in. */
  readonly how: string;
};

/** What a route needs: a permission, merely somebody signed in, or nobody at all. Every route says. */
export type Needs = Permission | "signed-in" | "anyone";

declare module "fastify" {
  interface FastifyContextConfig {
    needs?: Needs;
  }
  interface FastifyRequest {
    /** `null` when nobody is signed in. */
    viewer: Viewer | null;
  }
}

/** The signed-in viewer of a route that needs one. @throws AppError SIGN_IN_NEEDED */
export function viewerOf({ viewer }: Pick<FastifyRequest, "viewer">): Viewer {
  if (viewer === null) throw new AppError("SIGN_IN_NEEDED", "Nobody is signed in.", "Sign in and try again.");
  return viewer;
}

/** Whether the viewer may do something, over whatever scope. */
export function may(viewer: Viewer | null, permission: Permission): boolean {
  return viewer !== null && permits(viewer.grants, permission);
}

/** Over whom the viewer may do something. */
export function scopesOf(viewer: Viewer, permission: Permission): readonly Scope[] {
  return scopesFor(viewer.grants, permission);
}

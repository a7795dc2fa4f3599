/** Whether personas may be offered: on a trial only, to somebody at the machine itself, and never in production. */
import type { FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import type { Desk } from "../../desk.ts";
import { LOOPBACK_HOSTS } from "../../middleware/known-hosts.ts";

type Asked = Pick<FastifyRequest, "hostname" | "headers"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

type TrialDesk = Pick<Desk, "isTrial" | "environment">;

const LOOPBACK_ADDRESSES: readonly string[] = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];

/** Whether this request may sign in as a persona. A request a proxy passed on never may: a trial is not for sharing. */
export function isTrialOpen({ isTrial, environment }: TrialDesk, { hostname, headers, socket }: Asked): boolean {
  return (
    isTrial &&
    environment?.NODE_ENV !== "production" &&
    LOOPBACK_HOSTS.includes(hostname.toLowerCase()) &&
    LOOPBACK_ADDRESSES.includes(socket.remoteAddress ?? "") &&
    headers.forwarded === undefined &&
    headers["x-forwarded-for"] === undefined
  );
}

/** @throws AppError SIGN_IN_REFUSED where personas are not offered */
export function assertTrialOpen(desk: TrialDesk, request: Asked): void {
  if (isTrialOpen(desk, request)) return;
  throw new AppError(
    "SIGN_IN_REFUSED",
    "Personas are for a trial on made-up data, on the machine it runs on.",
    "Sign in with your own account.",
  );
}

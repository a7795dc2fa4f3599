/** Answers only requests addressed to this machine by a name it knows.
 * Without this a hostile site could point its own name at 127.0.0.1
 * and read the pages through a visitor's browser (DNS rebinding), which listening on loopback alone does not prevent.
 */
import type { FastifyInstance } from "fastify";
import { AppError } from "../../domain/errors.ts";

export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Refuses requests addressed to another host; ports are not compared. A trusted proxy's word of the host counts. */
export function refuseUnknownHosts(app: FastifyInstance, hosts: readonly string[]): void {
  const known = hosts.map((host) => host.toLowerCase());
  app.addHook("onRequest", async (request) => {
    if (known.includes(String(request.hostname ?? "").toLowerCase())) return;
    throw new AppError("USAGE", "Waymark does not answer to that host name.", `Use ${known[0]} instead.`);
  });
}

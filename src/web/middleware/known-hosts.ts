/** Answers only requests addressed to this machine by a name it knows.
 * Without this a hostile site could point its own name at 127.0.0.1
 * and read the pages through a visitor's browser (DNS rebinding), which listening on loopback alone does not prevent.
 */
import type { FastifyInstance } from "fastify";
import { AppError } from "../../domain/errors.ts";

export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Refuses requests whose Host header names another host; ports are not compared. */
export function refuseUnknownHosts(app: FastifyInstance, hosts: readonly string[]): void {
  app.addHook("onRequest", async (request) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    if (hosts.includes(name)) return;
    throw new AppError("USAGE", "Waymark does not answer to that host name.", `Use http://${hosts[0]} instead.`);
  });
}

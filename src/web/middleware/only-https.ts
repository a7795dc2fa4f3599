/** Behind a proxy every request must have come over HTTPS: cookies and children's records never travel in the open. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../domain/errors.ts";
import { LOOPBACK_HOSTS } from "./known-hosts.ts";

/** Leads pages asked for over HTTP to HTTPS and refuses everything else. */
export function requireHttps(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.protocol === "https" || isFromThisMachine(request)) return;
    if (request.method === "GET" && request.headers["x-forwarded-proto"] === "http")
      return reply.redirect(`https://${request.host}${request.url}`, 308);
    throw new AppError(
      "USAGE",
      "Waymark answers over HTTPS only.",
      "If you came over HTTPS, the proxy in front must say so (X-Forwarded-Proto) and be named with --proxy.",
    );
  });
}

/** Asked for as this machine itself and not passed on by anybody: somebody who looks whether it runs. */
function isFromThisMachine({ headers, hostname, socket }: FastifyRequest): boolean {
  return (
    LOOPBACK_HOSTS.includes(hostname) &&
    headers["x-forwarded-for"] === undefined &&
    ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(socket.remoteAddress ?? "")
  );
}

/** The cookie that holds a session's secret. */
import type { FastifyReply, FastifyRequest } from "fastify";

/** Over HTTPS the name binds the cookie to this host; on this machine itself plain HTTP is all there is. */
export function cookieName({ protocol }: Pick<FastifyRequest, "protocol">): string {
  return protocol === "https" ? "__Host-waymark" : "waymark";
}

/** Gives the browser the secret of a session: out of reach of scripts, never sent by another site's forms. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName(request), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
  });
}

/** Takes it back. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { path: "/", secure: request.protocol === "https" });
}

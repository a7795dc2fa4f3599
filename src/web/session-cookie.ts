/** The cookies there are: one holds a session's secret, one ties a sign-in under way at the identity provider to the browser that began it. */
import type { FastifyReply, FastifyRequest } from "fastify";

/** Over HTTPS the name binds the cookie to this host; on this machine itself plain HTTP is all there is. */
export function cookieName({ protocol }: Pick<FastifyRequest, "protocol">): string {
  return protocol === "https" ? "__Host-waymark" : "waymark";
}

/** Gives the browser the secret of a session: out of reach of scripts, never sent by another site's forms. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName(request), secret, options(request));
}

/** Takes it back. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), options(request));
}

/** Ties a sign-in at the provider to this browser while it lasts. */
export function setProviderCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, lastsMs }: { readonly code: string; readonly lastsMs: number },
): void {
  reply.setCookie(`${cookieName(request)}-sign-in`, code, { ...options(request), maxAge: lastsMs / 1000 });
}

/** What ties this browser to a sign-in under way, if anything does. */
export function providerCookie(request: FastifyRequest): string | undefined {
  return request.cookies[`${cookieName(request)}-sign-in`];
}

/** It has served. */
export function clearProviderCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(`${cookieName(request)}-sign-in`, options(request));
}

/** "Lax", because the provider sends the browser back from another site. */
function options({ protocol }: Pick<FastifyRequest, "protocol">) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: protocol === "https" } as const;
}

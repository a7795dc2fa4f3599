/** Headers every answer carries: nothing is fetched from, sent to, or framed by anywhere else. */
import type { FastifyInstance } from "fastify";

/** Only our own files: no inline script or style, no other host, no framing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // Drafts are kept, and progress asked for, without leaving the page.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers themselves, for answers made before any hook runs. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "x-robots-tag": "noindex, nofollow",
};

/** Adds the headers to every answer, error pages and assets among them. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply) => {
    // Only an answer over HTTPS may ask for HTTPS from now on: two years, as the usual lists of such hosts want.
    if (request.protocol === "https") reply.header("strict-transport-security", "max-age=63072000; includeSubDomains");
    // A frozen page brings the policy of its own style; it is stricter everywhere else.
    const own = reply.getHeader("content-security-policy");
    reply.headers(
      own === undefined ? SECURITY_HEADERS : { ...SECURITY_HEADERS, "content-security-policy": String(own) },
    );
  });
}

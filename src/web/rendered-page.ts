/** Pages as bytes: written, compressed and fingerprinted once, then sent as often as asked. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export type RenderedPage = { readonly html: Buffer; readonly gzip: Buffer; readonly etag: string };

/** Turns a page into the bytes to send. */
export function renderPage(page: VNode): RenderedPage {
  const html = Buffer.from(`<!DOCTYPE html>${renderToString(page)}`);
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  return { html, gzip: gzipSync(html, { level: 5 }), etag };
}

/** Sends a page, or 304 when the browser has it already. Browsers may keep it but must ask each time whether it still holds. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: RenderedPage): FastifyReply {
  // A page that must not be kept at all says so before.
  if (reply.getHeader("cache-control") === undefined) reply.header("cache-control", "private, no-cache");
  reply.header("vary", "accept-encoding").header("etag", page.etag);
  if (reply.statusCode === 200 && request.headers["if-none-match"] === page.etag) return reply.code(304).send();
  reply.type("text/html; charset=utf-8");
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))
    ? reply.header("content-encoding", "gzip").send(page.gzip)
    : reply.send(page.html);
}

/** Serves the assets: for ever, because a changed file has another address. */
import type { FastifyInstance } from "fastify";
import type { Asset, Assets } from "./build-assets.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Adds the route of the assets; anything else under it is not found. */
export function registerAssets(app: FastifyInstance, assets: Assets): void {
  app.get("/assets/*", { config: { needs: "anyone" } }, (request, reply) => {
    const asset = assets.byUrl.get(request.url);
    if (asset === undefined) return reply.callNotFound();
    const { body, encoding } = smallest(asset, String(request.headers["accept-encoding"] ?? ""));
    if (encoding !== null) reply.header("content-encoding", encoding);
    return reply.type(asset.type).header("cache-control", FOR_EVER).header("vary", "accept-encoding").send(body);
  });
}

function smallest(asset: Asset, accepted: string): { readonly body: Buffer; readonly encoding: string | null } {
  if (/\bbr\b/.test(accepted)) return { body: asset.brotli, encoding: "br" };
  if (/\bgzip\b/.test(accepted)) return { body: asset.gzip, encoding: "gzip" };
  return { body: asset.body, encoding: null };
}

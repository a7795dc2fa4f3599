/** GET and POST /admin/health: how the installation stands, what it connects to, and the proof of its logs. */
import type { FastifyInstance } from "fastify";
import { healthOf } from "../../../../services/administration/health.ts";
import { type OutboundWatch, watchOutbound } from "../../../../services/administration/outbound.ts";
import { type Check, verifyStore } from "../../../../services/verify.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { HealthPage } from "./view.tsx";

/** Adds the page of health; connections to outside are watched from now on. */
export function registerHealth(app: FastifyInstance, { site, desk }: DeskContext): void {
  const outbound: OutboundWatch = watchOutbound(desk.clock);
  app.addHook("onClose", async () => outbound.stop());
  const page = async (checks: readonly Check[] | null) => ({
    lines: await healthOf({ workspace: desk.live.current(), store: desk.store, at: desk.clock() }),
    outbound: outbound.seen(),
    since: outbound.since,
    checks,
  });
  app.get("/admin/health", { config: { needs: "manage-settings" } }, async (request, reply) =>
    sendPage(request, reply, renderPage(<HealthPage site={siteFor(site, request)} health={await page(null)} />)),
  );
  // Reading only, but as long as the logs are: it is asked for with a button.
  app.post("/admin/health", { config: { needs: "manage-settings" } }, async (request, reply) =>
    sendPage(
      request,
      reply,
      renderPage(<HealthPage site={siteFor(site, request)} health={await page(await verifyStore(desk.store))} />),
    ),
  );
}

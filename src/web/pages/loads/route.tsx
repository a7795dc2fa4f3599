/** GET /data */
import type { FastifyInstance } from "fastify";
import type { PageContext } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { presentData } from "./present.ts";
import { DataPage } from "./view.tsx";

/** Adds the data page. */
export function registerData(app: FastifyInstance, { services, site }: PageContext): void {
  app.get("/data", async (request, reply) =>
    sendPage(request, reply, renderPage(<DataPage site={site} data={presentData(await services.loads())} />)),
  );
}

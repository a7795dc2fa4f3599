/** GET /admin/usage?days=28: who opened which pages how often. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { addDays } from "../../../../domain/dates.ts";
import { usageSince } from "../../../../services/administration/usage.ts";
import { listPeople } from "../../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { readQuery } from "../../../query.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { presentUsage } from "./present.ts";
import { UsagePage } from "./view.tsx";

export const SPANS = [7, 28, 91, 365] as const;
const QUERY = z.object({ days: z.enum(["7", "28", "91", "365"]).default("28") });

/** Adds the page of use. */
export function registerUsage(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/admin/usage", { config: { needs: "see-access-log" } }, async (request, reply) => {
    const days = Number(readQuery(QUERY, request.query).days);
    const today = desk.clock().toISOString().slice(0, 10);
    const [uses, people] = await Promise.all([
      usageSince(desk.store, addDays(today, 1 - days)),
      listPeople(desk.store),
    ]);
    const view = { days, spans: SPANS, ...presentUsage(uses, people) };
    return sendPage(request, reply, renderPage(<UsagePage site={siteFor(site, request)} usage={view} />));
  });
}

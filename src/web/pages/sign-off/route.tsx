/** GET and POST /sign-off: every scorecard of a month, published together; and the release desk of each. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { monthLabel } from "../../../domain/period.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { lastMonthField, readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { read } from "../comments/read-form.ts";
import { registerReleaseDesk } from "./desk-route.tsx";
import { assertForAll, mayForAll } from "./for-all.ts";
import { periodCards } from "./period-cards.ts";
import { PeriodPage } from "./period-view.tsx";
import { startPublishingAll } from "./publish-job.ts";

const ASKED = z.object({ month: lastMonthField });

/** Adds the pages of signing off and publishing. */
export function registerSignOff(app: FastifyInstance, context: DeskContext): void {
  const { desk, site } = context;
  app.get("/sign-off", { config: { needs: "see-figures" } }, async (request, reply) => {
    const period = await periodCards(desk, readQuery(ASKED, request.query).month);
    const mayPublish = mayForAll(viewerOf(request), "publish");
    const page = <PeriodPage site={siteFor(site, request)} period={period} mayPublish={mayPublish} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.post("/sign-off", { config: { needs: "publish" } }, async (request, reply) => {
    await assertForAll(desk, request, "publish");
    const { month, cards } = await periodCards(desk, read(ASKED, request.body).month);
    const places = cards.filter(({ edition }) => edition === null);
    const { id } = startPublishingAll(desk, request, { places, label: monthLabel(month) });
    return reply.redirect(`/jobs/${id}`, 303);
  });
  registerReleaseDesk(app, context);
}

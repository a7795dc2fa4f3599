/** Reports: the list of them, what can be made, drafts, releases, and the styles they are shown in. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { BODY_STYLE } from "../../../services/report/body.ts";
import type { DeskContext } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { readersOnly } from "../editions/may-read.ts";
import { registerAnswers } from "./answers-route.tsx";
import { BODY_STYLE_HREF } from "./body.tsx";
import { registerDrafts } from "./draft-route.tsx";
import { exchangeOf } from "./exchange.ts";
import { ReportListPage } from "./list-view.tsx";
import { presentList } from "./present-list.ts";
import { registerReleases } from "./release-route.tsx";
import { registerViews } from "./view-route.tsx";
import { registerWordBase } from "./word-base.tsx";
import { doneSentence } from "./words.ts";
import { registerWriting } from "./write-route.tsx";

const QUERY = z.object({
  done: textField,
  scorecard: textField,
  period: textField,
  measure: textField,
  edition: textField,
  team: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat()),
    z.array(z.string().max(200)).max(60).optional(),
  ),
});

/** Adds every page of reports. */
export function registerReports(app: FastifyInstance, context: DeskContext): void {
  // Anybody, where an administrator has opened what is published; `readersOnly` sees to it otherwise.
  const readers = { config: { needs: "anyone" }, preHandler: readersOnly(context.services) } as const;
  app.get("/reports", readers, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { done, ...from } = readQuery(QUERY, request.query);
    const list = await presentList(exchange, from);
    return exchange.send(<ReportListPage site={exchange.site} list={list} done={doneSentence(done)} />);
  });
  app.get(BODY_STYLE_HREF, { config: { needs: "anyone" } }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(BODY_STYLE),
  );
  registerViews(app, context);
  registerDrafts(app, context);
  registerAnswers(app, context);
  registerWriting(app, context);
  registerReleases(app, context);
  registerWordBase(app, context);
}

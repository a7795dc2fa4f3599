/** GET /reports/new chooses, GET /reports/view shows a report and its files, POST /reports/drafts begins to write in it. */
import type { FastifyInstance } from "fastify";
import { permits } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { beginDraft } from "../../../services/report/drafts.ts";
import { listedReport } from "../../../services/report/list-reports.ts";
import { makeFor } from "../../../services/report/made-for.ts";
import type { MadeReport } from "../../../services/report/make-report.ts";
import { mayWrite, type ReportChoice } from "../../../services/report/report-desk.ts";
import { copyOf, takeReport } from "../../../services/report/report-files.ts";
import type { DeskContext } from "../../context.ts";
import { ChoosePage } from "./choose-view.tsx";
import { type Exchange, exchangeOf, formatOf, readChoice } from "./exchange.ts";
import { markingWords } from "./marking-words.ts";
import { presentChoose } from "./present-choose.ts";
import { sendFile } from "./send-file.ts";
import { ViewPage } from "./view-page.tsx";

/** Adds the pages. */
export function registerViews(app: FastifyInstance, context: DeskContext): void {
  app.get("/reports/new", { config: { needs: "see-figures" } }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const model = await presentChoose(exchange, readChoice(request.query));
    return exchange.send(<ChoosePage site={exchange.site} model={model} />);
  });
  app.get("/reports/view", { config: { needs: "read-editions" } }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const choice = readChoice(request.query);
    const made = await madeFor(exchange, choice);
    const copy = copyOf(made, { isFinal: choice.edition !== undefined });
    const isWriter = await mayWrite(exchange.desk, exchange.who, choice);
    const mayChoose = permits(exchange.who.grants, "see-figures");
    const model = { made, choice, isWriter, mayChoose, marking: markingWords(copy.marking) };
    return exchange.send(<ViewPage site={exchange.site} model={model} />);
  });
  app.get("/reports/view/:format", { config: { needs: "read-editions" } }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const choice = readChoice(request.query);
    const report = copyOf(await madeFor(exchange, choice), { isFinal: choice.edition !== undefined });
    return sendFile(reply, await takeReport(exchange.desk, exchange.who, { report, format: formatOf(request.params) }));
  });
  app.post("/reports/drafts", { config: { needs: "write-comments" } }, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    const { _token, ...form } = request.body as Record<string, unknown>;
    const { id, template } = await beginDraft(desk, who, { choice: readChoice(form), answers: {} });
    const { asks } = listedReport(desk.live.current().catalogue, template);
    return go(asks.length > 0 ? `/reports/drafts/${id}/answers?done=begun` : `/reports/drafts/${id}?done=begun`);
  });
}

async function madeFor({ desk, who }: Exchange, choice: ReportChoice): Promise<MadeReport> {
  const made = await makeFor(desk, who, { choice, answers: {} });
  // Whoever may read only what is published is given no draft.
  if (made.gaps.length === 0 || permits(who.grants, "see-figures")) return made;
  throw new AppError(
    "REPORT_HAS_GAPS",
    "This report has not been finished.",
    "Look for it among the released reports.",
  );
}

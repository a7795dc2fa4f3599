/** GET /reports/drafts/:id and its files; POST withdraw and restore. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { openDraftFor, withdrawFor } from "../../../services/report/drafts.ts";
import { copyOf, takeReport } from "../../../services/report/report-files.ts";
import type { DeskContext } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { DraftPage } from "./draft-view.tsx";
import { exchangeOf, formatOf, idOf } from "./exchange.ts";
import { presentDraft } from "./present-draft.ts";
import { sendFile } from "./send-file.ts";
import { doneSentence } from "./words.ts";

const SEES = { config: { needs: "see-figures" } } as const;
const WRITES = { config: { needs: "write-comments" } } as const;
const QUERY = z.object({ done: textField });

/** Adds the page of a draft. */
export function registerDrafts(app: FastifyInstance, context: DeskContext): void {
  app.get("/reports/drafts/:id", SEES, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { done } = readQuery(QUERY, request.query);
    const open = await openDraftFor(exchange.desk, exchange.who, idOf(request.params));
    const model = await presentDraft(exchange, open);
    return exchange.send(<DraftPage site={exchange.site} model={model} done={doneSentence(done)} />);
  });
  app.get("/reports/drafts/:id/:format", SEES, async (request, reply) => {
    const { desk, who } = exchangeOf(context, request, reply);
    const { made } = await openDraftFor(desk, who, idOf(request.params));
    const report = copyOf(made, { isFinal: false });
    return sendFile(reply, await takeReport(desk, who, { report, format: formatOf(request.params) }));
  });
  for (const isBack of [false, true])
    app.post(`/reports/drafts/:id/${isBack ? "restore" : "withdraw"}`, WRITES, async (request, reply) => {
      const { desk, who, go } = exchangeOf(context, request, reply);
      const id = idOf(request.params);
      await withdrawFor(desk, who, { id, isBack });
      return go(`/reports/drafts/${id}?done=${isBack ? "restored" : "withdrawn"}`);
    });
}

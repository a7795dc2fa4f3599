/** GET and POST /reports/drafts/:id/release; GET /reports/released/:id and its files; POST take-back. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { permits } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { openDraftFor } from "../../../services/report/drafts.ts";
import type { RenderedFile } from "../../../services/report/make-report.ts";
import { releasedFor, releaseFor, takeBackFor } from "../../../services/report/release.ts";
import { mayRelease } from "../../../services/report/report-desk.ts";
import { takeReport } from "../../../services/report/report-files.ts";
import { wordBaseMark } from "../../../services/report/word-base.ts";
import type { DeskContext } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { namesOf } from "../challenge/names.ts";
import { readersOnly } from "../editions/may-read.ts";
import { type Exchange, exchangeOf, formatOf, idOf, wordsField } from "./exchange.ts";
import { presentDraft } from "./present-draft.ts";
import { ReleasedPage, ReleasePage } from "./release-view.tsx";
import { sendFile } from "./send-file.ts";
import { doneSentence } from "./words.ts";

const RELEASES = { config: { needs: "publish" } } as const;
/** A released report never changes, so its files need not be made for every reader anew. */
const MOST_FILES = 12;

/** Adds the pages. */
export function registerReleases(app: FastifyInstance, context: DeskContext): void {
  // Anybody, where an administrator has opened what is published; `readersOnly` sees to it otherwise.
  const readers = { config: { needs: "anyone" }, preHandler: readersOnly(context.services) } as const;
  const fileOf = keptFiles();
  app.get("/reports/drafts/:id/release", RELEASES, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const open = await openDraftFor(exchange.desk, exchange.who, idOf(request.params));
    return exchange.send(<ReleasePage site={exchange.site} model={await presentDraft(exchange, open)} />);
  });
  app.post("/reports/drafts/:id/release", RELEASES, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    const { seen } = readQuery(z.object({ seen: z.string().max(64).default("") }), request.body);
    const { id } = await releaseFor(desk, who, { id: idOf(request.params), seen });
    return go(`/reports/released/${id}?done=released`);
  });
  app.get("/reports/released/:id", readers, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { done } = readQuery(z.object({ done: textField }), request.query);
    return sendReleased(exchange, idOf(request.params), { done: doneSentence(done), fault: null });
  });
  app.get("/reports/released/:id/:format", readers, async (request, reply) => {
    const { desk, who } = exchangeOf(context, request, reply);
    const id = idOf(request.params);
    const format = formatOf(request.params);
    const { report } = await releasedFor(desk, who, id);
    const base = format === "docx" ? wordBaseMark(desk.data) : "";
    return sendFile(reply, await fileOf(`${id} ${format} ${base}`, () => takeReport(desk, who, { report, format })));
  });
  app.post("/reports/released/:id/take-back", RELEASES, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const id = idOf(request.params);
    const { reason } = readQuery(z.object({ reason: wordsField }), request.body);
    try {
      await takeBackFor(exchange.desk, exchange.who, { id, reason });
    } catch (fault) {
      if (!(fault instanceof AppError && fault.code === "FORM_INVALID")) throw fault;
      return sendReleased(exchange, id, { done: undefined, fault: fault.message });
    }
    return exchange.go(`/reports/released/${id}?done=taken`);
  });
}

function keptFiles(): (key: string, make: () => Promise<RenderedFile>) => Promise<RenderedFile> {
  const files = new Map<string, Promise<RenderedFile>>();
  return (key, make) => {
    const known = files.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (files.size >= MOST_FILES) files.delete(files.keys().next().value ?? "");
    files.set(key, made);
    // What failed is made again.
    made.catch(() => files.delete(key));
    return made;
  };
}

async function sendReleased(
  { desk, who, site, send }: Exchange,
  id: number,
  said: { readonly done: string | undefined; readonly fault: string | null },
) {
  const [{ release, report }, nameOf] = await Promise.all([releasedFor(desk, who, id), namesOf(desk.store)]);
  const model = {
    ...said,
    ...{ release, report, by: nameOf(release.author) },
    isReleaser: mayRelease(who),
    draftHref: permits(who.grants, "see-figures") ? `/reports/drafts/${release.draft}` : null,
  };
  return send(<ReleasedPage site={site} model={model} />, said.fault === null ? 200 : 422);
}

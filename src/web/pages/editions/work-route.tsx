/** What is done with an edition: its checks, making it again, correcting it, and opening editions to anybody. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { EditionDocument } from "../../../domain/edition.ts";
import { readEditionFile } from "../../../services/editions.ts";
import { setEditionsPublic } from "../../../services/editions-public.ts";
import type { JobResult } from "../../../services/jobs.ts";
import { editionChecks } from "../../../services/publishing/edition-checks.ts";
import { rePerformEdition } from "../../../services/re-perform-edition.ts";
import { VERSION } from "../../../services/version.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { countOf } from "../../words.ts";
import { read } from "../comments/read-form.ts";
import { assertForAll } from "../sign-off/for-all.ts";
import { startPublishing } from "../sign-off/publish-job.ts";
import { ChecksPage } from "./checks.tsx";
import { type CorrectModel, CorrectPage } from "./correct.tsx";
import { unknown } from "./route.tsx";

type OnEdition = { readonly Params: { readonly id: string } };
const KINDS = ["scheduled-revision", "unscheduled-revision"] as const;

/** Adds the pages that work on editions. */
export function registerEditionWork(app: FastifyInstance, context: DeskContext): void {
  const { desk, site } = context;
  app.get<OnEdition>("/editions/:id/checks", { config: { needs: "read-editions" } }, async (request, reply) => {
    const { id } = request.params;
    const checks = await editionChecks(desk.store, id);
    const mayMakeAgain = may(request.viewer, "see-changes");
    const page = <ChecksPage site={siteFor(site, request)} id={id} checks={checks} mayMakeAgain={mayMakeAgain} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.post<OnEdition>("/editions/:id/make-again", { config: { needs: "see-changes" } }, async (request, reply) => {
    const { card } = await documentOf(desk, request.params.id);
    const { id } = startMakingAgain(desk, request, request.params.id, `${card.title} for ${card.period.label}`);
    return reply.redirect(`/jobs/${id}`, 303);
  });
  app.post("/editions/readers", { config: { needs: "manage-settings" } }, async (request, reply) => {
    const { public: wanted } = read(z.object({ public: z.enum(["yes", "no"]) }), request.body);
    await setEditionsPublic(desk.store, byViewer(desk, viewerOf(request)), wanted === "yes");
    return reply.redirect(`/editions?done=${wanted === "yes" ? "opened" : "closed"}`, 303);
  });
  registerCorrecting(app, context);
}

function registerCorrecting(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  const publishers = {
    config: { needs: "publish" },
    preHandler: async (request: FastifyRequest) => assertForAll(desk, request, "publish"),
  } as const;
  app.get<OnEdition>("/editions/:id/correct", publishers, async (request, reply) =>
    sendCorrect(context, { request, reply }, { kind: "", reason: "", errors: [] }),
  );
  app.post<OnEdition>("/editions/:id/correct", publishers, async (request, reply) => {
    const form = z.object({ kind: z.string().max(50).default(""), reason: z.string().max(10_000).default("") });
    const { kind: asked, reason } = read(form, request.body);
    const kind = KINDS.find((one) => one === asked);
    const errors = [
      ...(kind === undefined ? [{ text: "Choose the kind of revision", href: "#kind" }] : []),
      ...(reason.trim() === "" ? [{ text: "Say why it is corrected", href: "#reason" }] : []),
    ];
    if (kind === undefined || errors.length > 0)
      return sendCorrect(context, { request, reply }, { kind: asked, reason, errors });
    const { card } = await documentOf(desk, request.params.id);
    const { id } = startPublishing(desk, request, {
      scorecard: card.scorecard,
      period: card.period.id,
      title: `${card.title} for ${card.period.label}`,
      revision: { kind, reason: reason.trim() },
    });
    return reply.redirect(`/jobs/${id}`, 303);
  });
}

async function sendCorrect(
  { services, site, desk }: DeskContext,
  { request, reply }: { readonly request: FastifyRequest<OnEdition>; readonly reply: FastifyReply },
  typed: Pick<CorrectModel, "kind" | "reason" | "errors">,
): Promise<FastifyReply> {
  const { id } = request.params;
  const { card } = await documentOf(desk, id);
  const correct: CorrectModel = {
    ...typed,
    id,
    title: `${card.title}, ${card.period.label}`,
    deskHref: `/sign-off/${card.scorecard}/${card.period.id}`,
    changes: (await services.editionChanges(id)) ?? [],
  };
  const page = <CorrectPage site={siteFor(site, request)} correct={correct} />;
  return sendPage(request, reply.code(typed.errors.length > 0 ? 422 : 200), renderPage(page));
}

/** Makes the edition again as long work: its loads are opened and judged anew. */
function startMakingAgain(desk: Desk, request: FastifyRequest, id: string, title: string) {
  const back = { text: `Edition ${id}`, href: `/editions/${id}` };
  return desk.jobs.start({
    kind: "make again",
    title: `Make ${title} again and compare`,
    startedBy: viewerOf(request).id,
    links: [back],
    onFault: (fault) => request.log.error({ err: fault }, "An edition could not be made again."),
    work: async (tell): Promise<JobResult> => {
      tell({ step: "Opening the loads and definitions kept with it, and judging them", done: 0, of: null });
      const { isSame, files, waymark } = await rePerformEdition(desk.live.current(), desk.store, id);
      const other = files.filter((file) => !file.isSame);
      const version =
        waymark === VERSION
          ? []
          : [`It was published with Waymark ${waymark}; this is ${VERSION}, which may print differently.`];
      return isSame
        ? { sentence: `The same, byte for byte: ${countOf(files.length, "file")}.`, lines: version, links: [back] }
        : {
            sentence: `Not the same: ${countOf(other.length, "file")} of ${files.length} differ.`,
            lines: [...other.map(({ path }) => path), ...version],
            links: [back],
          };
    },
  });
}

async function documentOf({ store }: Desk, id: string): Promise<EditionDocument> {
  const bytes = await readEditionFile(store, id, "public/edition.json").catch(() => null);
  if (bytes === null) throw unknown();
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as EditionDocument;
}

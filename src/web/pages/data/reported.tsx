/** GET /data/reported: recording errors people reported, and POST to say what was done. For those who may see every child. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { answerCaseNote, listCaseNotes } from "../../../services/cases/case-notes.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { scopesOf, viewerOf } from "../../viewer.ts";
import { ReportedPage, type ReportedTyped } from "./reported-view.tsx";

const needs = { config: { needs: "load-data" } } as const;
const LONGEST = 1_000;
const NOTHING: ReportedTyped = { id: null, words: "", error: undefined };

/** Adds the page. */
export function registerReported(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = async (request: FastifyRequest, typed: ReportedTyped, done: string | undefined) => {
    const viewer = viewerOf(request);
    if (!isAuthorityWide(scopesOf(viewer, "see-cases")))
      throw new AppError(
        "NOT_ALLOWED",
        "Reported errors name children of every team.",
        "Ask an analyst whose scope is the whole authority.",
      );
    const notes = await listCaseNotes(desk.store, { kind: "recording-error" });
    if (notes.length > 0)
      await desk.store.recordAccess({
        ...byViewer(desk, viewer),
        what: "reported errors",
        subject: "recording errors",
        purpose: viewer.purpose ?? "Mending recording errors",
        detail: { rows: notes.length, children: [...new Set(notes.map(({ child }) => child))] },
      });
    return renderPage(<ReportedPage site={siteFor(site, request)} notes={notes} typed={typed} done={done} />);
  };
  app.get<{ Querystring: { readonly done?: string } }>("/data/reported", needs, async (request, reply) =>
    sendPage(request, reply, await pageOf(request, NOTHING, request.query.done)),
  );
  app.post<{ Params: { readonly id: string }; Body: { readonly words?: string } | undefined }>(
    "/data/reported/:id",
    needs,
    async (request, reply) => {
      const id = Number(request.params.id);
      const words = String(request.body?.words ?? "").trim();
      const error =
        words === ""
          ? "Say what was done about it"
          : words.length > LONGEST
            ? `Use ${LONGEST.toLocaleString("en-GB")} characters or fewer`
            : undefined;
      if (error !== undefined)
        return sendPage(request, reply.code(422), await pageOf(request, { id, words, error }, undefined));
      await answerCaseNote(desk.store, byViewer(desk, viewerOf(request)), { id, words });
      return reply.redirect("/data/reported?done=answered", 303);
    },
  );
}

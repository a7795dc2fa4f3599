/** Steps on a comment: POST …/approve, …/return, …/withdraw, …/restore; GET …/versions; and several approved at once. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { approveComment, readCheckedComment, returnComment } from "../../../services/commentary.ts";
import { commentVersions, restoreComment, withdrawComment } from "../../../services/comments/typed-comments.ts";
import { listPeople } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { assertForAll } from "../sign-off/for-all.ts";
import { subjectWords } from "./comment-model.ts";
import { commentsHref, mayEdit } from "./commentary-of.ts";
import { type Exchange, exchangeOn, type OnComment, sendComment } from "./exchange.tsx";
import { notYours } from "./keep-comment.ts";
import { readStep } from "./read-form.ts";
import { presentVersions, VersionsPage } from "./versions.tsx";

type Step = {
  readonly name: "approve" | "return" | "withdraw" | "restore";
  readonly needs: "approve-comments" | "write-comments";
  readonly done: string;
  readonly take: (exchange: Exchange, seen: { id: string; version: number; reason: string }) => Promise<unknown>;
};

const STEPS: readonly Step[] = [
  {
    name: "approve",
    needs: "approve-comments",
    done: "approved",
    take: async ({ request, parts: { desk, viewer, commentary } }, seen) => {
      await assertForAll(desk, request, "approve-comments");
      await approveComment(commentary, desk.store, byViewer(desk, viewer), seen);
    },
  },
  {
    name: "return",
    needs: "approve-comments",
    done: "returned",
    take: async ({ request, parts: { desk, viewer, commentary } }, seen) => {
      await assertForAll(desk, request, "approve-comments");
      await returnComment(commentary, desk.store, byViewer(desk, viewer), seen);
    },
  },
  {
    name: "withdraw",
    needs: "write-comments",
    done: "withdrawn",
    take: async ({ parts: { desk, viewer } }, seen) => withdrawComment(desk.store, byViewer(desk, viewer), seen),
  },
  {
    name: "restore",
    needs: "write-comments",
    done: "restored",
    take: async ({ parts: { desk, viewer } }, seen) => restoreComment(desk.store, byViewer(desk, viewer), seen),
  },
];

/** Adds the steps and the page of versions. */
export function registerSteps(app: FastifyInstance, context: DeskContext): void {
  for (const step of STEPS)
    app.post<OnComment>(
      `/comments/:scorecard/:period/:id/${step.name}`,
      { config: { needs: step.needs } },
      async (request, reply) => {
        const exchange = await exchangeOn(context, { request, reply, place: request.params });
        return takeStep(exchange, step, request.params.id);
      },
    );
  app.get<OnComment>(
    "/comments/:scorecard/:period/:id/versions",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const { parts } = await exchangeOn(context, { request, reply, place: request.params });
      const { store } = context.desk;
      const comment = await readCheckedComment(parts.commentary, store, request.params.id);
      const names = new Map((await listPeople(store)).map(({ email, name }) => [email, name]));
      const versions = presentVersions(await commentVersions(store, comment.id), (actor) => names.get(actor) ?? actor);
      const about = { comment, subject: subjectWords(parts.commentary, comment.subject), versions };
      return sendPage(request, reply, renderPage(<VersionsPage site={siteFor(context.site, request)} {...about} />));
    },
  );
}

async function takeStep(exchange: Exchange, step: Step, id: string): Promise<FastifyReply> {
  const { desk, viewer, commentary } = exchange.parts;
  const { version, reason } = readStep(exchange.request.body);
  // Also sees to it that the comment is one of this card's period.
  const before = await readCheckedComment(commentary, desk.store, id);
  if (step.needs === "write-comments" && !(await mayEdit(desk, viewer, before))) throw await notYours(exchange);
  if (step.name === "return" && reason.trim() === "")
    return sendComment(
      exchange,
      { comment: before },
      { status: 422, errors: [{ text: "Say what is to be changed", href: "#reason" }] },
    );
  try {
    await step.take(exchange, { id, version, reason });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "NOT_ALLOWED") throw error;
    const now = await readCheckedComment(commentary, desk.store, id);
    const errors = [{ text: error.message, href: "#main-content" }];
    return sendComment(exchange, { comment: now }, { status: error.httpStatus, errors });
  }
  const { scorecard, period } = commentary;
  return exchange.reply.redirect(`${commentsHref({ scorecard, period: period.id })}/${id}?done=${step.done}`, 303);
}

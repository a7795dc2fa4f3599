/** Writing a comment: GET and POST /comments/:scorecard/:period/new and /comments/:scorecard/:period/:id, and POST /comments/check. */
import type { FastifyInstance } from "fastify";
import { renderToString } from "preact-render-to-string";
import { z } from "zod";
import { checkWords, readCheckedComment } from "../../../services/commentary.ts";
import type { DeskContext } from "../../context.ts";
import { readDraft } from "../../drafts.ts";
import type { Typed } from "./comment-model.ts";
import { commentaryOf } from "./commentary-of.ts";
import { type Exchange, exchangeOn, type OnCard, type OnComment, sendComment } from "./exchange.tsx";
import { CheckedWords } from "./flag-list.tsx";
import { keepComment } from "./keep-comment.ts";
import { markedWords, presentFlags } from "./marked-words.ts";
import { read, readWritten } from "./read-form.ts";
import { doneSentence } from "./words.ts";

type Query = { readonly on?: string; readonly edit?: string; readonly done?: string };

/** Adds the pages on which comments are written. */
export function registerWriting(app: FastifyInstance, context: DeskContext): void {
  const { store } = context.desk;
  const writes = { config: { needs: "write-comments" } } as const;
  const NEW = "/comments/:scorecard/:period/new";
  const ONE = "/comments/:scorecard/:period/:id";
  app.get<OnCard & { Querystring: Query }>(NEW, writes, async (request, reply) => {
    const exchange = await exchangeOn(context, { request, reply, place: request.params });
    return sendComment(exchange, { on: request.query.on ?? "" }, await unsent(exchange));
  });
  app.get<OnComment & { Querystring: Query }>(ONE, { config: { needs: "see-figures" } }, async (request, reply) => {
    const exchange = await exchangeOn(context, { request, reply, place: request.params });
    const comment = await readCheckedComment(exchange.parts.commentary, store, request.params.id);
    const { edit, done } = request.query;
    const typed = { isEditing: edit === "yes", done: doneSentence(done) };
    return sendComment(exchange, { comment }, { ...typed, ...(await unsent(exchange)) });
  });
  app.post<OnCard>(NEW, writes, async (request, reply) => {
    const exchange = await exchangeOn(context, { request, reply, place: request.params });
    return keepComment(exchange, readWritten(request.body), null);
  });
  app.post<OnComment>(ONE, writes, async (request, reply) => {
    const exchange = await exchangeOn(context, { request, reply, place: request.params });
    return keepComment(exchange, readWritten(request.body), request.params.id);
  });
  registerChecking(app, context);
}

/** What the viewer wrote on this page and did not send: a session that ended, a page that was left. */
async function unsent({ request, parts: { desk, viewer } }: Exchange): Promise<Typed> {
  const draft = await readDraft(desk, viewer, pageOf(request.url));
  const { body, version } = draft?.fields ?? {};
  if (draft === null || typeof body !== "string") return {};
  return { body, draft: { at: draft.at, version: typeof version === "string" ? version : "" }, isEditing: true };
}

/** A page's address without what only says that something was just done. */
function pageOf(url: string): string {
  const [path = "", query = ""] = url.split("?");
  const kept = new URLSearchParams(query);
  for (const news of ["done", "why", "draft"]) kept.delete(news);
  return kept.size === 0 ? path : `${path}?${kept}`;
}

const WORDS_TO_CHECK = z.object({
  scorecard: z.string().max(200),
  period: z.string().max(20),
  on: z.string().max(2000).default(""),
  body: z.string().max(20_000),
});

/** What checking finds, as a part of the page: asked by the script while somebody writes. Nothing is kept. */
function registerChecking(app: FastifyInstance, { desk }: DeskContext): void {
  app.post("/comments/check", { config: { needs: "write-comments" } }, async (request, reply) => {
    const { on, body: typed, ...place } = read(WORDS_TO_CHECK, request.body);
    const body = typed.replace(/\r\n?/g, "\n");
    const flags = checkWords(await commentaryOf(desk, place), { on, body });
    const reasons = new Map<string, string>();
    const part = <CheckedWords runs={markedWords(body, flags)} flags={presentFlags(flags)} reasons={reasons} />;
    return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(renderToString(part));
  });
}

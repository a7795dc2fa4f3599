/** What the routes of comments share: who asks, on which card, and the page of one comment sent back. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { type DeskContext, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { type CommentModel, commentModel, type ModelParts, type Typed } from "./comment-model.ts";
import { CommentPage } from "./comment-view.tsx";
import { type CommentaryPlace, commentaryOf } from "./commentary-of.ts";

/** One request for a page of a card's comments, and its answer. */
export type Exchange = {
  readonly context: DeskContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly parts: ModelParts;
};

export type OnCard = { readonly Params: CommentaryPlace };
export type OnComment = { readonly Params: CommentaryPlace & { readonly id: string } };

/** Opens the commentary a request is about. @throws AppError SCORECARD_UNKNOWN or PERIOD_INVALID */
export async function exchangeOn(
  context: DeskContext,
  { request, reply, place }: { request: FastifyRequest; reply: FastifyReply; place: CommentaryPlace },
): Promise<Exchange> {
  const { desk } = context;
  const parts = { desk, viewer: viewerOf(request), commentary: await commentaryOf(desk, place) };
  return { context, request, reply, parts };
}

/** Sends the page of a comment, as it is kept or as somebody typed it. */
export async function sendComment(
  { context, request, reply, parts }: Exchange,
  what: Parameters<typeof commentModel>[1],
  { status = 200, ...typed }: Typed & { readonly status?: number } = {},
): Promise<FastifyReply> {
  const model: CommentModel = await commentModel(parts, what, typed);
  const page = <CommentPage site={siteFor(context.site, request)} model={model} />;
  return sendPage(request, reply.code(status), renderPage(page));
}

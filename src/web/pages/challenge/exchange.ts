/** One request to a page of challenge: who asks, the desk they work at, and how its pages are sent and its forms read. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import type { ChallengeContext, Who } from "../../../services/challenge/context.ts";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";

export type Exchange = {
  readonly desk: ChallengeContext;
  readonly who: Who;
  readonly site: Site;
  readonly send: (page: VNode, status?: number) => FastifyReply;
  readonly go: (href: string) => FastifyReply;
};

/** Gathers what a handler needs. */
export function exchangeOf({ desk, site }: DeskContext, request: FastifyRequest, reply: FastifyReply): Exchange {
  const { id, actor, grants } = viewerOf(request);
  return {
    desk,
    who: { person: id, actor, grants },
    site: siteFor(site, request),
    send: (page, status = 200) => sendPage(request, reply.code(status), renderPage(page)),
    go: (href) => reply.redirect(href, 303),
  };
}

const id = z.coerce.number().int().min(1).max(999_999_999);

/** The number in an address. @throws AppError PAGE_UNKNOWN */
export function idOf(params: unknown): number {
  const read = z.object({ id }).safeParse(params);
  if (read.success) return read.data.id;
  throw new AppError("PAGE_UNKNOWN", "There is no page at that address.", "Choose from the list of sessions.");
}

/** A text field of a form. */
export const text = z
  .string()
  .max(20_000)
  .default("")
  .transform((written) => written.replace(/\r\n?/g, "\n"));

/** The version a form was opened at. */
export const version = z.coerce.number().int().min(1).max(1_000_000);

/** Fields of a form. @throws AppError USAGE */
export function readForm<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const names = [...new Set(read.error.issues.map(({ path }) => path.join(".")))].join(", ");
  throw new AppError("USAGE", `The form has a part that was not understood: ${names}.`, "Open its page again.");
}

/** Day, month and year as the date input names them. */
export const dayFields = (prefix: string) => ({
  [`${prefix}-day`]: text,
  [`${prefix}-month`]: text,
  [`${prefix}-year`]: text,
});

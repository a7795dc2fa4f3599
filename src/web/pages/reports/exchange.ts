/** One request to a page of reports: who asks, the desk they work at, how its addresses and forms are read and its pages sent. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { PASSAGE_KINDS } from "../../../domain/report/draft.ts";
import { AUDIENCES } from "../../../domain/scored-card.ts";
import { FORMAT_IDS, type FormatId } from "../../../services/report/make-report.ts";
import type { Maker, ReportChoice, ReportDesk } from "../../../services/report/report-desk.ts";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";

export type Exchange = {
  readonly desk: ReportDesk;
  readonly who: Maker;
  readonly site: Site;
  readonly send: (page: VNode, status?: number) => FastifyReply;
  readonly go: (href: string) => FastifyReply;
};

/** Somebody not signed in, where released reports are open to anybody: nothing is permitted to them. */
const ANYBODY = { id: "", actor: "anybody", name: "", grants: [] } as const;

/** Gathers what a handler needs. The gate has seen to it that whoever must be signed in is. */
export function exchangeOf({ desk, site }: DeskContext, request: FastifyRequest, reply: FastifyReply): Exchange {
  const { id, actor, name, grants } = request.viewer ?? ANYBODY;
  return {
    desk,
    who: { person: id, actor, name, grants },
    site: siteFor(site, request),
    send: (page, status = 200) => sendPage(request, reply.code(status), renderPage(page)),
    go: (href) => reply.redirect(href, 303),
  };
}

const field = z.preprocess((value) => (value === "" ? undefined : value), z.string().max(200).optional());
const several = z.preprocess(
  (value) => (value === undefined || value === "" ? undefined : [value].flat()),
  z.array(z.string().max(200)).max(60).optional(),
);

const CHOICE = z.object({
  template: z.string().max(200),
  scorecard: field,
  period: field,
  measure: field,
  edition: field,
  against: field,
  team: several,
  audience: z.preprocess((value) => (value === "" ? undefined : value), z.enum(AUDIENCES).optional()),
});

/** Which report an address or a form names. @throws AppError USAGE */
export function readChoice(from: unknown): ReportChoice {
  const { team, ...rest } = readQuery(CHOICE, from);
  const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...named, template: rest.template, ...(team === undefined ? {} : { teams: team }) };
}

/** The same as the query of an address. */
export function choiceQuery({ teams = [], ...rest }: ReportChoice): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (typeof value === "string") query.append(name, value);
  for (const team of teams) query.append("team", team);
  return query.toString();
}

const ID = z.object({ id: z.coerce.number().int().min(1).max(999_999_999) });

/** The number in an address. @throws AppError PAGE_UNKNOWN */
export function idOf(params: unknown): number {
  const read = ID.safeParse(params);
  if (read.success) return read.data.id;
  throw new AppError("PAGE_UNKNOWN", "There is no page at that address.", "Choose from the list of reports.");
}

/** A format's name in an address. @throws AppError PAGE_UNKNOWN */
export function formatOf(params: unknown): FormatId {
  const read = z.object({ format: z.enum(FORMAT_IDS) }).safeParse(params);
  if (read.success) return read.data.format;
  throw new AppError("PAGE_UNKNOWN", "There is no such file.", "Choose one from the report’s page.");
}

/** Words of a form, line ends made plain. */
export const wordsField = z
  .string()
  .max(25_000)
  .default("")
  .transform((written) => written.replace(/\r\n?/g, "\n"));

const PLACE = z.object({ at: z.string().min(1).max(300), kind: z.enum(PASSAGE_KINDS).default("replace") });

/** The place in a report that an address or form names. @throws AppError USAGE */
export function readPlace(from: unknown): { readonly block: string; readonly kind: (typeof PASSAGE_KINDS)[number] } {
  const { at, kind } = readQuery(PLACE, from);
  return { block: at, kind };
}

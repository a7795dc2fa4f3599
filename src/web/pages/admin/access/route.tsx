/** GET /admin/access: the access log by person, child, deed and day, as a page and as CSV. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { csvText } from "../../../../domain/csv-text.ts";
import {
  type AccessQuestion,
  accessChoices,
  childrenIn,
  findAccess,
  type LoggedAccess,
} from "../../../../services/administration/access-history.ts";
import { type DeskContext, siteFor } from "../../../context.ts";
import { byViewer } from "../../../desk.ts";
import { given, readQuery, textField } from "../../../query.ts";
import { renderPage, sendPage } from "../../../rendered-page.ts";
import { viewerOf } from "../../../viewer.ts";
import { AccessPage } from "./view.tsx";

const day = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
);
const QUERY = z.object({
  actor: textField,
  child: textField,
  what: textField,
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const COLUMNS = ["sequence", "at", "actor", "what", "subject", "purpose", "children", "hash"] as const;

/** Adds the pages of the access log. Reading it is itself logged when it tells of one child. */
export function registerAccess(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/admin/access", { config: { needs: "see-access-log" } }, async (request, reply) => {
    const { page, ...question } = readQuery(QUERY, request.query);
    const viewer = viewerOf(request);
    const entries = await findAccess(desk.store, given(question));
    await noteSearch(question, entries.length, async (detail) =>
      desk.store.recordAccess({ ...byViewer(desk, viewer), what: "search", purpose: "access log", ...detail }),
    );
    const choices = await accessChoices(desk.store);
    const view = { question, page, entries, choices };
    return sendPage(request, reply, renderPage(<AccessPage site={siteFor(site, request)} view={view} />));
  });
  app.get("/admin/access.csv", { config: { needs: "see-access-log" } }, async (request, reply) => {
    const { page: _, ...question } = readQuery(QUERY, request.query);
    const viewer = viewerOf(request);
    const entries = await findAccess(desk.store, given(question));
    await desk.store.recordAccess({
      ...byViewer(desk, viewer),
      what: "export",
      subject: "access log",
      purpose: "access log",
      detail: { ...question, rows: entries.length },
    });
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="access-log.csv"')
      .header("cache-control", "private, no-store")
      .send(csvText(entries.map(rowOf), COLUMNS, true));
  });
}

type Search = { readonly subject: string; readonly detail: unknown };

async function noteSearch(
  { child }: AccessQuestion | { readonly child?: string | undefined },
  rows: number,
  note: (search: Search) => Promise<void>,
): Promise<void> {
  if (child !== undefined) await note({ subject: "access log of a child", detail: { child, rows } });
}

function rowOf({ sequence, at, actor, what, subject, purpose, detail, hash }: LoggedAccess): Record<string, unknown> {
  return { sequence, at, actor, what, subject, purpose, children: childrenIn(detail).join(" "), hash };
}

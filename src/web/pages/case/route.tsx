/** GET /children/:child and the notes on its record: written, taken back, answered. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import {
  CASE_NOTE_KINDS,
  type CaseNoteKind,
  listCaseNotes,
  noteForViewer,
  withdrawCaseNote,
  writeCaseNote,
} from "../../../services/cases/case-notes.ts";
import { childRecord } from "../../../services/cases/child-record.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { askPurpose } from "../list/purpose.tsx";
import { caseDesk } from "../list/route.tsx";
import { dayOf } from "../team/team-access.ts";
import { registerNotes } from "./notes-route.tsx";
import { presentCase } from "./present.ts";
import { CasePage, type NoteForm } from "./view.tsx";

type OfChild = { Params: { child: string } };
const EMPTY: NoteForm = { kind: "", body: "", errors: {} };
const LONGEST = 2000;
const FORM = z.object({ kind: z.string().default(""), body: z.string().trim().max(LONGEST).default("") });

const DONE: Readonly<Record<string, string>> = {
  sent: "Sent. Whoever keeps the data can read it now.",
  "taken-back": "Your note has been taken back.",
};

/** Adds the page and what is written on it. */
export function registerCase(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  registerNotes(app, context);
  app.get<OfChild>("/children/:child", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { done } = readQuery(z.object({ done: textField }), request.query);
    return showCase(context, request, reply, { form: EMPTY, done: DONE[done ?? ""] ?? null });
  });
  app.post<OfChild>("/children/:child/notes", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { kind, body } = readQuery(FORM, request.body);
    const known = CASE_NOTE_KINDS.find((one) => one === kind);
    const errors: NoteForm["errors"] = {
      ...(known === undefined ? { kind: "Choose whether the record is wrong" } : {}),
      ...(body === "" ? { body: "Write what is wrong, or why it is as it is" } : {}),
    };
    if (known === undefined || body === "")
      return showCase(context, request, reply.code(422), { form: { kind, body, errors }, done: null });
    await writeNote(context, request, { kind: known, body });
    return reply.redirect(`/children/${encodeURIComponent(request.params.child)}?done=sent`, 303);
  });
  app.post<{ Params: { child: string; note: string } }>(
    "/children/:child/notes/:note/take-back",
    { config: { needs: "see-cases" } },
    async (request, reply) => {
      const { id } = readQuery(z.object({ id: z.coerce.number().int() }), { id: request.params.note });
      const viewer = viewerOf(request);
      const note = await noteForViewer(desk.store, viewer, { id, teams: [] });
      if (note.author !== viewer.actor)
        throw new AppError("NOT_ALLOWED", "Only who wrote a note takes it back.", "Answer it instead.");
      await withdrawCaseNote(desk.store, byViewer(desk, viewer), id);
      return reply.redirect(`/children/${encodeURIComponent(note.child)}?done=taken-back`, 303);
    },
  );
}

/** Who may see the child may write on its record; the service refuses others. */
async function writeNote(
  { desk }: DeskContext,
  request: FastifyRequest<OfChild>,
  { kind, body }: { readonly kind: CaseNoteKind; readonly body: string },
): Promise<void> {
  const viewer = viewerOf(request);
  const { on } = await dayOf(desk);
  const record = await childRecord(caseDesk(desk), viewer, { child: request.params.child, on });
  const team = record.holders[0]?.team ?? record.events.find((event) => event.team !== null)?.team ?? null;
  await writeCaseNote(desk.store, byViewer(desk, viewer), { child: record.child, kind, body, team });
}

async function showCase(
  { desk, site }: DeskContext,
  request: FastifyRequest<OfChild>,
  reply: FastifyReply,
  { form, done }: { readonly form: NoteForm; readonly done: string | null },
): Promise<FastifyReply> {
  const asked = askPurpose(request, reply);
  if (asked !== null) return asked;
  const viewer = viewerOf(request);
  const { on, dataTo } = await dayOf(desk);
  const record = await childRecord(caseDesk(desk), viewer, { child: request.params.child, on });
  const notes = await listCaseNotes(desk.store, { child: record.child });
  const view = presentCase(record, notes, { dataTo, actor: viewer.actor });
  return sendPage(request, reply, renderPage(<CasePage site={siteFor(site, request)} {...{ view, form, done }} />));
}

/** GET /recording-errors and the answer to one: what people reported of records, for those who keep the data. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ComponentChildren } from "preact";
import { z } from "zod";
import { answerCaseNote, noteForViewer, notesForViewer } from "../../../services/cases/case-notes.ts";
import { recordLook } from "../../../services/cases/record-look.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { askPurpose } from "../list/purpose.tsx";
import { teamsOf } from "../team/team-access.ts";
import { type NoteView, presentNote } from "./present.ts";

type Wrong = { readonly id: number; readonly text: string };

/** Adds the list and the answer. */
export function registerNotes(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get("/recording-errors", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { done } = readQuery(z.object({ done: textField }), request.query);
    return showNotes(context, request, reply, { isDone: done === "answered", wrong: null });
  });
  app.post<{ Params: { note: string } }>(
    "/recording-errors/:note/answer",
    { config: { needs: "load-data" } },
    async (request, reply) => {
      const { id } = readQuery(z.object({ id: z.coerce.number().int() }), { id: request.params.note });
      const { answer } = readQuery(z.object({ answer: z.string().trim().max(2000).default("") }), request.body);
      const viewer = viewerOf(request);
      await noteForViewer(desk.store, viewer, { id, teams: await ownTeams(context, request) });
      if (answer === "") {
        const wrong = { id, text: "Write what was done about it" };
        return showNotes(context, request, reply.code(422), { isDone: false, wrong });
      }
      await answerCaseNote(desk.store, byViewer(desk, viewer), { id, words: answer });
      return reply.redirect("/recording-errors?done=answered", 303);
    },
  );
}

async function ownTeams({ desk }: DeskContext, request: FastifyRequest): Promise<readonly string[]> {
  return (await teamsOf(desk, request)).map(({ name }) => name);
}

async function showNotes(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { isDone, wrong }: { readonly isDone: boolean; readonly wrong: Wrong | null },
): Promise<FastifyReply> {
  const asked = askPurpose(request, reply);
  if (asked !== null) return asked;
  const { desk, site } = context;
  const viewer = viewerOf(request);
  const notes = await notesForViewer(desk.store, viewer, await ownTeams(context, request));
  await recordLook({ store: desk.store, at: desk.clock() }, viewer, {
    what: "list",
    subject: "notes on records",
    children: notes.map(({ child }) => child),
    rows: notes.length,
  });
  const views = notes.map((note) => presentNote(note, viewer.actor));
  const page = <NotesPage site={siteFor(site, request)} notes={views} {...{ isDone, wrong }} />;
  return sendPage(request, reply, renderPage(page));
}

type NotesProps = {
  readonly site: Site;
  readonly notes: readonly NoteView[];
  readonly isDone: boolean;
  readonly wrong: Wrong | null;
};

function NotesPage({ site, notes, isDone, wrong }: NotesProps) {
  const open = notes.filter(({ answer }) => answer === null);
  const answered = notes.filter(({ answer }) => answer !== null);
  const title = "Recording errors and explanations";
  return (
    <Page site={site} title={title} part="/teams" above={[{ text: "Teams", href: "/teams?all=yes" }]}>
      {wrong !== null && (
        <ErrorSummary title="There is a problem" errors={[{ text: wrong.text, href: `#answer-${wrong.id}` }]} />
      )}
      {isDone && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">Your answer is kept; whoever wrote the note can read it.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {notes.length === 0 && (
        <p class="govuk-body">Nobody has reported anything. A child’s page has the form for it.</p>
      )}
      {open.map((note) => (
        <Note key={note.id} note={note}>
          {may(site.viewer, "load-data") && (
            <Form site={site} action={`/recording-errors/${note.id}/answer`}>
              <Input
                id={`answer-${note.id}`}
                name="answer"
                label={`What was done about it, for ${note.child}`}
                error={wrong?.id === note.id ? wrong.text : undefined}
              />
              <Button class="govuk-button--secondary">Answer</Button>
            </Form>
          )}
        </Note>
      ))}
      {answered.length > 0 && <h2 class="govuk-heading-m">Answered</h2>}
      {answered.map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </Page>
  );
}

function Note({ note, children }: { readonly note: NoteView; readonly children?: ComponentChildren }) {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${encodeURIComponent(note.child)}`}>
          {note.child}
        </a>
        : <strong>{note.kind}.</strong> {note.body}
      </p>
      <p class="govuk-body-s app-muted">{note.by}</p>
      {note.answer !== null && <p class="govuk-body">Answered: {note.answer}</p>}
      {children}
    </div>
  );
}

/** A child's page: holders, what is due, the timeline, notes and the form for a new one. */
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { asAtWords } from "../team/view.tsx";
import { type CaseView, NOTE_KIND_WORDS, type NoteView } from "./present.ts";

export type NoteForm = {
  readonly kind: string;
  readonly body: string;
  readonly errors: { readonly kind?: string; readonly body?: string };
};

export type CasePageProps = {
  readonly site: Site;
  readonly view: CaseView;
  readonly form: NoteForm;
  /** What has just been done, in a sentence. */
  readonly done: string | null;
};

/** The page of one child, by pseudonym. */
export function CasePage({ site, view, form, done }: CasePageProps) {
  const title = `Child ${view.child}`;
  const errors = Object.entries(form.errors).map(([field, text]) => ({ text, href: `#${field}` }));
  return (
    <Page
      site={site}
      title={errors.length > 0 ? `Error: ${title}` : title}
      part="/teams"
      above={[{ text: "Teams", href: "/teams?all=yes" }]}
    >
      {errors.length > 0 && <ErrorSummary title="There is a problem" errors={errors} />}
      {done !== null && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{asAtWords(view)}</p>
      {view.isPart && <p class="govuk-body">Others hold this child now: only what your own teams recorded is shown.</p>}
      <SummaryList rows={view.facts} />
      <Due view={view} />
      <Notes site={site} notes={view.notes} />
      <NewNote site={site} child={view.child} form={form} />
      <Timeline view={view} />
    </Page>
  );
}

function Due({ view }: { readonly view: CaseView }) {
  if (view.due.length === 0) return null;
  return (
    <Table
      caption="What is due"
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["What", "Due on", "Working days"].map((content) => ({ content }))}
      rows={view.due.map(({ duty, due, left, isOverdue }) => [
        { content: duty },
        { content: due },
        { content: left, ...(isOverdue ? { class: "app-cases__over" } : {}) },
      ])}
    />
  );
}

function Timeline({ view }: { readonly view: CaseView }) {
  return (
    <section aria-labelledby="timeline">
      <h2 class="govuk-heading-m" id="timeline">
        What happened
      </h2>
      {view.months.length === 0 && <p class="govuk-body">Nothing has been recorded of this child.</p>}
      {view.months.map(({ month, events }) => (
        <section key={month} aria-label={month} class="app-timeline">
          <h3 class="govuk-heading-s app-timeline__month">{month}</h3>
          <ol class="govuk-list app-timeline__events">
            {events.map(({ day, words, by }, index) => (
              <li key={index} class="app-timeline__event">
                <span class="app-timeline__day">{day}</span>
                <span>
                  {words}
                  {by !== "" && <span class="app-muted app-timeline__by">{by}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Notes({ site, notes }: { readonly site: Site; readonly notes: readonly NoteView[] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 class="govuk-heading-m" id="notes">
        Notes
      </h2>
      {notes.map((note) => (
        <div key={note.id} class="govuk-inset-text">
          <p class="govuk-body">
            <strong>{note.kind}.</strong> {note.body}
          </p>
          <p class="govuk-body-s app-muted">{note.by}</p>
          {note.answer !== null && <p class="govuk-body">Answered: {note.answer}</p>}
          {note.mayTakeBack && (
            <Form site={site} action={`/children/${encodeURIComponent(note.child)}/notes/${note.id}/take-back`}>
              <Button class="govuk-button--secondary app-timeline__button">
                Take back<span class="govuk-visually-hidden"> the note “{note.body.slice(0, 60)}”</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}

function NewNote({ site, child, form }: { readonly site: Site; readonly child: string; readonly form: NoteForm }) {
  return (
    <section aria-labelledby="new-note">
      <h2 class="govuk-heading-m" id="new-note">
        Explain, or report a recording error
      </h2>
      <Form site={site} action={`/children/${encodeURIComponent(child)}/notes`} attributes={{ "data-draft": true }}>
        <Radios
          idPrefix="kind"
          name="kind"
          legend="What do you want to say?"
          value={form.kind}
          error={form.errors.kind}
          items={Object.entries(NOTE_KIND_WORDS).map(([value, text]) => ({ value, text }))}
        />
        <Textarea
          id="body"
          name="body"
          label="In your words"
          hint="Whoever keeps the data reads it. Do not name anybody."
          rows={4}
          value={form.body}
          error={form.errors.body}
        />
        <Button>Send</Button>
      </Form>
    </section>
  );
}

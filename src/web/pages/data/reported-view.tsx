/** Recording errors people reported, open ones first, each with room to say what was done. */
import type { CaseNote } from "../../../services/cases/case-notes.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";

export type ReportedTyped = { readonly id: number | null; readonly words: string; readonly error: string | undefined };

type Props = {
  readonly site: Site;
  readonly notes: readonly CaseNote[];
  readonly typed: ReportedTyped;
  readonly done: string | undefined;
};

/** The page. */
export function ReportedPage({ site, notes, typed, done }: Props) {
  const sorted = notes.toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null) || b.id - a.id);
  return (
    <Page
      site={site}
      title={`${typed.error ? "Error: " : ""}Recording errors reported`}
      part="/data"
      above={[{ text: "Data", href: "/data" }]}
    >
      {typed.error && (
        <ErrorSummary title="There is a problem" errors={[{ text: typed.error, href: `#words-${typed.id}` }]} />
      )}
      {done === "answered" && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">What was done is kept with the report.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Recording errors reported</h1>
      <p class="govuk-body">
        Correct the record where it is kept, then say here what was done. That you saw these children is in the access
        log.
      </p>
      {sorted.length === 0 && <p class="govuk-body">Nobody has reported a recording error.</p>}
      {sorted.map((note) => (
        <Report key={note.id} site={site} note={note} typed={typed.id === note.id ? typed : null} />
      ))}
    </Page>
  );
}

type ReportProps = { readonly site: Site; readonly note: CaseNote; readonly typed: ReportedTyped | null };

function Report({ site, note, typed }: ReportProps) {
  const { id, child, body, team, author, at, answer } = note;
  return (
    <section aria-labelledby={`note-${id}`} class="app-data-report">
      <h2 class="govuk-heading-s" id={`note-${id}`}>
        <a class="govuk-link" href={`/children/${encodeURIComponent(child)}`}>{`Child ${child}`}</a>
        {team && <span class="app-muted">{`, ${team}`}</span>}
      </h2>
      <p class="govuk-body">{body}</p>
      <p class="govuk-body-s app-muted">{`Reported by ${author} on ${longInstant(at)}`}</p>
      {answer ? (
        <p class="govuk-body">{`Done: ${answer.words} (${answer.by}, ${longInstant(answer.at)})`}</p>
      ) : (
        <Form site={site} action={`/data/reported/${id}`} attributes={{ "data-draft": `reported ${id}` }}>
          <Textarea
            id={`words-${id}`}
            name="words"
            label="What was done about it"
            rows={2}
            value={typed?.words ?? ""}
            error={typed?.error}
          />
          <Button class="govuk-button--secondary">Keep what was done</Button>
        </Form>
      )}
    </section>
  );
}

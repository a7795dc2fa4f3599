/** A load that is being read, waits to be accepted or refused, or was. */
import type { ComponentChildren } from "preact";
import type { AppError } from "../../../domain/errors.ts";
import type { StagedLoad } from "../../../services/data/staged-load.ts";
import type { Job } from "../../../services/jobs.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { Difference } from "./difference-view.tsx";
import { Issues } from "./issues-view.tsx";
import type { StagedPartView, StagedView } from "./present-staged.ts";

type Props = { readonly site: Site; readonly title: string; readonly children: ComponentChildren };

function Frame({ site, title, children }: Props) {
  return (
    <Page site={site} title={title} part="/data" audience="none" above={[{ text: "Data", href: "/data" }]} wide>
      {children}
    </Page>
  );
}

/** A load that waits: what was found, and the two ways on. */
export function StagedPage(props: {
  readonly site: Site;
  readonly staged: StagedView;
  readonly conflict: AppError | null;
}) {
  const { site, staged, conflict } = props;
  return (
    <Frame site={site} title={staged.title}>
      {conflict && (
        <ErrorSummary title="Somebody was quicker" errors={[{ text: conflict.message, href: "#settle" }]}>
          {conflict.remedy}
        </ErrorSummary>
      )}
      <h1 class="govuk-heading-l">{staged.title}</h1>
      <p class="govuk-body">{`${staged.sent} Nothing of it counts until it is accepted.`}</p>
      <Settle site={site} staged={staged} />
      <Issues issues={staged.issues} />
      {staged.parts.map((part) => (
        <Part key={part.id} part={part} isOnly={staged.parts.length === 1} />
      ))}
    </Frame>
  );
}

function Part({ part, isOnly }: { readonly part: StagedPartView; readonly isOnly: boolean }) {
  const id = `part-${part.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {isOnly ? "What was read" : part.title}
      </h2>
      <p class="govuk-body">{part.effect}</p>
      <SummaryList rows={part.facts} class="app-load__facts" />
      {part.difference && (
        <Difference
          difference={part.difference.of}
          caption={part.difference.caption}
          isAddition={part.difference.isAddition}
        />
      )}
    </section>
  );
}

const HINDRANCES = {
  unreadable:
    "This load cannot be accepted: at least one file could not be read as a return. The issues below say why.",
  "nothing-new": "Exactly these files count already, so there is nothing to accept.",
  "not-clean":
    "You asked for nothing to be accepted unless every row can be kept, and some cannot. Mend the files and load them again, or keep the good rows after all.",
} as const;

function Settle({ site, staged }: { readonly site: Site; readonly staged: StagedView }) {
  const { id, basis, hindrance, accepting } = staged;
  const mayAccept = hindrance === null || hindrance === "not-clean";
  return (
    <section id="settle" aria-label="Accept or refuse" class="app-data-settle app-no-print">
      {hindrance === null ? <p class="govuk-body">{accepting}</p> : <WarningText>{HINDRANCES[hindrance]}</WarningText>}
      <div class="govuk-button-group">
        {mayAccept && (
          <Form site={site} action={`/data/staged/${id}/accept`}>
            <input type="hidden" name="basis" value={basis} />
            {hindrance === "not-clean" && <input type="hidden" name="keep" value="good" />}
            <Button class={hindrance === null ? undefined : "govuk-button--warning"}>
              {hindrance === null ? "Accept" : "Keep the good rows"}
            </Button>
          </Form>
        )}
        <Form site={site} action={`/data/staged/${id}/refuse`}>
          <Button class="govuk-button--secondary">Refuse, and remove what was read</Button>
        </Form>
      </div>
    </section>
  );
}

type ReadingProps = { readonly site: Site; readonly staged: StagedLoad; readonly job: Job | null };

/** Files being read, or files whose reading went wrong. */
export function ReadingPage({ site, staged, job }: ReadingProps) {
  const isReading = staged.state === "reading" && job !== null && job.finishedAt === null;
  return (
    <Frame site={site} title={isReading ? "Reading the files" : "The files were not read"}>
      <h1 class="govuk-heading-l">{isReading ? "Reading the files" : "The files were not read"}</h1>
      {isReading ? <Progress id={staged.id} job={job} /> : <Broken job={job} />}
      <p class="govuk-body app-muted">{staged.files.map(({ name }) => name).join(", ")}</p>
    </Frame>
  );
}

function Progress({ id, job }: { readonly id: string; readonly job: Job }) {
  const { step, done, of } = job.progress;
  return (
    <>
      <p class="govuk-body" role="status">
        {step === "" ? "Reading." : `${step}.`}
      </p>
      {of !== null && of > 0 && (
        <progress class="app-data-progress" max={of} value={done} aria-label="How much has been read">
          {`${done} of ${of}`}
        </progress>
      )}
      <p class="govuk-body">
        This page looks again by itself. You may leave it: the reading goes on.{" "}
        <a class="govuk-link" href={`/data/staged/${id}`}>
          Look again now
        </a>
      </p>
    </>
  );
}

function Broken({ job }: { readonly job: Job | null }) {
  return (
    <>
      <p class="govuk-body">
        {job?.fault === null || job?.fault === undefined
          ? "Waymark was started again while it read them, and nothing of it was kept."
          : `${job.fault.sentence} ${job.fault.remedy}`}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/data/new">
          Load the files again
        </a>
      </p>
    </>
  );
}

/** What came of a load that no longer waits. */
export function SettledPage({ site, staged }: { readonly site: Site; readonly staged: StagedLoad }) {
  const { settled, state } = staged;
  const word = state === "accepted" ? "Accepted" : "Refused";
  return (
    <Frame site={site} title={`${word} already`}>
      <h1 class="govuk-heading-l">{`${word} already`}</h1>
      <p class="govuk-body">
        {settled === null ? `It was ${word.toLowerCase()}.` : `${word} by ${settled.by} on ${longInstant(settled.at)}.`}
      </p>
      <ul class="govuk-list">
        {(settled?.loads ?? []).map((load, index) => (
          <li key={load}>
            <a class="govuk-link" href={`/data/loads/${load}`}>
              {`Load ${index + 1} made of it`}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="/data">
            Data
          </a>
        </li>
      </ul>
    </Frame>
  );
}

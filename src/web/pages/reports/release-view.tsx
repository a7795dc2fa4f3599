/** The last look before a report is released, and a released report as its readers see it. */
import type { Report } from "../../../domain/report/document.ts";
import type { StoredRelease } from "../../../services/report/release.ts";
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { ReportBody } from "./body.tsx";
import { Downloads } from "./downloads.tsx";
import type { DraftModel, Todo } from "./present-draft.ts";
import { ReportPage } from "./report-page.tsx";

/** Asks once more; says what is in the way where something is. */
export function ReleasePage({ site, model }: { readonly site: Site; readonly model: DraftModel }) {
  const { open, state, gaps, conflicts, flags, unpublished } = model;
  const at = `/reports/drafts/${open.draft.id}`;
  const { title, subtitle } = open.made.report;
  return (
    <ReportPage site={site} title="Release this report" audience="draft" above={[{ text: title, href: at }]}>
      <p class="govuk-body-l">{title}</p>
      <p class="govuk-body">{subtitle}</p>
      {state.isReady ? (
        <>
          <p class="govuk-body">
            Everybody who reads published editions may have it from then on. It is kept as it stands now, with its
            checksum; later data do not change it.
          </p>
          <Form site={site} action={`${at}/release`}>
            <input type="hidden" name="seen" value={state.fingerprint} />
            <Button>Release it</Button>
          </Form>
        </>
      ) : (
        <>
          <p class="govuk-body">It cannot be released yet:</p>
          <ul class="govuk-list govuk-list--bullet">
            {[...gaps, ...conflicts, ...flags].map((todo) => (
              <InTheWay key={`${todo.href} ${todo.text}`} todo={todo} at={at} />
            ))}
            {unpublished !== null && (
              <li>
                <a class="govuk-link" href={unpublished}>
                  The figures have not been published as an edition
                </a>
              </li>
            )}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={at}>
          Read it once more
        </a>
      </p>
    </ReportPage>
  );
}

function InTheWay({ todo: { href, text }, at }: { readonly todo: Todo; readonly at: string }) {
  return (
    <li>
      <a class="govuk-link" href={href.startsWith("#") ? `${at}${href}` : href}>
        {text}
      </a>
    </li>
  );
}

export type ReleasedModel = {
  readonly release: StoredRelease;
  readonly report: Report;
  readonly by: string;
  readonly isReleaser: boolean;
  readonly draftHref: string | null;
  readonly done: string | undefined;
  readonly fault: string | null;
};

/** A released report. */
export function ReleasedPage({ site, model }: { readonly site: Site; readonly model: ReleasedModel }) {
  const { release, report, by, isReleaser, draftHref, done, fault } = model;
  const errors = fault === null ? [] : [{ text: fault, href: "#reason" }];
  return (
    <ReportPage site={site} title={report.title} audience="published" above={[]} wide done={done} errors={errors}>
      <p class="govuk-body app-muted">{`Released ${longInstant(release.at)} by ${by}.`}</p>
      {release.withdrawn !== null && (
        <InsetText>{`This report was taken back ${longInstant(release.withdrawn.at)}: ${release.withdrawn.reason}`}</InsetText>
      )}
      <Downloads marking="" hrefOf={(format) => `/reports/released/${release.id}/${format}`} />
      {draftHref !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={draftHref}>
            The draft it was released from
          </a>
        </p>
      )}
      {isReleaser && release.withdrawn === null && <TakeBack site={site} id={release.id} fault={fault} />}
      <hr class="app-report__page-break" />
      <ReportBody report={report} beside={() => null} />
      <p class="govuk-body">
        Checksum: <code class="app-checksum">{release.checksum}</code>
      </p>
    </ReportPage>
  );
}

function TakeBack({ site, id, fault }: { readonly site: Site; readonly id: number; readonly fault: string | null }) {
  return (
    <Details summary="Take it back" open={fault !== null}>
      <Form site={site} action={`/reports/released/${id}/take-back`}>
        <Textarea
          id="reason"
          name="reason"
          label="Why it is taken back"
          hint="Its readers are shown it no longer; the record of it stays."
          rows={3}
          {...(fault === null ? {} : { error: fault })}
        />
        <Button class="govuk-button--secondary">Take it back</Button>
      </Form>
    </Details>
  );
}

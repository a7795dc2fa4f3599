/** The list of published editions, by scorecard, newest first. */
import { EDITION_KIND_WORDS } from "../../../domain/edition.ts";
import { Button } from "../../components/button/button.tsx";
import { Choices } from "../../components/choices/choices.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import type { EditionSummary } from "../../services.ts";
import { may } from "../../viewer.ts";
import { longInstant, periodNamed } from "../../words.ts";
import type { PeriodCards } from "../sign-off/period-cards.ts";
import { PublishAll } from "../sign-off/period-view.tsx";

export type EditionsPageProps = {
  readonly site: Site;
  readonly editions: readonly EditionSummary[];
  /** The scorecards of the newest period, for those who publish. */
  readonly toPublish: PeriodCards | null;
  /** Whether anybody may read editions, for those who decide it. */
  readonly isPublic: boolean | null;
  readonly done: string | null;
};

/** The page. */
export function EditionsPage({ site, editions, toPublish, isPublic, done }: EditionsPageProps) {
  const groups = [...Map.groupBy(editions, ({ title }) => title)];
  return (
    <Page site={site} title="Editions" part="/editions" audience="published">
      {done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Published editions</h1>
      {toPublish && (
        <>
          <PublishAll site={site} period={toPublish} />
          <p class="govuk-body">
            <a class="govuk-link" href="/sign-off">
              Sign off and publish one scorecard
            </a>
          </p>
        </>
      )}
      {editions.length === 0 && (
        <p class="govuk-body">
          Nothing has been published yet. An edition appears here when a scorecard has been signed off and published.
        </p>
      )}
      {groups.map(([title, own]) => (
        <EditionTable key={title} title={title} editions={own} leadsToChanges={may(site.viewer, "see-figures")} />
      ))}
      {editions.length > 1 && <CompareTwo editions={editions} />}
      {isPublic !== null && <Opening site={site} isPublic={isPublic} />}
    </Page>
  );
}

type EditionTableProps = {
  readonly title: string;
  readonly editions: readonly EditionSummary[];
  /** What would differ today counts cases: for people with a need only. */
  readonly leadsToChanges: boolean;
};

function EditionTable({ title, editions, leadsToChanges }: EditionTableProps) {
  return (
    <Table
      class="app-cards"
      caption={title}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["Edition", "Period", "Kind", "Published", ...(leadsToChanges ? ["Since then"] : [])].map((content) => ({
        content,
      }))}
      rows={editions.map(({ id, period, kind, corrects, publishedAt, publishedBy }) => [
        { content: <EditionLink id={id} /> },
        { content: periodNamed(period), attributes: { "data-label": "Period" } },
        {
          content: (
            <span>
              {EDITION_KIND_WORDS[kind]}
              {corrects && ", corrects "}
              {corrects && <EditionLink id={corrects} />}
            </span>
          ),
          attributes: { "data-label": "Kind" },
        },
        { content: `${longInstant(publishedAt)} by ${publishedBy}`, attributes: { "data-label": "Published" } },
        ...(leadsToChanges ? [{ content: <ChangesLink id={id} />, attributes: { "data-label": "Since then" } }] : []),
      ])}
    />
  );
}

function ChangesLink({ id }: { readonly id: string }) {
  return (
    <a class="govuk-link" href={`/editions/${id}/changes`}>
      What has changed since<span class="govuk-visually-hidden">{` ${id} was published`}</span>
    </a>
  );
}

function EditionLink({ id }: { readonly id: string }) {
  return (
    <a class="govuk-link" href={`/editions/${id}`}>
      {id}
    </a>
  );
}

function CompareTwo({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const options = (chosen: number) =>
    editions.map(({ id, title }, index) => ({ value: id, text: `${title}: ${id}`, selected: index === chosen }));
  return (
    <>
      <h2 class="govuk-heading-m">Compare two editions</h2>
      <Choices action="/editions/compare">
        <Select id="before" name="before" label="Earlier" options={options(1)} />
        <Select id="after" name="after" label="Later" options={options(0)} />
      </Choices>
    </>
  );
}

function Opening({ site, isPublic }: { readonly site: Site; readonly isPublic: boolean }) {
  return (
    <Details summary="Who may read published editions">
      <p class="govuk-body">
        {isPublic
          ? "Anybody who can reach this address may read published editions, without signing in."
          : "Only people who sign in and whose role permits it may read published editions."}
      </p>
      <Form site={site} action="/editions/readers">
        <input type="hidden" name="public" value={isPublic ? "no" : "yes"} />
        <Button class="govuk-button--secondary">
          {isPublic ? "Let only those who sign in read them" : "Let anybody read them without signing in"}
        </Button>
      </Form>
    </Details>
  );
}

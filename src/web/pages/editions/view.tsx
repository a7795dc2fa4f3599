/** Published editions: the list, and what is known of one. */
import { EDITION_KIND_WORDS, type EditionFacts } from "../../../domain/edition.ts";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import type { EditionSummary } from "../../services.ts";
import { longInstant } from "../../words.ts";

/** The list of editions, newest first. */
export function EditionsPage({
  site,
  editions,
}: {
  readonly site: Site;
  readonly editions: readonly EditionSummary[];
}) {
  const named = (name: string) => ({ "data-label": name });
  return (
    <Page site={site} title="Editions" part="/editions">
      <h1 class="govuk-heading-l">Editions</h1>
      {editions.length === 0 ? (
        <p class="govuk-body">
          Nothing has been published yet. Publish a scorecard with <code>waymark publish</code>.
        </p>
      ) : (
        <Table
          class="app-cards"
          caption="Published editions, newest first"
          firstCellIsHeader
          head={["Edition", "Scorecard", "Period", "Kind", "Published"].map((content) => ({ content }))}
          rows={editions.map(({ id, title, period, kind, publishedAt, publishedBy }) => [
            {
              content: (
                <a class="govuk-link" href={`/editions/${id}`}>
                  {id}
                </a>
              ),
            },
            { content: title, attributes: named("Scorecard") },
            { content: period, attributes: named("Period") },
            { content: EDITION_KIND_WORDS[kind], attributes: named("Kind") },
            { content: `${longInstant(publishedAt)} by ${publishedBy}`, attributes: named("Published") },
          ])}
        />
      )}
    </Page>
  );
}

export type EditionPageProps = { readonly site: Site; readonly edition: EditionSummary; readonly facts: EditionFacts };

/** One edition: its facts, sign-off, revisions and files. */
export function EditionPage({ site, edition, facts }: EditionPageProps) {
  const { id } = edition;
  return (
    <Page site={site} title={`Edition ${id}`} part="/editions" above={[{ text: "Editions", href: "/editions" }]}>
      <h1 class="govuk-heading-l">{`Edition ${id}`}</h1>
      <SummaryList
        rows={[
          { key: "Scorecard", value: edition.title },
          { key: "Period", value: edition.period },
          { key: "Kind", value: EDITION_KIND_WORDS[facts.kind] },
          ...(facts.reason === null ? [] : [{ key: "Reason", value: facts.reason }]),
          ...(facts.corrects === null ? [] : [{ key: "Corrects", value: facts.corrects }]),
          { key: "Published", value: `${longInstant(facts.publishedAt)} by ${facts.publishedBy}` },
          {
            key: "Signed off",
            value: facts.signOff.map(({ role, person, at }) => `${role}: ${person}, ${longInstant(at)}`).join("; "),
          },
          { key: "Checksum", value: <code class="app-checksum">{edition.checksum}</code> },
        ]}
      />
      <h2 class="govuk-heading-m">As published</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`/editions/${id}/page`}>
            The page
          </a>
        </li>
        {edition.files.map((name) => (
          <li key={name}>
            <a class="govuk-link" href={`/editions/${id}/${name}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Since then</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/editions/${id}/changes`}>
          What would differ today, and why
        </a>
      </p>
      <h2 class="govuk-heading-m">Revisions</h2>
      {facts.revisions.length === 0 ? (
        <p class="govuk-body">It revises nothing.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {facts.revisions.map(({ reference, title, what, period, before, after, sentence }) => (
            <li key={`${reference} ${what} ${period}`}>
              {`${reference} ${title}, ${what}, ${period}: ${before} became ${after}. ${sentence}`}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

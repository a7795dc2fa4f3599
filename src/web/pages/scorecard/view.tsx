/** A scorecard: whom its figures are for, what may be chosen, how many of each, then one table a section. */
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Page } from "../../components/page/page.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import type { Site } from "../../context.ts";
import { longDate } from "../../words.ts";
import { CardForm } from "./card-form.tsx";
import { CountTables } from "./count-tables.tsx";
import { Narrative } from "./narrative.tsx";
import type { ScorecardView } from "./present.ts";
import { SectionTable } from "./section-table.tsx";

export type ScorecardPageProps = {
  readonly site: Site;
  readonly scorecard: ScorecardView;
  /** Whether the viewer may see both views, so that there is something to switch between. */
  readonly views: { readonly live: boolean; readonly published: boolean };
};

/** The scorecard's page, live or as published. */
export function ScorecardPage({ site, scorecard, views }: ScorecardPageProps) {
  const { id, title, edition, rows } = scorecard;
  const isNarrowed = rows.shown < rows.all;
  return (
    <Page
      site={site}
      title={edition === null ? title : `${title}, published`}
      part="/"
      above={[{ text: "Home", href: "/" }]}
      audience={edition === null ? "internal" : "published"}
      wide
    >
      <h1 class="govuk-heading-l app-scorecard__heading">{title}</h1>
      <p class="govuk-body app-muted app-scorecard__span">
        {`${scorecard.span}. `}
        <a class="govuk-link app-no-print" href="/help/scorecards">
          What is this?
        </a>{" "}
        {site.viewer !== null && (
          <a
            class="govuk-link app-no-print"
            href={`/reports?${edition === null ? `scorecard=${id}` : `edition=${edition.id}`}`}
          >
            Reports of this scorecard
          </a>
        )}
      </p>
      {scorecard.description !== "" && <p class="govuk-body">{scorecard.description}</p>}
      {views.live && views.published && (
        <WindowLinks
          label="Internal or published figures"
          links={[
            { text: "Live, internal", href: `/scorecards/${id}`, current: edition === null },
            { text: "As published", href: `/scorecards/${id}/published`, current: edition !== null },
          ]}
        />
      )}
      {edition !== null && <EditionLine edition={edition} seesLive={views.live} />}
      <CardForm scorecard={scorecard} />
      {scorecard.counts.length > 0 && <p class="govuk-body app-scorecard__counts">{scorecard.counts.join(" ")}</p>}
      {scorecard.chosen.team !== null && (
        <p class="govuk-body">
          Only what can be counted for one team is shown, without comments or targets of numbers.
        </p>
      )}
      <CountTables tables={scorecard.countTables} />
      <ShorthandKey signs={scorecard.shorthands} />
      <Narrative comments={scorecard.comments} title="On the scorecard as a whole" />
      {isNarrowed && (
        <p class="govuk-body app-no-print">
          {`${rows.shown} of ${rows.all} indicators shown. `}
          <a class="govuk-link" href={scorecard.allRows}>
            Show all
          </a>
        </p>
      )}
      {rows.shown === 0 && <NoRows isNarrowed={isNarrowed} />}
      {scorecard.sections.map((section) => (
        <SectionTable key={section.id} section={section} scorecard={scorecard} />
      ))}
    </Page>
  );
}

function EditionLine({
  edition,
  seesLive,
}: {
  readonly edition: NonNullable<ScorecardView["edition"]>;
  readonly seesLive: boolean;
}) {
  const { id, period, publishedAt } = edition;
  return (
    <p class="govuk-body">
      {`Published edition of ${period}, ${longDate(publishedAt.slice(0, 10))}. Its figures do not change. `}
      <a class="govuk-link" href={`/editions/${id}`}>
        About this edition, and its files
      </a>
      {seesLive && (
        <>
          {". "}
          <a class="govuk-link" href={`/editions/${id}/changes`}>
            What has changed since
          </a>
        </>
      )}
    </p>
  );
}

function NoRows({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <InsetText>
      {isNarrowed
        ? "No indicator is like that. Choose another rating, direction or signal."
        : "This scorecard has no indicators yet. Add them under Definitions."}
    </InsetText>
  );
}

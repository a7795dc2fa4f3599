/** A scorecard: one table a section, thirteen periods a row, the latest marked, and the shape of each row at its end. */
import { Choices } from "../../components/choices/choices.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { Page } from "../../components/page/page.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Select } from "../../components/select/select.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import type { Site } from "../../context.ts";
import type { IndicatorView, ScorecardView, SectionView } from "./present.ts";

/** The scorecard's page. */
export function ScorecardPage({ site, scorecard }: { readonly site: Site; readonly scorecard: ScorecardView }) {
  return (
    <Page site={site} title={scorecard.title} part="/" above={[{ text: "Scorecards", href: "/" }]} wide>
      <h1 class="govuk-heading-l app-scorecard__heading">{scorecard.title}</h1>
      <p class="govuk-body app-muted">{scorecard.span}</p>
      <p class="govuk-body">{scorecard.description}</p>
      <Choices action={`/scorecards/${scorecard.id}`}>
        <Select id="lastMonth" name="lastMonth" label="Last month shown" options={scorecard.lastMonths} />
        <Select id="section" name="section" label="Section" options={scorecard.sectionOptions} />
      </Choices>
      {scorecard.counts.map((line) => (
        <p class="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <ShorthandKey signs={scorecard.shorthands} />
      {scorecard.sections.map((section) => (
        <SectionTable key={section.id} section={section} columns={scorecard.columns} />
      ))}
    </Page>
  );
}

type Columns = ScorecardView["columns"];

function SectionTable({ section, columns }: { readonly section: SectionView; readonly columns: Columns }) {
  const isJudged = section.indicators.some(({ judged }) => judged !== null);
  return (
    <section class="app-scorecard" aria-labelledby={`h-${section.id}`}>
      <h2 class="govuk-heading-m" id={`h-${section.id}`}>
        {section.title}
      </h2>
      {section.scope && <p class="govuk-body">{section.scope}</p>}
      <table class="app-scorecard__table">
        <caption class="govuk-visually-hidden">
          {`${section.title}: figures for ${columns.length} periods, oldest first`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Measure</th>
            {columns.map(({ short, label }, index) => (
              <th key={label} scope="col" class={index === columns.length - 1 ? "app-scorecard__latest" : undefined}>
                {short}
              </th>
            ))}
            {isJudged && (
              <>
                <th scope="col" class="app-scorecard__target">
                  Target
                </th>
                <th scope="col" class="app-scorecard__rating">
                  Rating, direction
                </th>
              </>
            )}
            <th scope="col">Trend</th>
          </tr>
        </thead>
        <tbody>
          {section.indicators.map((indicator) => (
            <IndicatorRow key={indicator.reference} indicator={indicator} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Cells carry no classes of their own: a scorecard has over a thousand, and the table's style knows them by their place. */
function IndicatorRow({ indicator, columns }: { readonly indicator: IndicatorView; readonly columns: Columns }) {
  const { reference, title, href, window, note, comparison, cells, judged, sparkline } = indicator;
  const last = cells.length - 1;
  return (
    <tr>
      <td class="app-scorecard__reference">{reference}</td>
      <th scope="row">
        <a class="govuk-link" href={href}>
          {title}
        </a>
        {window && <span class="app-scorecard__window">{window}</span>}
        {note && <span class="app-scorecard__window">{note}</span>}
        {comparison && <span class="app-scorecard__window">{comparison}</span>}
        {judged?.rating.warnings.map((warning) => (
          <span class="app-scorecard__window" key={warning}>
            {warning}
          </span>
        ))}
        {judged?.faults.map((fault) => (
          <span class="app-scorecard__fault" key={fault}>
            {`Does not add up: ${fault}`}
          </span>
        ))}
      </th>
      {cells.map(({ shown }, index) => (
        <td key={index} class={index === last ? "app-scorecard__latest" : undefined} data-label={columns[index]?.short}>
          {shown}
        </td>
      ))}
      {judged && (
        <>
          <td class="app-scorecard__target" data-label="Target">
            {judged.target}
          </td>
          <td class="app-scorecard__rating" data-label="Rating and direction">
            <RatingTag word={judged.rating.word} sentence={judged.rating.sentence} />
            <DirectionOfTravel {...judged.direction} />
          </td>
        </>
      )}
      {sparkline === null ? (
        <td class="app-scorecard__trend">No figures</td>
      ) : (
        <td class="app-scorecard__trend" dangerouslySetInnerHTML={{ __html: sparkline }} />
      )}
    </tr>
  );
}

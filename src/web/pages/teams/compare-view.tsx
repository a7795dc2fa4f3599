/** Teams beside each other on one measure. */
import { Choices } from "../../components/choices/choices.tsx";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import type { CompareView } from "./compare-present.ts";

/** The comparison's page. */
export function ComparePage({ site, view }: { readonly site: Site; readonly view: CompareView }) {
  const isPublished = view.audience === "published";
  const seesTeams = may(site.viewer, "see-teams");
  return (
    <Page
      site={site}
      title={`Compare teams: ${view.title}`}
      part={seesTeams ? "/teams" : "/measures"}
      above={seesTeams ? [{ text: "Teams", href: "/teams?all=yes" }] : [{ text: "Measures", href: "/measures" }]}
      wide
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Compare teams</span>
        {view.title}
      </h1>
      <WindowLinks label="Internal or published figures" links={view.views} />
      {isPublished && (
        <p class="govuk-body">
          Small numbers, and what would tell them, are hidden here as they would be on publication.
        </p>
      )}
      <Choices action="/teams/compare">
        <Select id="measure" name="measure" label="Measure" options={view.measures} class="app-compare__measure" />
        <Select id="window" name="window" label="Window" options={view.windows} />
        <Select id="lastMonth" name="lastMonth" label="Up to" options={view.months} />
        <input type="hidden" name="as" value={view.audience} />
      </Choices>
      <p class="govuk-body">
        {view.definition} {view.good}{" "}
        <a class="govuk-link" href={`/measures/${view.measureId}`}>
          About this measure
        </a>
      </p>
      {view.rows.length === 0 ? (
        <p class="govuk-body">Nothing was counted for any team in these periods. Choose another window or month.</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">{view.period}</h2>
          {view.chart !== null && <FigureChart {...view.chart} />}
          <ShorthandKey signs={view.shorthands} />
          <Through view={view} />
        </>
      )}
    </Page>
  );
}

function Through({ view }: { readonly view: CompareView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="app-lines" aria-label="Teams through time" tabIndex={0}>
      <table class="govuk-table app-lines__table">
        <caption class="govuk-table__caption govuk-table__caption--m">Through time</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Team
            </th>
            {view.periods.map((period) => (
              <th key={period} scope="col" class="govuk-table__header govuk-table__header--numeric">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {view.rows.map(({ team, href, cells }) => (
            <tr key={team} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {href === null ? (
                  team
                ) : (
                  <a class="govuk-link" href={href}>
                    {team}
                  </a>
                )}
              </th>
              {cells.map((cell, index) => (
                <td key={index} class="govuk-table__cell govuk-table__cell--numeric">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

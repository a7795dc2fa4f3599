/** The teams one may look at, by kind of work, each with its load and what is late. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { longDate } from "../../words.ts";

export type TeamLine = {
  readonly name: string;
  readonly href: string;
  /** Kind of work: "Safeguarding"; "" where not told. */
  readonly service: string;
  readonly workers: number;
  readonly children: number;
  readonly overdue: number;
  readonly soon: number;
};

export type TeamsView = {
  readonly on: string;
  /** Teams at work, by kind of work. */
  readonly teams: readonly TeamLine[];
  /** Measures that can be told by team, A to Z. */
  readonly measures: readonly { readonly value: string; readonly text: string }[];
  /** Teams that no longer work: their history stays. */
  readonly closed: readonly TeamLine[];
};

/** The list of teams. */
export function TeamsPage({ site, view }: { readonly site: Site; readonly view: TeamsView }) {
  return (
    <Page site={site} title="Teams" part="/teams">
      <h1 class="govuk-heading-l">Teams</h1>
      {view.teams.length === 0 ? (
        <p class="govuk-body">
          There is no team you may look at. Whoever gives access to Waymark here can give you a team or a service.
        </p>
      ) : (
        <p class="govuk-body">
          As at {longDate(view.on)}. Overdue and due soon count visits, reviews, assessments and the like.
        </p>
      )}
      {may(site.viewer, "see-figures") && (
        <form method="get" action="/teams/compare" class="app-choices">
          <Select id="measure" name="measure" label="Compare teams on a measure" options={view.measures} />
          <Button class="govuk-button--secondary">Compare</Button>
        </form>
      )}
      <ul class="govuk-list">
        {may(site.viewer, "see-cases") && (
          <li>
            <a class="govuk-link" href="/lists">
              Kept lists and trackers
            </a>
          </li>
        )}
      </ul>
      {view.teams.length > 0 && <Teams teams={view.teams} />}
      {view.closed.length > 0 && (
        <Details summary="Teams that no longer work">
          <ul class="govuk-list">
            {view.closed.map(({ name, href }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}

function Teams({ teams }: { readonly teams: readonly TeamLine[] }) {
  const heads = ["Workers", "Children", "Overdue", "Due soon"];
  return (
    <Table
      class="app-cards"
      caption="Teams, their load and what is late"
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[{ content: "Team" }, { content: "Kind of work" }, ...heads.map((content) => ({ content, numeric: true }))]}
      rows={teams.map(({ name, href, service, workers, children, overdue, soon }) => [
        {
          content: (
            <a class="govuk-link" href={href}>
              {name}
            </a>
          ),
        },
        { content: service, attributes: { "data-label": "Kind of work" } },
        ...[workers, children, overdue, soon].map((number, index) => ({
          content: number.toLocaleString("en-GB"),
          numeric: true,
          attributes: { "data-label": heads[index] ?? "" },
        })),
      ])}
    />
  );
}

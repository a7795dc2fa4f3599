/** A team's profile: what can still be done, who holds how many children, and every measure beside service and target. */
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { Page } from "../../components/page/page.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { SummaryList, type SummaryRow } from "../../components/summary-list/summary-list.tsx";
import type { Site } from "../../context.ts";
import type { Shorthand } from "../../figure-cell.ts";
import { longDate } from "../../words.ts";
import type { AreaView, DueView, LoadView } from "./present.ts";
import { AreaTables, DueSummary } from "./profile-parts.tsx";

export type TeamView = {
  readonly name: string;
  readonly href: string;
  /** "Safeguarding". */
  readonly service: string;
  readonly on: string;
  readonly dataTo: string;
  readonly facts: readonly SummaryRow[];
  readonly due: DueView;
  readonly mayList: boolean;
  readonly loads: readonly LoadView[];
  readonly chart: { readonly wide: string; readonly narrow: string } | null;
  readonly areas: readonly AreaView[];
  readonly shorthands: readonly Shorthand[];
};

/** The profile's page. */
export function TeamPage({ site, team }: { readonly site: Site; readonly team: TeamView }) {
  const hrefOf = (kind: string, state: string): string => `${team.href}/due?${new URLSearchParams({ kind, state })}`;
  return (
    <Page site={site} title={team.name} part="/teams" above={[{ text: "Teams", href: "/teams?all=yes" }]} wide>
      <h1 class="govuk-heading-l">
        {team.service !== "" && <span class="govuk-caption-l">{team.service}</span>}
        {team.name}
      </h1>
      <p class="govuk-body">{asAtWords(team)}</p>
      <SummaryList rows={team.facts} class="app-team__facts" />

      <h2 class="govuk-heading-m">What can still be done</h2>
      <DueSummary due={team.due} hrefOf={team.mayList ? hrefOf : null} />
      {team.mayList && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${team.href}/due`}>
            Everything overdue or due soon, soonest first
          </a>
          {" · "}
          <a class="govuk-link" href="/lists">
            Kept lists and trackers
          </a>
          {" · "}
          <a class="govuk-link" href="/recording-errors">
            Recording errors and explanations
          </a>
        </p>
      )}

      <h2 class="govuk-heading-m">Caseload and timeliness of each worker</h2>
      {team.loads.length === 0 ? (
        <p class="govuk-body">No worker of this team held a child on {longDate(team.on)}.</p>
      ) : (
        <>
          {team.chart !== null && <FigureChart {...team.chart} />}
          <Loads loads={team.loads} href={team.href} />
        </>
      )}

      <h2 class="govuk-heading-m">Every measure</h2>
      <ShorthandKey signs={team.shorthands} />
      {team.areas.length === 0 ? (
        <p class="govuk-body">Nothing was counted for this team in the last thirteen periods.</p>
      ) : (
        <AreaTables areas={team.areas} own="Team" />
      )}
    </Page>
  );
}

/** "As at 10 April 2026. The data goes to 31 March 2026: what was recorded since is not here yet." */
export function asAtWords({ on, dataTo }: { readonly on: string; readonly dataTo: string }): string {
  const since = on > dataTo ? ` The data goes to ${longDate(dataTo)}: what was recorded since is not here yet.` : "";
  return `As at ${longDate(on)}.${since}`;
}

function Loads({ loads, href }: { readonly loads: readonly LoadView[]; readonly href: string }) {
  const heads = ["Children held", "Overdue", "Due soon", "Assessments in time, 12 months"];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="app-lines" aria-label="Caseload and timeliness of each worker" tabIndex={0}>
      <table class="govuk-table app-loads">
        <caption class="govuk-table__caption govuk-visually-hidden">Caseload and timeliness of each worker</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Worker
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" class="govuk-table__header govuk-table__header--numeric">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {loads.map(({ worker, children, overdue, soon, inTime }) => (
            <tr key={worker} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={`${href}/workers/${encodeURIComponent(worker)}`}>
                  {worker}
                </a>
              </th>
              {[children, overdue, soon, inTime].map((cell, index) => (
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

/** One session: each team with how much stands out, what is overdue and what is open, and the session's own steps. */
import { Button } from "../../components/button/button.tsx";
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { Notice } from "./notice.tsx";

export type TeamSummary = {
  readonly team: string;
  readonly href: string;
  readonly red: number;
  readonly amber: number;
  readonly unusual: number;
  readonly overdue: number;
  readonly openActions: number;
  readonly recorded: number;
};

export type SessionModel = {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  readonly day: string;
  readonly isHeld: boolean;
  readonly isWithdrawn: boolean;
  readonly isRunner: boolean;
  /** "Figures to 31 March 2026, as they stood on …" */
  readonly about: string;
  readonly teams: readonly TeamSummary[];
  readonly promises: readonly string[];
  readonly done: string | null;
};

/** The page of a session. */
export function SessionPage({ site, session }: { readonly site: Site; readonly session: SessionModel }) {
  const { id, title, day, about, isHeld, isWithdrawn, isRunner, promises } = session;
  return (
    <Page site={site} title={title} part="/challenge" above={[{ text: "Challenge", href: "/challenge" }]} wide>
      <Notice done={session.done} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{day}</span>
        {title}
      </h1>
      <p class="govuk-body">
        <Tag class={isWithdrawn ? "govuk-tag--grey" : isHeld ? "govuk-tag--green" : "govuk-tag--blue"}>
          {isWithdrawn ? "Taken away" : isHeld ? "Held" : "Planned"}
        </Tag>{" "}
        {about}
      </p>
      {!isWithdrawn && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={`/challenge/${id}/print`}>
            Pack to print
          </a>{" "}
          {site.viewer !== null && may(site.viewer, "see-teams") && session.teams.length > 0 && (
            <a
              class="govuk-link"
              href={`/reports?${new URLSearchParams(session.teams.map(({ team }) => ["team", team]))}`}
            >
              Reports of these teams
            </a>
          )}
        </p>
      )}
      <Teams teams={session.teams} />
      {promises.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Promises that have come due</h2>
          <ul class="govuk-list govuk-list--bullet">
            {promises.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {isRunner && <Steps site={site} session={session} />}
    </Page>
  );
}

function Teams({ teams }: { readonly teams: readonly TeamSummary[] }) {
  const columns = ["Red", "Amber and worse", "Unusual", "Overdue", "Open actions", "Challenges recorded"];
  return (
    <CardTable
      caption="Teams"
      columns={[{ text: "Team" }, ...columns.map((text) => ({ text, numeric: true }))]}
      rows={teams.map((one) => [
        <a class="govuk-link" href={one.href}>
          {one.team}
        </a>,
        one.red,
        one.amber,
        one.unusual,
        one.overdue,
        one.openActions,
        one.recorded,
      ])}
    />
  );
}

function Steps({ site, session }: { readonly site: Site; readonly session: SessionModel }) {
  const { id, version, isHeld, isWithdrawn } = session;
  const at = <input type="hidden" name="version" value={version} />;
  if (isWithdrawn)
    return (
      <Form site={site} action={`/challenge/${id}/restore`}>
        {at}
        <Button>Bring the session back</Button>
      </Form>
    );
  return (
    <div class="app-no-print">
      {!isHeld && (
        <Form site={site} action={`/challenge/${id}/hold`}>
          {at}
          <p class="govuk-body">
            Holding the session keeps its pack as it stands now, so that next month shows what was said. Recording the
            first challenge holds it too.
          </p>
          <Button>Hold the session</Button>
        </Form>
      )}
      <Details summary="Change or take away this session">
        {!isHeld && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/challenge/${id}/edit`}>
              Change its name, day or teams
            </a>
          </p>
        )}
        <Form site={site} action={`/challenge/${id}/withdraw`}>
          {at}
          <Button class="govuk-button--warning">Take the session away</Button>
        </Form>
      </Details>
    </div>
  );
}

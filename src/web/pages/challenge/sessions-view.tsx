/** Every session one may see: those ahead, those held, and the way to the next pack. */
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { Notice } from "./notice.tsx";

export type SessionRow = {
  readonly href: string;
  readonly title: string;
  readonly day: string;
  readonly teams: string;
  readonly openActions: string;
};

export type SessionsModel = {
  readonly planned: readonly SessionRow[];
  readonly held: readonly SessionRow[];
  readonly done: string | null;
  /** Brings back the session just taken away. */
  readonly promises: number;
};

/** The first page of challenge. */
export function SessionsPage({ site, sessions }: { readonly site: Site; readonly sessions: SessionsModel }) {
  const isRunner = may(site.viewer, "run-challenge");
  const { planned, held, promises } = sessions;
  return (
    <Page site={site} title="Challenge sessions" part="/challenge" audience="none">
      <Notice done={sessions.done} />
      <h1 class="govuk-heading-l">Challenge sessions</h1>
      <p class="govuk-body">
        A session asks each team about what stands out in its figures, and agrees what will be done. Actions come back
        until they are done.
      </p>
      {isRunner && (
        <a class="govuk-button" href="/challenge/new">
          Build a challenge pack
        </a>
      )}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/actions">
            Actions
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/challenge/promises">
            Promises made in comments
          </a>
          {isRunner && promises > 0 && ` (${promises} to confirm)`}
        </li>
      </ul>
      {planned.length > 0 && <Rows caption="Planned" rows={planned} />}
      {held.length > 0 && <Rows caption="Held" rows={held} />}
      {planned.length + held.length === 0 && (
        <p class="govuk-inset-text">
          No session has been planned{isRunner ? ": build the first pack with the button above." : " for your teams."}
        </p>
      )}
    </Page>
  );
}

function Rows({ caption, rows }: { readonly caption: string; readonly rows: readonly SessionRow[] }) {
  return (
    <CardTable
      caption={caption}
      columns={[{ text: "Session" }, { text: "Day" }, { text: "Teams" }, { text: "Open actions" }]}
      rows={rows.map(({ href, title, day, teams, openActions }) => [
        <a class="govuk-link" href={href}>
          {title}
        </a>,
        day,
        teams,
        openActions,
      ])}
    />
  );
}

/** A worker's profile: children held, what is due, and every measure beside the service and the authority. */
import { Page } from "../../components/page/page.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import type { Site } from "../../context.ts";
import type { Shorthand } from "../../figure-cell.ts";
import { countOf } from "../../words.ts";
import type { AreaView, DueView } from "../team/present.ts";
import { AreaTables, DueSummary } from "../team/profile-parts.tsx";
import { asAtWords } from "../team/view.tsx";

export type WorkerView = {
  readonly name: string;
  readonly team: string;
  readonly teamHref: string;
  readonly on: string;
  readonly dataTo: string;
  readonly children: number;
  readonly due: DueView;
  readonly mayList: boolean;
  readonly areas: readonly AreaView[];
  readonly shorthands: readonly Shorthand[];
};

/** The profile's page. */
export function WorkerPage({ site, worker }: { readonly site: Site; readonly worker: WorkerView }) {
  const due = (kind: string, state: string): string =>
    `${worker.teamHref}/due?${new URLSearchParams({ kind, state, worker: worker.name })}`;
  return (
    <Page
      site={site}
      title={`${worker.name}, ${worker.team}`}
      part="/teams"
      above={[
        { text: "Teams", href: "/teams?all=yes" },
        { text: worker.team, href: worker.teamHref },
      ]}
      wide
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{worker.team}</span>
        {worker.name}
      </h1>
      <p class="govuk-body">{`${asAtWords(worker)} Holds ${countOf(worker.children, "child", "children")}.`}</p>
      <p class="govuk-body">Small numbers say little of one person’s work: use them to ask, not to judge.</p>

      <h2 class="govuk-heading-m">What can still be done</h2>
      <DueSummary due={worker.due} hrefOf={worker.mayList ? due : null} />

      <h2 class="govuk-heading-m">Every measure</h2>
      <ShorthandKey signs={worker.shorthands} />
      {worker.areas.length === 0 ? (
        <p class="govuk-body">Nothing was counted for this worker in the last thirteen periods.</p>
      ) : (
        <AreaTables areas={worker.areas} own="Worker" />
      )}
    </Page>
  );
}

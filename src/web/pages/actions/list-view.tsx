/** Actions: one's own, then those of one's teams. */
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Choices } from "../../components/choices/choices.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { Notice } from "../challenge/notice.tsx";
import type { ActionView } from "../challenge/present.ts";
import type { ActionsView } from "./present.ts";

/** The page of actions. */
export function ActionsPage({
  site,
  actions,
}: {
  readonly site: Site;
  readonly actions: ActionsView & { readonly done: string | null };
}) {
  const { own, others, found, stateOptions, teamOptions, done } = actions;
  return (
    <Page site={site} title="Actions" part="/challenge" above={[{ text: "Challenge", href: "/challenge" }]} wide>
      <Notice done={done} />
      <h1 class="govuk-heading-l">Actions from challenge sessions</h1>
      <Choices action="/actions">
        <Select id="state" name="state" label="State" options={stateOptions} />
        <Select id="team" name="team" label="Team" options={teamOptions} />
      </Choices>
      <p class="govuk-body" role="status">
        {found}
      </p>
      {own.length > 0 ? <Rows caption="Yours" rows={own} /> : <p class="govuk-body">None of them is yours.</p>}
      {others.length > 0 && <Rows caption="Of your teams" rows={others} />}
      {own.length + others.length === 0 && (
        <p class="govuk-inset-text">
          Actions are agreed in challenge sessions, and come back here until they are done.
        </p>
      )}
    </Page>
  );
}

function Rows({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly (ActionView & { readonly team?: string })[];
}) {
  return (
    <CardTable
      caption={caption}
      columns={[{ text: "Action" }, { text: "Owner" }, { text: "Due" }, { text: "State" }, { text: "Did it work?" }]}
      rows={rows.map(({ href, text, team, owner, due, state, stateClass, outcome, outcomeClass, sentence }) => [
        <a class="govuk-link" href={href}>
          {text}
        </a>,
        team === undefined ? owner : `${owner} (${team})`,
        due,
        <Tag class={stateClass}>{state}</Tag>,
        <div>
          <Tag class={outcomeClass}>{outcome}</Tag>
          <p class="govuk-body-s app-pack__sentence">{sentence}</p>
        </div>,
      ])}
    />
  );
}

/** One action: what was agreed, whether it worked, its history, and the steps one may take. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { FaultSummary, Notice } from "../challenge/notice.tsx";
import type { HistoryView } from "./present.ts";

export type ActionModel = HistoryView & {
  readonly done: string | null;
  /** A note that could not be kept. */
  readonly typed: string;
  readonly faults: Readonly<Record<string, string>>;
};

/** The page of an action. */
export function ActionPage({ site, action }: { readonly site: Site; readonly action: ActionModel }) {
  const { view, faults, done, isWithdrawn, isRunner, mayReport } = action;
  return (
    <Page site={site} title={view.text} part="/challenge" above={[{ text: "Actions", href: "/actions" }]}>
      <FaultSummary faults={faults} />
      <Notice done={done} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{action.team}</span>
        {view.text}
      </h1>
      <SummaryList rows={facts(action)} />
      {mayReport && !isWithdrawn && <Report site={site} action={action} />}
      {isRunner && <Steps site={site} action={action} />}
      <h2 class="govuk-heading-m">History</h2>
      <ol class="govuk-list" reversed>
        {action.notes.map(({ key, what, text, by }) => (
          <li key={key} class="app-said">
            <strong>{what}</strong>
            {text !== "" && <p class="govuk-body app-said__answer">{text}</p>}
            <p class="govuk-body-s app-muted">{by}</p>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function facts({ view, measure, session, isWithdrawn }: ActionModel) {
  return [
    { key: "Owner", value: view.owner },
    { key: "Due", value: view.due },
    {
      key: "State",
      value: (
        <Tag class={isWithdrawn ? "govuk-tag--grey" : view.stateClass}>{isWithdrawn ? "Taken away" : view.state}</Tag>
      ),
    },
    {
      key: "Did it work?",
      value: (
        <>
          <Tag class={view.outcomeClass}>{view.outcome}</Tag> {view.sentence}
        </>
      ),
    },
    {
      key: "Measure",
      value:
        measure === null ? (
          "None is linked."
        ) : (
          <a class="govuk-link" href={measure.href}>
            {measure.title}
          </a>
        ),
    },
    ...(session === null
      ? []
      : [
          {
            key: "Agreed in",
            value: (
              <a class="govuk-link" href={session}>
                The session’s page of the team
              </a>
            ),
          },
        ]),
  ];
}

type Part = { readonly site: Site; readonly action: ActionModel };

function Report({ site, action: { id, typed, faults } }: Part) {
  const address = `/actions/${id}/progress`;
  return (
    <Form site={site} action={address} class="app-no-print" attributes={{ "data-draft": address }}>
      <Textarea id="text" name="text" label="How does it go?" rows={3} value={typed} error={faults.text} />
      <Button class="govuk-button--secondary">Add the note</Button>
    </Form>
  );
}

function Steps({ site, action }: Part) {
  const { id, version, isOpen, isWithdrawn } = action;
  const at = <input type="hidden" name="version" value={version} />;
  if (isWithdrawn)
    return (
      <Form site={site} action={`/actions/${id}/restore`}>
        {at}
        <Button>Undo: bring the action back</Button>
      </Form>
    );
  return (
    <div class="app-no-print">
      <Form site={site} action={`/actions/${id}/${isOpen ? "done" : "reopen"}`}>
        {at}
        <Input
          id={isOpen ? "done-note" : "reopen-note"}
          name="text"
          label={isOpen ? "What was done (optional)" : "Why it is opened again (optional)"}
        />
        <Button>{isOpen ? "The action is done" : "Open the action again"}</Button>
      </Form>
      <Details summary="Change or take away this action">
        <p class="govuk-body">
          <a class="govuk-link" href={`/actions/${id}/edit`}>
            Change what is to be done, by whom or by when
          </a>
        </p>
        <Form site={site} action={`/actions/${id}/withdraw`}>
          {at}
          <Input id="withdraw-note" name="text" label="Why it is taken away (optional)" />
          <Button class="govuk-button--warning">Take the action away</Button>
        </Form>
      </Details>
    </div>
  );
}

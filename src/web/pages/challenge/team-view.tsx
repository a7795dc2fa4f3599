/** One team in a session: its pack, what was said, and the form that records more. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { Heading, type Level } from "./heading.tsx";
import { FaultSummary, Notice } from "./notice.tsx";
import { ActionsBefore, PackParts } from "./pack-parts.tsx";
import type { ActionView, PackView } from "./present.ts";
import { RecordForm, type RecordModel } from "./record-form.tsx";

export type SaidView = {
  readonly id: number;
  readonly version: number;
  readonly question: string;
  readonly answer: string;
  readonly by: string;
  readonly actions: readonly ActionView[];
};

export type TeamModel = {
  readonly session: { readonly id: number; readonly title: string; readonly day: string };
  readonly about: string;
  readonly pack: PackView;
  readonly said: readonly SaidView[];
  /** Actions of this session whose challenge was taken away. */
  readonly loose: readonly ActionView[];
  /** `null` for those who may not record. */
  readonly record: RecordModel | null;
  readonly next: { readonly text: string; readonly href: string } | null;
  readonly done: string | null;
  /** The challenge just taken away, to bring it back. */
  readonly undo: { readonly id: number; readonly version: number } | null;
};

/** The page of a team's challenge. */
export function TeamPage({ site, model }: { readonly site: Site; readonly model: TeamModel }) {
  const { session, pack, said, record, next, undo } = model;
  const above = [
    { text: "Challenge", href: "/challenge" },
    { text: session.title, href: `/challenge/${session.id}` },
  ];
  return (
    <Page site={site} title={`${pack.team}: ${session.title}`} part="/challenge" above={above} wide>
      <FaultSummary faults={record?.faults ?? {}} dates={["due"]} />
      <Notice done={model.done} />
      {undo !== null && (
        <Form site={site} action={`/challenge/said/${undo.id}/restore`}>
          <input type="hidden" name="version" value={undo.version} />
          <Button class="govuk-button--secondary">Undo: bring the challenge back</Button>
        </Form>
      )}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {session.title}, {session.day}
        </span>
        {pack.team}
      </h1>
      <p class="govuk-body app-muted">{model.about}</p>
      {(record !== null || said.length > 0) && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href="#said">
            To what was said{record === null ? "" : " and the form that records it"}
          </a>
        </p>
      )}
      <PackParts pack={pack} />
      <section id="said">
        <h2 class="govuk-heading-m">What was said</h2>
        {said.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
        {said.map((one) => (
          <Said key={one.id} site={site} said={one} mayChange={record !== null} />
        ))}
        {model.loose.length > 0 && <ActionsBefore actions={model.loose} level={3} heading="Actions by themselves" />}
      </section>
      {record !== null && <RecordForm site={site} record={record} />}
      {next !== null && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={next.href}>
            Next team: {next.text}
          </a>
        </p>
      )}
    </Page>
  );
}

/** One challenge, its answer and its actions. */
export function SaidWords({ said, level = 3 }: { readonly said: SaidView; readonly level?: Level }) {
  return (
    <>
      <Heading level={level} class="govuk-heading-s app-said__question">
        {said.question}
      </Heading>
      <p class="govuk-body app-said__answer">{said.answer === "" ? "No answer is recorded." : said.answer}</p>
      {said.actions.map((action) => (
        <p class="govuk-body" key={action.href}>
          <strong>Action:</strong>{" "}
          <a class="govuk-link" href={action.href}>
            {action.text}
          </a>{" "}
          ({action.owner}, by {action.due}; {action.state.toLowerCase()})
        </p>
      ))}
      <p class="govuk-body-s app-muted">{said.by}</p>
    </>
  );
}

function Said({
  site,
  said,
  mayChange,
}: {
  readonly site: Site;
  readonly said: SaidView;
  readonly mayChange: boolean;
}) {
  return (
    <article class="app-said">
      <SaidWords said={said} />
      {mayChange && (
        <Details summary="Change or take away" class="app-no-print">
          <p class="govuk-body">
            <a class="govuk-link" href={`/challenge/said/${said.id}`}>
              Change the words<span class="govuk-visually-hidden"> of “{said.question}”</span>
            </a>
          </p>
          <Form site={site} action={`/challenge/said/${said.id}/withdraw`}>
            <input type="hidden" name="version" value={said.version} />
            <Button class="govuk-button--secondary">
              Take away<span class="govuk-visually-hidden"> “{said.question}”</span>
            </Button>
          </Form>
        </Details>
      )}
    </article>
  );
}

/** A draft's page: what is missing or in conflict on top, then the report with a way to write at every place of it. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { ReportBody } from "./body.tsx";
import { Downloads } from "./downloads.tsx";
import { markingWords } from "./marking-words.ts";
import { type DraftModel, linksBeside, type Todo } from "./present-draft.ts";
import { ReportPage } from "./report-page.tsx";

type Props = { readonly site: Site; readonly model: DraftModel };

/** The page. */
export function DraftPage({ site, model, done }: Props & { readonly done: string | undefined }) {
  const { open, standing, marking } = model;
  const { draft, made, isWriter } = open;
  return (
    <ReportPage
      site={site}
      title={made.report.title}
      audience={made.report.audience === "internal" ? "internal" : "draft"}
      above={[]}
      wide
      done={done}
    >
      <p class="govuk-body app-muted">{standing}</p>
      {draft.isWithdrawn && <InsetText>This report was withdrawn. Put it back to go on with it.</InsetText>}
      <ToDo model={model} />
      <Steps site={site} model={model} />
      <Downloads marking={markingWords(marking)} hrefOf={(format) => `/reports/drafts/${draft.id}/${format}`} />
      <hr class="app-report__page-break" />
      <ReportBody
        report={made.report}
        beside={(block) => (isWriter ? <Beside links={linksBeside(open, block)} /> : null)}
      />
    </ReportPage>
  );
}

function ToDo({ model }: Pick<Props, "model">) {
  const { gaps, conflicts, flags, unpublished, open, maySignOff } = model;
  const count = gaps.length + conflicts.length + flags.length;
  if (count === 0 && unpublished === null)
    return (
      <div class="app-report-todo app-report-todo--ready">
        <p class="govuk-body">Nothing is missing.</p>
      </div>
    );
  return (
    <section class="app-report-todo" aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        {open.draft.audience === "published" ? "Before it can be released" : "Before it is finished"}
      </h2>
      <TodoList title={`${countOf(gaps.length, "place")} still to be written`} todos={gaps} />
      <TodoList title={`${countOf(conflicts.length, "conflict")} with the data as they now stand`} todos={conflicts} />
      <TodoList title="Words that could tell of a person, or of a number the public may not see" todos={flags} />
      {unpublished !== null && (
        <p class="govuk-body">
          The figures have not been published as an edition, so no public report of them can be released.{" "}
          {maySignOff && (
            <a class="govuk-link" href={unpublished}>
              Sign them off and publish them
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function TodoList({ title, todos }: { readonly title: string; readonly todos: readonly Todo[] }) {
  if (todos.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {todos.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Steps({ site, model }: Props) {
  const { open, asks, released, mayRelease } = model;
  const { draft, isWriter } = open;
  const at = `/reports/drafts/${draft.id}`;
  return (
    <>
      <ul class="govuk-list app-no-print">
        {isWriter && asks > 0 && (
          <li>
            <a class="govuk-link" href={`${at}/answers`}>
              What only you know: dates, names, implications
            </a>
          </li>
        )}
        {mayRelease && !draft.isWithdrawn && (
          <li>
            <a class="govuk-link" href={`${at}/release`}>
              Release this report
            </a>
          </li>
        )}
        {released.map(({ href, text }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {(isWriter || draft.isWithdrawn) && (
        <Form site={site} action={`${at}/${draft.isWithdrawn ? "restore" : "withdraw"}`}>
          <Button class="govuk-button--secondary">{draft.isWithdrawn ? "Put it back" : "Withdraw it"}</Button>
        </Form>
      )}
    </>
  );
}

function Beside({ links }: { readonly links: ReturnType<typeof linksBeside> }) {
  if (links === null) return null;
  const { edit, add, about, by } = links;
  return (
    <div class="app-report-beside">
      <a class="govuk-link" href={edit.href}>
        {edit.text}
        <span class="govuk-visually-hidden">{`: ${about}`}</span>
      </a>
      {add !== null && (
        <a class="govuk-link" href={add.href}>
          {add.text}
          <span class="govuk-visually-hidden">{`: ${about}`}</span>
        </a>
      )}
      {by !== null && <span class="app-muted">{by}</span>}
    </div>
  );
}

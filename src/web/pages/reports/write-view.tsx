/** One place of a report being written: what is generated there, what a person wrote, and the ways back. */
import type { CheckedWriting } from "../../../services/report/claims.ts";
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { WrittenFlags } from "./flags.tsx";
import { ReportPage } from "./report-page.tsx";

export type WriteModel = {
  readonly draft: number;
  readonly reportTitle: string;
  readonly place: { readonly block: string; readonly kind: "replace" | "add" };
  /** The passage that stands there; 0 for none. */
  readonly seen: number;
  readonly title: string;
  /** "What is wanted here", of a gap. */
  readonly wanted: string | null;
  /** As generated now; null where the place is gone. */
  readonly generated: string | null;
  /** As generated when the words were written, where that differs. */
  readonly generatedThen: string | null;
  readonly body: string;
  readonly standing: string | null;
  readonly isWritten: boolean;
  readonly canUndo: boolean;
  readonly history: readonly { readonly who: string; readonly body: string }[];
  /** What somebody else wrote there meanwhile. */
  readonly theirs: { readonly who: string; readonly body: string } | null;
  readonly fault: string | null;
  readonly checked: readonly CheckedWriting[];
};

type Props = { readonly site: Site; readonly model: WriteModel };

/** The page. */
export function WritePage({ site, model }: Props) {
  const { draft, reportTitle, title, wanted, generated, generatedThen, theirs, fault, checked, standing } = model;
  const errors = [
    ...(theirs === null
      ? []
      : [{ text: "Somebody wrote here after you opened it. Yours is below, not saved yet.", href: "#body" }]),
    ...(fault === null ? [] : [{ text: fault, href: "#body" }]),
  ];
  return (
    <ReportPage
      site={site}
      title={title}
      audience="none"
      above={[{ text: reportTitle, href: `/reports/drafts/${draft}` }]}
      errors={errors}
    >
      {wanted !== null && <p class="govuk-body-l">{wanted}</p>}
      {standing !== null && <p class="govuk-body app-muted">{`Written by ${standing}`}</p>}
      {generated === null && (
        <p class="govuk-body">The report no longer has this place: what it stood for is not in the data any more.</p>
      )}
      {generatedThen !== null && generated !== null && (
        <Conflict model={model} generated={generated} then={generatedThen} />
      )}
      {generatedThen === null && generated !== null && generated !== "" && (
        <Words title="Generated here" text={generated} />
      )}
      {theirs !== null && <Words title={`Saved meanwhile by ${theirs.who}`} text={theirs.body} isNew />}
      {generated !== null && <WriteForm site={site} model={model} />}
      <WaysBack site={site} model={model} />
      {checked.map((writing) => (
        <WrittenFlags key={writing.place} site={site} draft={draft} writing={writing} title="" />
      ))}
      <History model={model} />
    </ReportPage>
  );
}

function Conflict({
  model,
  generated,
  then,
}: {
  readonly model: WriteModel;
  readonly generated: string;
  readonly then: string;
}) {
  const isGap = generated === "";
  return (
    <>
      <p class="govuk-body">
        The data changed after this was written. Keep your words, take the new ones, or bring both together in the box.
      </p>
      <Words title="Generated when it was written" text={then === "" ? "Nothing: it was a gap." : then} />
      <Words title="Generated now" text={isGap ? `Nothing: it is a gap. ${model.wanted ?? ""}` : generated} isNew />
    </>
  );
}

function Words({
  title,
  text,
  isNew = false,
}: {
  readonly title: string;
  readonly text: string;
  readonly isNew?: boolean;
}) {
  return (
    <section aria-label={title}>
      <h2 class="govuk-heading-s">{title}</h2>
      <div class={isNew ? "app-report-words app-report-words--new" : "app-report-words"} dir="auto">
        {text}
      </div>
    </section>
  );
}

function WriteForm({ site, model }: Props) {
  const { place, body, seen, fault, isWritten } = model;
  return (
    <Form site={site} action={`/reports/drafts/${model.draft}/write`}>
      <Hidden place={place} seen={seen} />
      <Textarea
        id="body"
        name="body"
        label={place.kind === "add" ? "Words to add" : isWritten ? "Your words" : "Words to stand here"}
        labelClass="govuk-label--m"
        hint="An empty line begins a new paragraph; lines that begin with “- ” are a list; **two stars** make words strong. Leave {see:…} and {note:…} where the reference should stand."
        rows={12}
        value={body}
        {...(fault === null ? {} : { error: fault })}
      />
      <Button name="step" value="save">
        Save
      </Button>
    </Form>
  );
}

function WaysBack({ site, model }: Props) {
  const { draft, place, seen, isWritten, canUndo, generated, generatedThen } = model;
  const isConflict = generatedThen !== null && generated !== null;
  return (
    <Form site={site} action={`/reports/drafts/${draft}/write`}>
      <Hidden place={place} seen={seen} />
      <div class="govuk-button-group">
        {isConflict && (
          <Button name="step" value="keep" class="govuk-button--secondary">
            Keep my words as they are
          </Button>
        )}
        {isWritten && (
          <Button name="step" value="take-out" class="govuk-button--secondary">
            {backWords(model)}
          </Button>
        )}
        {canUndo && (
          <Button name="step" value="undo" class="govuk-button--secondary">
            Undo the last change here
          </Button>
        )}
        <a class="govuk-link" href={`/reports/drafts/${draft}`}>
          Back to the report
        </a>
      </div>
    </Form>
  );
}

function backWords({ place, generated, generatedThen }: WriteModel): string {
  if (generated === null || place.kind === "add") return "Take my words out";
  return generatedThen === null ? "Go back to what is generated" : "Take the new words";
}

function Hidden({ place, seen }: Pick<WriteModel, "place" | "seen">) {
  return (
    <>
      <input type="hidden" name="at" value={place.block} />
      <input type="hidden" name="kind" value={place.kind} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

function History({ model: { history } }: Pick<Props, "model">) {
  if (history.length === 0) return null;
  return (
    <Details summary="Everything that was written here">
      {history.map(({ who, body }) => (
        <section key={who} aria-label={who}>
          <p class="govuk-body app-muted">{who}</p>
          <div class="app-report-words" dir="auto">
            {body}
          </div>
        </section>
      ))}
    </Details>
  );
}

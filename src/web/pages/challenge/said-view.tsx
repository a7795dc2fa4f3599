/** The form that words a challenge anew; where somebody else was quicker, both texts stand side by side. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";
import { FaultSummary } from "./notice.tsx";

export type SaidModel = {
  readonly id: number;
  readonly version: number;
  readonly question: string;
  readonly answer: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly back: { readonly text: string; readonly href: string };
  /** As somebody else left it meanwhile; `null` when nobody has. */
  readonly theirs: { readonly question: string; readonly answer: string; readonly by: string } | null;
};

/** The page of the form. */
export function SaidPage({ site, said }: { readonly site: Site; readonly said: SaidModel }) {
  const { id, version, question, answer, faults, theirs, back } = said;
  return (
    <Page site={site} title="Change a challenge" part="/challenge" above={[back]} audience="none">
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">Change a challenge</h1>
      {theirs !== null && (
        <section aria-label="As it stands now">
          <WarningText>
            {theirs.by} changed it since you opened it. What stands now is below; your words are in the form. Save to
            put yours in its place.
          </WarningText>
          <div class="govuk-inset-text">
            <p class="govuk-body">
              <strong>{theirs.question}</strong>
            </p>
            <p class="govuk-body">{theirs.answer}</p>
          </div>
        </section>
      )}
      <Form site={site} action={`/challenge/said/${id}`} attributes={{ "data-draft": `/challenge/said/${id}` }}>
        <input type="hidden" name="version" value={version} />
        <Textarea id="question" name="question" label="Challenge" rows={3} value={question} error={faults.question} />
        <Textarea id="answer" name="answer" label="Answer" rows={5} value={answer} error={faults.answer} />
        <Button>Save</Button>
      </Form>
    </Page>
  );
}

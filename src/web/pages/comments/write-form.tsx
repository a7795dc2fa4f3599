/** The form in which a comment is written, checked, kept as a draft and handed in. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import type { CommentModel } from "./comment-model.ts";
import { CheckedWords } from "./flag-list.tsx";

/** The address the form is sent to. */
export function formAction({ scorecard, period, comment }: CommentModel): string {
  return `/comments/${scorecard}/${period}/${comment === null ? "new" : comment.id}`;
}

/** The text box, what checking found, and the three things to do. */
export function WriteForm({ site, model }: { readonly site: Site; readonly model: CommentModel }) {
  const { on, comment, body, errors, runs, flags, reasons, scorecard, period } = model;
  const bodyError = errors.find(({ href }) => href === "#body");
  const draft = `comment ${scorecard} ${period} ${comment === null ? on : comment.id}`;
  return (
    <Form site={site} action={formAction(model)} attributes={{ "data-draft": draft, "data-check-words": true }}>
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="version" value={model.version} />
      {model.draftAt && (
        <InsetText>{`What you wrote here on ${longInstant(model.draftAt)} and did not send is back in the box.`}</InsetText>
      )}
      <Textarea
        id="body"
        name="body"
        label="Your comment"
        labelClass="govuk-label--m"
        hint="Say what the figures show, why, and what is being done. Every number and comparison is compared with the data. Name no child."
        rows={10}
        spellcheck
        value={body}
        {...(bodyError === undefined ? {} : { error: bodyError.text })}
        attributes={{ maxlength: "10000" }}
      />
      <section id="checked" class="app-checked" aria-label="Your words, checked">
        {runs !== null && (
          <>
            <h2 class="govuk-heading-m">Your words, checked</h2>
            <CheckedWords runs={runs} flags={flags} reasons={reasons} />
          </>
        )}
      </section>
      <div class="govuk-button-group">
        <Button name="step" value="submit">
          Hand in for approval
        </Button>
        <Button name="step" value="save" class="govuk-button--secondary">
          Save draft
        </Button>
        <Button name="step" value="check" class="govuk-button--secondary">
          Check
        </Button>
      </div>
    </Form>
  );
}

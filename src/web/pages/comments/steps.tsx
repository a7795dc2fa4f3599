/** What may be done with a comment besides writing it: approve, return, edit, take away. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";
import type { CommentModel } from "./comment-model.ts";
import { formAction } from "./write-form.tsx";

/** Forms for the steps that may follow, for whoever may take them. */
export function CommentSteps({ site, model }: { readonly site: Site; readonly model: CommentModel }) {
  const { comment, may, isEditing, isWithdrawn } = model;
  if (comment === null || isWithdrawn) return null;
  const version = <input type="hidden" name="version" value={String(comment.version)} />;
  return (
    <>
      {may.approve && <Approve site={site} model={model} />}
      {comment.state === "submitted" && model.isOwn && (
        <p class="govuk-body">Waiting for somebody else to approve it: nobody approves their own words.</p>
      )}
      {may.edit && !isEditing && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${formAction(model)}?edit=yes`}>
            Change the words
          </a>
          {comment.state === "approved" && " (it is then a draft again, and must be approved anew)"}
        </p>
      )}
      {may.edit && (
        <Details summary="Take this comment away">
          <Form site={site} action={`${formAction(model)}/withdraw`}>
            {version}
            <p class="govuk-body">It then stands nowhere, and can be brought back as it was.</p>
            <Button class="govuk-button--warning">Take away</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function Approve({ site, model }: { readonly site: Site; readonly model: CommentModel }) {
  const version = <input type="hidden" name="version" value={String(model.comment?.version ?? "")} />;
  const open = model.flags.filter(({ isOpen }) => isOpen).length;
  const error = model.errors.find(({ href }) => href === "#reason");
  return (
    <section aria-labelledby="decide">
      <h2 class="govuk-heading-m" id="decide">
        Approve or return
      </h2>
      {open > 0 ? (
        <p class="govuk-body">
          The data have moved since it was handed in, and flags are open: return it, or ask for an answer.
        </p>
      ) : (
        <Form site={site} action={`${formAction(model)}/approve`}>
          {version}
          <Button>Approve</Button>
        </Form>
      )}
      <Form
        site={site}
        action={`${formAction(model)}/return`}
        attributes={{ "data-draft": `return ${model.comment?.id}` }}
      >
        {version}
        <Textarea
          id="reason"
          name="reason"
          label="What is to be changed"
          rows={3}
          {...(error === undefined ? {} : { error: error.text })}
        />
        <Button class="govuk-button--secondary">Return to its author</Button>
      </Form>
    </section>
  );
}

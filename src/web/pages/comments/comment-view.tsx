/** The page of one comment: written here, checked, handed in, approved or returned, taken away and brought back. */
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";
import { Beside } from "./beside.tsx";
import type { CommentModel } from "./comment-model.ts";
import { CheckedWords } from "./flag-list.tsx";
import { CommentSteps } from "./steps.tsx";
import { STATE_TAGS } from "./words.ts";
import { formAction, WriteForm } from "./write-form.tsx";

/** The page. */
export function CommentPage({ site, model }: { readonly site: Site; readonly model: CommentModel }) {
  const { scorecard, period, cardTitle, periodLabel, subjectWords, errors, comment, isEditing, done } = model;
  const title = comment === null ? `Comment on ${subjectWords}` : `Comment ${comment.id} on ${subjectWords}`;
  const above = [
    { text: "Commentary", href: "/comments" },
    { text: `${cardTitle}, ${periodLabel}`, href: `/comments/${scorecard}/${period}` },
  ];
  return (
    <Page site={site} title={`${errors.length > 0 ? "Error: " : ""}${title}`} part="/comments" above={above}>
      {errors.length > 0 && <ErrorSummary title="There is a problem" errors={errors} />}
      {done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      {model.isWithdrawn && <Withdrawn site={site} model={model} />}
      <h1 class="govuk-heading-l">{title}</h1>
      {comment && <Standing model={model} />}
      <div class="app-write">
        <div class="app-write__words">
          {model.theirs && <Theirs model={model} />}
          {isEditing ? <WriteForm site={site} model={model} /> : <Words model={model} />}
          {comment && <CommentSteps site={site} model={model} />}
        </div>
        <Beside model={model} />
      </div>
    </Page>
  );
}

function Standing({ model: { comment, author } }: { readonly model: CommentModel }) {
  if (comment === null) return null;
  const { text, class: colour } = STATE_TAGS[comment.state];
  return (
    <p class="govuk-body">
      <Tag class={colour}>{text}</Tag>{" "}
      <span class="app-muted">{`Version ${comment.version} by ${author}, ${longInstant(comment.at)}`}</span>{" "}
      <a class="govuk-link" href={`/comments/${comment.scorecard}/${comment.period}/${comment.id}/versions`}>
        Versions and what differs
      </a>
    </p>
  );
}

function Words({ model: { runs, flags } }: { readonly model: CommentModel }) {
  return (
    <section aria-labelledby="words">
      <h2 class="govuk-heading-m" id="words">
        The comment
      </h2>
      <CheckedWords runs={runs ?? []} flags={flags} reasons={null} />
    </section>
  );
}

/** Two people wrote at once: both texts, so that neither is lost. */
function Theirs({ model: { theirs } }: { readonly model: CommentModel }) {
  if (theirs === null) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{`${theirs.author} has changed it since you opened it`}</h2>
      <p class="govuk-body">Their words, as they stand now:</p>
      <blockquote class="app-comment__words" id="theirs">
        {theirs.body}
      </blockquote>
      <p class="govuk-body">
        Yours are in the box below and are not kept yet. Take over what you want to keep of theirs; what you save then
        stands in place of both.
      </p>
    </InsetText>
  );
}

function Withdrawn({ site, model }: { readonly site: Site; readonly model: CommentModel }) {
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">This comment was taken away and stands nowhere.</p>
      {model.may.restore && (
        <Form site={site} action={`${formAction(model)}/restore`}>
          <input type="hidden" name="version" value={String(model.comment?.version ?? "")} />
          <Button class="govuk-button--secondary">Bring it back</Button>
        </Form>
      )}
    </NotificationBanner>
  );
}

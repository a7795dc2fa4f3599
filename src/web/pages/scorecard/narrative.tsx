/** Words beside figures: each comment with whose it is, and what is not approved plainly marked. */
import { Tag } from "../../components/tag/tag.tsx";
import type { CommentView } from "./present-row.ts";

/** Comments one below the other; nothing when there are none. */
export function Narrative({ comments, title }: { readonly comments: readonly CommentView[]; readonly title?: string }) {
  if (comments.length === 0) return null;
  return (
    <div class="app-narrative">
      {title && <h2 class="govuk-heading-s app-narrative__title">{title}</h2>}
      {comments.map((comment) => (
        <OneComment key={comment.id} comment={comment} />
      ))}
    </div>
  );
}

function OneComment({ comment: { paragraphs, who, isApproved } }: { readonly comment: CommentView }) {
  return (
    <div class={isApproved ? "app-narrative__comment" : "app-narrative__comment app-narrative__comment--draft"}>
      {!isApproved && <Tag class="govuk-tag--yellow">Internal draft</Tag>}
      {paragraphs.map((paragraph) => (
        <p class="app-narrative__text" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p class="app-narrative__who">{who}</p>
    </div>
  );
}

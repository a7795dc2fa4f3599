/** What surrounds a measure: comments through time, the rules it must keep with others, and measures a reader may want next. */
import { Details } from "../../components/details/details.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import { longDate } from "../../words.ts";
import type { MeasureView } from "./present.ts";

/** Comments shown before the rest is folded away. */
const FIRST = 3;

/** Approved comments, newest first. */
export function Comments({ comments }: Pick<MeasureView, "comments">) {
  const rest = comments.slice(FIRST);
  return (
    <section aria-labelledby="comments">
      <h2 class="govuk-heading-m" id="comments">
        Comments through time
      </h2>
      {comments.length === 0 && (
        <p class="govuk-body">No approved comment is about this measure yet. Comments are written under Commentary.</p>
      )}
      {comments.slice(0, FIRST).map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {rest.length > 0 && (
        <Details summary={`Earlier comments (${rest.length})`}>
          {rest.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </Details>
      )}
    </section>
  );
}

function Comment({ comment }: { readonly comment: MeasureView["comments"][number] }) {
  const { period, scorecard, references, body, author, at } = comment;
  return (
    <div class="app-measure__comment">
      <h3 class="govuk-heading-s">{`${period}: ${scorecard.title}, ${references}`}</h3>
      <p class="govuk-body app-measure__words">{body}</p>
      <p class="govuk-body-s app-muted">{`${author}, ${longDate(at.slice(0, 10))}`}</p>
    </div>
  );
}

const RULE_TAGS = {
  holds: { text: "Holds", class: "govuk-tag--green" },
  fails: { text: "Fails", class: "govuk-tag--red" },
  "not-checked": { text: "Not checked", class: "govuk-tag--grey" },
} as const;

/** Rules between measures that name this one, and whether they hold in the last period. */
export function Rules({ rules }: Pick<MeasureView, "rules">) {
  return (
    <section aria-labelledby="rules">
      <h2 class="govuk-heading-m" id="rules">
        Reconciliation
      </h2>
      {rules.length === 0 ? (
        <p class="govuk-body">No rule between measures names this one.</p>
      ) : (
        <Table
          class="app-cards"
          caption="What it must keep with other measures, and whether it does"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={["Rule", "Now", "With"].map((content) => ({ content }))}
          rows={rules.map(({ title, state, sentence, others }) => [
            { content: title },
            {
              content: (
                <span>
                  <Tag class={RULE_TAGS[state].class}>{RULE_TAGS[state].text}</Tag> {sentence}
                </span>
              ),
              attributes: { "data-label": "Now" },
            },
            { content: <MeasureList measures={others} />, attributes: { "data-label": "With" } },
          ])}
        />
      )}
    </section>
  );
}

function MeasureList({ measures }: { readonly measures: readonly { readonly id: string; readonly title: string }[] }) {
  return (
    <ul class="govuk-list app-measure__links">
      {measures.map(({ id, title }) => (
        <li key={id}>
          <a class="govuk-link" href={`/measures/${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Measures a reader may want next, and why. */
export function Related({ related }: Pick<MeasureView, "related">) {
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 class="govuk-heading-m" id="related">
        Related measures
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {related.map(({ id, title, because }) => (
          <li key={id}>
            <a class="govuk-link" href={`/measures/${id}`}>
              {title}
            </a>
            {`: ${because}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

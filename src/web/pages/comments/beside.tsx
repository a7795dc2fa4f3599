/** What stands beside a comment: the figures it is on, what was said of them last, and who else writes about them. */
import { Details } from "../../components/details/details.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Table } from "../../components/table/table.tsx";
import type { CommentModel } from "./comment-model.ts";
import type { FactsBeside } from "./facts-beside.ts";
import { STATE_TAGS } from "./words.ts";

/** The pane beside the words. */
export function Beside({ model }: { readonly model: CommentModel }) {
  const { facts, promises, before, others } = model;
  return (
    <aside class="app-beside" aria-labelledby="beside">
      <h2 class="govuk-heading-m" id="beside">
        What the data say
      </h2>
      {facts.length === 0 && <p class="govuk-body">No indicator here is red.</p>}
      {facts.map((one) => (
        <Indicator key={one.reference} facts={one} />
      ))}
      {promises.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was promised</h2>
          <ul class="govuk-list govuk-list--bullet">
            {promises.map(({ id, quote, title, judged }) => (
              <li key={id}>{`${title}: “${quote}” ${judged.sentence}`}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What was said last</h2>
      {before === null ? (
        <p class="govuk-body">No comment on this was approved in an earlier period.</p>
      ) : (
        <>
          <blockquote class="app-comment__words">{before.body}</blockquote>
          <p class="govuk-body app-muted">{`${before.author}, for ${before.period}`}</p>
        </>
      )}
      {others.length > 0 && <Others model={model} />}
    </aside>
  );
}

function Others({ model: { others, scorecard, period } }: { readonly model: CommentModel }) {
  return (
    <>
      <h2 class="govuk-heading-m">Other comments on this</h2>
      <ul class="govuk-list">
        {others.map(({ id, author, state }) => (
          <li key={id}>
            <a class="govuk-link" href={`/comments/${scorecard}/${period}/${id}`}>
              {`Comment ${id} by ${author}`}
            </a>
            {`, ${STATE_TAGS[state as keyof typeof STATE_TAGS].text.toLowerCase()}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Indicator({ facts }: { readonly facts: FactsBeside }) {
  const { reference, title, href, shown, made, window, target, rating, direction, comparators, chart } = facts;
  return (
    <section class="app-beside__indicator">
      <h3 class="govuk-heading-s app-beside__title">
        <a class="govuk-link" href={href}>
          {`${reference} ${title}`}
        </a>
      </h3>
      <p class="govuk-body app-beside__figure">
        <strong>{shown}</strong>
        {made && ` ${made}`}
        <span class="app-muted">{` ${window}`}</span>
      </p>
      <p class="govuk-body app-beside__judged">
        <RatingTag word={rating.word} sentence={rating.sentence} />
        <DirectionOfTravel {...direction} />
        <span>{target}</span>
      </p>
      {comparators.length > 0 && <p class="govuk-body app-muted">{comparators.join("; ")}</p>}
      {chart && <div class="app-beside__chart" dangerouslySetInnerHTML={{ __html: chart }} />}
      <Details summary="Every figure shown">
        <Table
          caption={`${reference} ${title}, newest first`}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ content: "Period" }, { content: "Figure", numeric: true }, { content: "Made of", numeric: true }]}
          rows={facts.history.map((one) => [
            { content: one.label },
            { content: one.shown, numeric: true },
            { content: one.made, numeric: true },
          ])}
        />
      </Details>
    </section>
  );
}

/** A team on one landscape page: what stands out in a line each, what came of the last actions, what is overdue, who holds how many. */
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import type { LineView, PackView } from "./present.ts";

/** Lines that fit on the page; the rest are on the pages after it. */
const MOST = 12;

/** The first page of a printed pack. */
export function TeamSheet({ pack }: { readonly pack: PackView }) {
  const { exceptions, actions, overdue, caseloads, caseloadWords } = pack;
  return (
    <div class="app-sheet">
      <section>
        <h3 class="govuk-heading-s">What stands out</h3>
        {exceptions.length === 0 && <p class="govuk-body-s">Nothing is red, amber and worse, or unusual.</p>}
        <ul class="govuk-list app-sheet__list">
          {exceptions.slice(0, MOST).map((line) => (
            <SheetLine key={line.key} line={line} />
          ))}
        </ul>
        {exceptions.length > MOST && (
          <p class="govuk-body-s">And {exceptions.length - MOST} more, on the pages that follow.</p>
        )}
      </section>
      <section>
        <h3 class="govuk-heading-s">Actions from earlier sessions</h3>
        {actions.length === 0 && <p class="govuk-body-s">None are open.</p>}
        <ul class="govuk-list app-sheet__list">
          {actions.slice(0, MOST).map(({ href, text, owner, due, state, outcome }) => (
            <li key={href}>
              {text} ({owner}, by {due}; {state.toLowerCase()}): <strong>{outcome}</strong>
            </li>
          ))}
        </ul>
        <h3 class="govuk-heading-s">Overdue</h3>
        {overdue.every(({ count }) => count === 0) && <p class="govuk-body-s">Nothing is overdue.</p>}
        <ul class="govuk-list app-sheet__list">
          {overdue
            .filter(({ count }) => count > 0)
            .map(({ title, count }) => (
              <li key={title}>
                {title}: <strong>{count}</strong>
              </li>
            ))}
        </ul>
        {caseloads !== null && (
          <>
            <h3 class="govuk-heading-s">Caseloads</h3>
            <p class="govuk-body-s">{caseloadWords}</p>
          </>
        )}
      </section>
    </div>
  );
}

function SheetLine({ line }: { readonly line: LineView }) {
  const { title, shown, parts, period, target, rating, tags, sparkline } = line;
  return (
    <li>
      <strong>{title}</strong>: {shown}
      {parts !== null && ` (${parts})`} in {period}
      {target !== "" && `, target ${target}`}. {rating.word === "not-rated" ? null : <RatingTag {...rating} />}{" "}
      {tags
        .map(({ text }) => text)
        .filter((text) => text !== "Red")
        .join(", ")}
      {sparkline !== null && <span class="app-pack__spark" dangerouslySetInnerHTML={{ __html: sparkline }} />}
    </li>
  );
}

/** Parts that profiles of teams and workers share: what is due, and figures beside the service's and the target. */
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import type { AreaView, DueView, LineView } from "./present.ts";

export type DueSummaryProps = {
  readonly due: DueView;
  /** The list behind a number; `null` for those who may not see children. */
  readonly hrefOf: ((kind: string, state: "overdue" | "soon") => string) | null;
};

/** What can still be done: how many of each kind are overdue and due within fifteen working days. */
export function DueSummary({ due, hrefOf }: DueSummaryProps) {
  if (due.kinds.length === 0)
    return <p class="govuk-body">Nothing is overdue, and nothing falls due within 15 working days.</p>;
  const count = (kind: string, words: string, state: "overdue" | "soon", number: number) => (
    <td class="govuk-table__cell govuk-table__cell--numeric">
      {hrefOf === null || number === 0 ? (
        number
      ) : (
        <a class="govuk-link app-due__count" href={hrefOf(kind, state)}>
          {number}
          <span class="govuk-visually-hidden">
            {` ${words.toLowerCase()}${state === "overdue" ? " overdue" : " due within 15 working days"}`}
          </span>
        </a>
      )}
    </td>
  );
  return (
    <div class="app-due__frame">
      <table class="govuk-table app-due">
        <caption class="govuk-table__caption govuk-visually-hidden">What is overdue and what falls due soon</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Kind
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              Overdue
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              Due within 15 working days
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {due.kinds.map(({ kind, words, overdue, soon }) => (
            <tr key={kind} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {words}
              </th>
              {count(kind, words, "overdue", overdue)}
              {count(kind, words, "soon", soon)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One table an area: the group's figure beside its service's, the authority's and the target. */
export function AreaTables({ areas, own }: { readonly areas: readonly AreaView[]; readonly own: string }) {
  return (
    <>
      {areas.map(({ id, title, lines }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section key={id} class="app-lines" aria-label={title} tabIndex={0}>
          <table class="govuk-table app-lines__table app-lines__table--cards">
            <caption class="govuk-table__caption govuk-table__caption--m">{title}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  Measure
                </th>
                {[own, "Service", "Authority", "Target"].map((head) => (
                  <th key={head} scope="col" class="govuk-table__header govuk-table__header--numeric">
                    {head}
                  </th>
                ))}
                <th scope="col" class="govuk-table__header">
                  Rating
                </th>
                <th scope="col" class="govuk-table__header">
                  13 periods
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {lines.map((line) => (
                <Line key={line.id} line={line} own={own} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Line({ line, own: group }: { readonly line: LineView; readonly own: string }) {
  const { title, href, when, own, listHref, service, whole, target, rating, sparkline } = line;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header app-lines__title">
        <a class="govuk-link" href={href}>
          {title}
        </a>
        <span class="app-lines__when app-muted">{when}</span>
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric app-lines__own" data-label={group}>
        {listHref === null ? (
          own
        ) : (
          <a class="govuk-link" href={listHref}>
            {own}
            <span class="govuk-visually-hidden">: see the children behind this figure</span>
          </a>
        )}
      </td>
      {Object.entries({ Service: service, Authority: whole, Target: target }).map(([label, shown]) => (
        <td key={label} class="govuk-table__cell govuk-table__cell--numeric" data-label={label}>
          {shown === "" ? null : shown}
        </td>
      ))}
      <td class="govuk-table__cell" data-label="Rating">
        {rating !== null && <RatingTag {...rating} />}
      </td>
      <td class="govuk-table__cell" data-label="13 periods">
        {sparkline !== null && <span class="app-lines__spark" dangerouslySetInnerHTML={{ __html: sparkline }} />}
      </td>
    </tr>
  );
}

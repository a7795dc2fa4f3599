/** A table of cases whose columns can be sorted: each head a link that says its order. */
import type { ListCell, ListHead } from "./list-cells.ts";

export type CaseTableProps = {
  readonly caption: string;
  readonly heads: readonly ListHead[];
  readonly rows: readonly { readonly child: string | null; readonly cells: readonly ListCell[] }[];
};

/** Scrolls within itself on a narrow screen; a row's child leads to the child's page. */
export function CaseTable({ caption, heads, rows }: CaseTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="app-cases" aria-label={caption} tabIndex={0}>
      <table class="govuk-table app-cases__table">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {heads.map(({ label, href, sort, numeric }) => (
              <th
                key={label}
                scope="col"
                aria-sort={sort}
                class={`govuk-table__header${numeric ? " govuk-table__header--numeric" : ""}`}
              >
                <a class="govuk-link govuk-link--no-visited-state app-cases__sort" href={href}>
                  {label}
                  <span aria-hidden="true">{sort === "none" ? "" : sort === "ascending" ? " ▲" : " ▼"}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(({ child, cells }, index) => (
            <tr key={index} class="govuk-table__row">
              {child !== null && (
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={`/children/${encodeURIComponent(child)}`}>
                    {child}
                  </a>
                </th>
              )}
              {cells.map((cell, place) => (
                <td key={place} class={cellClass(cell)}>
                  {cell.shown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellClass({ numeric, tone, isDay }: ListCell): string {
  return `govuk-table__cell${numeric ? " govuk-table__cell--numeric" : ""}${isDay ? " app-cases__date" : ""}${tone === "over" ? " app-cases__over" : ""}`;
}

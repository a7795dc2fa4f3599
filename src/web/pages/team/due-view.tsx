/** What is overdue or falls due soon, child by child. */
import { Choices } from "../../components/choices/choices.tsx";
import { Details } from "../../components/details/details.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import type { Site } from "../../context.ts";
import type { DueListView, DueRow } from "./present-due.ts";
import { asAtWords } from "./view.tsx";

/** The page of a team's or worker's duties. */
export function DuePage({ site, list }: { readonly site: Site; readonly list: DueListView }) {
  const title = "Overdue or due soon";
  return (
    <Page
      site={site}
      title={`${title}: ${list.title}`}
      part="/teams"
      above={[
        { text: "Teams", href: "/teams?all=yes" },
        { text: list.title, href: list.href },
      ]}
      wide
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{list.title}</span>
        {title}
      </h1>
      <p class="govuk-body">{asAtWords(list)}</p>
      <Choices action={`${list.href}/due`}>
        <Select id="kind" name="kind" label="Kind" options={list.kinds} />
        <Select id="state" name="state" label="State" options={list.states} />
        <Select id="worker" name="worker" label="Worker" options={list.workers} />
        <Input id="child" name="child" label="Child’s number" value={list.child} autocomplete="off" />
      </Choices>
      <p class="govuk-body" role="status">
        {list.found}
      </p>
      {list.rows.length > 0 && <DueTable caption={`${title}: ${list.title}`} rows={list.rows} />}
      {list.limits.length > 0 && (
        <Details summary="Where these limits come from">
          <SummaryList rows={list.limits} />
        </Details>
      )}
    </Page>
  );
}

/** Rows soonest first; how late in words, not only by the mark at its side. */
export function DueTable({ caption, rows }: { readonly caption: string; readonly rows: readonly DueRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="app-cases" aria-label={caption} tabIndex={0}>
      <table class="govuk-table app-cases__table">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {["Child", "What is due", "Due on", "Working days", "Counts from", "Worker"].map((head) => (
              <th key={head} scope="col" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(({ child, duty, due, left, isOverdue, since, worker }, index) => (
            <tr key={index} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={`/children/${encodeURIComponent(child)}`}>
                  {child}
                </a>
              </th>
              <td class="govuk-table__cell">{duty}</td>
              <td class="govuk-table__cell">{due}</td>
              <td class={`govuk-table__cell${isOverdue ? " app-cases__over" : ""}`}>{left}</td>
              <td class="govuk-table__cell">{since}</td>
              <td class="govuk-table__cell">{worker}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
